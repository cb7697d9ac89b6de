#!/usr/bin/env bash
# Sets up and runs everything that must hold: lint, format, types, import contracts, tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/python.sh
ensure_environment dev

export QT_QPA_PLATFORM=offscreen
if ! reason=$(.venv/bin/python -c 'from app.desktop_libraries import why_no_window
print(why_no_window() or "")') || [ -n "$reason" ]; then
    fail "the tests of the window cannot run: $reason"
fi
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/lint-imports
.venv/bin/pytest --numprocesses auto "$@"
