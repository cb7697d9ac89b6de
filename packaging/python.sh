# Sourced by run.sh and test.sh: finds a Python that Shiage runs on and keeps `.venv` up to date.

fail() {
    printf 'shiage: %s\n' "$1" >&2
    exit 2
}

find_python() {
    local candidate
    for candidate in python3 python3.12 python3.13 python3.11 python3.10; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 14))' \
            2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail 'Python 3.10 to 3.13 is needed and was not found; on Debian or Ubuntu: sudo apt-get install python3 python3-venv'
}

# ensure_environment EXTRA: installs Shiage with that set of optional dependencies ("" for none).
# A stamp spares the work while pyproject.toml is what was installed.
ensure_environment() {
    local extra="$1" stamp=".venv/.shiage-${1:-run}" wanted python
    wanted=$(cksum <pyproject.toml)
    if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    if [ ! -x .venv/bin/python ]; then
        python=$(find_python) || exit 2
        echo "Making .venv with $python …"
        "$python" -m venv .venv || fail \
            "$python cannot make a virtual environment; on Debian or Ubuntu: sudo apt-get install $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    echo 'Installing what Shiage needs (the first time this takes a few minutes) …'
    # torch goes first and alone: a range in its place would fetch another, far larger build.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0 &&
        .venv/bin/python -m pip install --quiet --disable-pip-version-check \
            --editable ".${extra:+[$extra]}" ||
        fail 'the installation failed; see the message above, and run the same command again.'
    printf '%s' "$wanted" >"$stamp"
}
