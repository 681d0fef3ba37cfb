"""Datasets in DuckDB: open, build, check, migrate, export. Only this room and `queries` import duckdb."""
