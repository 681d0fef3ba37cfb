"""A database file as the first version of the schema wrote it."""

from pathlib import Path

import duckdb

SCHEMA = Path(__file__).parent / "old" / "version_1.sql"
ROWS = """
INSERT INTO meta VALUES ('schema_version', '1'), ('views', 'older');
INSERT INTO dates VALUES ('2021-01-01', '2021-01-01', '2021-01-01', 'day');
INSERT INTO outlets VALUES ('o', 'O', NULL, NULL, 'A', NULL);
INSERT INTO articles (article_id, outlet_id, outlet_basis, title, rights, published_on, published_on_basis)
    VALUES ('a', 'o', 'stated', 'T', ['show'], '2021-01-01', 'stated');
INSERT INTO articles (article_id, outlet_id, outlet_basis, title, rights, duplicate_of)
    VALUES ('b', 'o', 'stated', 'T', ['show'], 'a');
INSERT INTO revisions VALUES ('r1', 'articles', 'b', 'edited', 'me', TIMESTAMP '2021-01-01', NULL, NULL, NULL);
"""


def write(path: Path) -> Path:
    """Write the file and return its path."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        connection.execute(ROWS)
    return path
