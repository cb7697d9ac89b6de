#!/usr/bin/env bash
# Brings the translation files up to date with the texts of the program.
# Translate what is new in resources/translations/*.ts (Qt Linguist), then run it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/python.sh
ensure_environment ''

texts=build/translations/texts.py
mkdir -p "$(dirname "$texts")"
.venv/bin/python packaging/translatable.py "$texts"
for file in resources/translations/*.ts; do
    .venv/bin/pyside6-lupdate "$texts" -locations none -no-obsolete -ts "$file"
    .venv/bin/pyside6-lrelease -silent "$file" -qm "${file%.ts}.qm"
done
