#!/usr/bin/env bash
# Sets up everything on Debian or Ubuntu: system packages (only those missing) and .venv. Asks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

# what each is for: reading scans; a second reader; .doc and .rtf; printing the fixtures; the virtual environment
packages=(tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet libreoffice-writer-nogui
          fonts-croscore fontconfig python3-venv)

# the browser that tests drive; where it is no package (Ubuntu has a snap), those tests are skipped, saying so
if apt-cache show chromium >/dev/null 2>&1; then packages+=(chromium); fi

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    apt=(apt-get)
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            apt=(sudo -n apt-get)
        else
            echo "These system packages are missing, and installing them needs administrator rights." >&2
            echo "Run this, then run make again:" >&2
            echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
            exit 3
        fi
    fi
    echo "Installing system packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    "${apt[@]}" update -qq
    "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
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
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check)
# tesserocr (extra "fast") has no wheel for every machine; everything works without it, a fifth slower
"${install[@]}" -e '.[dev,web,fast]' || "${install[@]}" -e '.[dev,web]'
