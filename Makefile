# The quick loop. `make check` before every commit; `make test` is what README says.
RUN = uv run --frozen
QUICK = tests/model tests/analysis tests/charts tests/views tests/test_errors.py tests/queries/test_sql_files.py

.PHONY: check test slowest

check:  ## format, lint, import rules, types and the quick tests, the fastest first
	$(RUN) ruff format --check --quiet .
	$(RUN) ruff check --quiet .
	$(RUN) lint-imports > /dev/null || $(RUN) lint-imports
	$(RUN) mypy
	$(RUN) pytest -n 2 -x $(QUICK)

test:  ## everything, browsers included
	$(RUN) pytest -n 2

slowest:  ## everything, and the twenty tests that took longest
	$(RUN) pytest -n 2 --durations=20
