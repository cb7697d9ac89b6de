#!/usr/bin/env bash
# Sets Shiage up on a fresh machine and opens it on the sample shot.
# Without a display, or with --headless, colors the sample shot and says where the result is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/python.sh

headless=false
case "${1:-}" in
    --headless) headless=true ;;
    '') ;;
    *) fail "unknown option $1; run.sh takes --headless or nothing." ;;
esac
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    headless=true
fi

ensure_environment movie

if [ "$headless" = true ]; then
    out=build/sample_shot
    .venv/bin/shiage colorize resources/sample_shot --out "$out" --layer both
    echo "The sample shot is colored; the PNG sequence is in $PWD/$out/composite"
else
    exec .venv/bin/shiage resources/sample_shot
fi
