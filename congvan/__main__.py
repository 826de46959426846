"""`python -m congvan` is the command `congvan`."""

from __future__ import annotations

from congvan.cli import main

if __name__ == "__main__":
    main()
