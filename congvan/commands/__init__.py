"""One command a module; `congvan.cli` loads each when it is called."""
