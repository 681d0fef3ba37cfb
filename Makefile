# The quick loop. `make check` before every commit; `make test` is what README says.
RUN = uv run --frozen
QUICK = tests/model tests/analysis tests/charts tests/reports tests/views tests/test_errors.py tests/test_house.py tests/test_sql_stays.py tests/queries/test_sql_files.py

.PHONY: check test slowest coverage

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

coverage: export COVERAGE_FILE = .pytest_cache/coverage
coverage:  ## how much of each room the quick tests run, a line per room; `make coverage QUICK=tests` for everything
	$(RUN) pytest -n 2 --cov=sayso --cov-report= $(QUICK)
	$(RUN) python tests/rooms.py
