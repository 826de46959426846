#!/usr/bin/env bash
# Sets up everything on Debian or Ubuntu: system packages (only those missing) and .venv. Asks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

# what each is for: reading scans; .doc and .rtf; printing the fixtures; the virtual environment
needed=(tesseract-ocr tesseract-ocr-vie libreoffice-writer-nogui fonts-croscore fontconfig python3-venv)
# the browser that tests drive, and a library of its driver; the database server that tests start for
# themselves. Where there is no such package (Ubuntu has a snap), those tests are skipped, saying so
for_tests=(chromium libatomic1 postgresql)

is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q "install ok installed"; }
missing=()
for package in "${needed[@]}"; do is_installed "$package" || missing+=("$package"); done
wished=()
for package in "${for_tests[@]}"; do is_installed "$package" || wished+=("$package"); done

apt=()
if [ "$(id -u)" -eq 0 ]; then
    apt=(apt-get)
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    apt=(sudo -n env DEBIAN_FRONTEND=noninteractive apt-get)
elif [ ${#missing[@]} -gt 0 ]; then
    echo "These system packages are missing, and installing them needs administrator rights." >&2
    echo "Run this, then run make again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 3
fi
if [ ${#apt[@]} -gt 0 ] && [ $((${#missing[@]} + ${#wished[@]})) -gt 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    "${apt[@]}" update -qq
    for package in "${wished[@]}"; do
        if apt-cache show "$package" >/dev/null 2>&1; then missing+=("$package"); fi
    done
    if [ ${#missing[@]} -gt 0 ]; then
        echo "Installing system packages: ${missing[*]}"
        "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    fi
fi

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        # a Python without ensurepip (Debian's, without python3-venv) cannot make an environment with pip
        "$candidate" -c 'import ensurepip, venv' 2>/dev/null && python=$candidate && break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or later is needed. On Debian 12 or Ubuntu 24.04: sudo apt-get install python3 python3-venv" >&2
    exit 3
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Installing Python packages into .venv"
install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check)
"${install[@]}" --upgrade pip
# every package in the version, and with the bytes, that requirements.lock names (all extras)
if ! "${install[@]}" --require-hashes -r requirements.lock; then
    # tesserocr (extra "fast") has no wheel for every machine; everything works without it, a fifth slower
    echo "Once more without tesserocr" >&2
    pinned=$(mktemp)
    trap 'rm -f "$pinned"' EXIT
    .venv/bin/python scripts/lock.py dev web postgres cluster nlp > "$pinned"
    if ! "${install[@]}" --require-hashes -r "$pinned"; then
        echo "The versions of requirements.lock cannot be had here: installing those that pyproject.toml allows," >&2
        echo "which nobody has tried together." >&2
        "${install[@]}" -e '.[dev,web,postgres,cluster,nlp]'
    fi
fi
"${install[@]}" --no-deps --no-build-isolation -e .
