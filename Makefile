# Two commands: `make demo` and `make test`. Each sets up what it needs and asks nothing.
PY := .venv/bin/python
STAMP := .venv/.ready

.PHONY: demo test check setup bench clean

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock scripts/setup.sh
	bash scripts/setup.sh
	touch $@

demo: setup
	$(PY) -m fixtures.demo

check: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache

# a file's tests stay together: they share what is dear to make
test: check
	$(PY) -m pytest -q -n auto --maxprocesses 4 --dist loadfile

clean:
	rm -rf .venv build dist *.egg-info
