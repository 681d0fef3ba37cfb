"""SQL stands in `store` and `queries` and nowhere else: one place opens databases and one asks them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIB = ROOT / "lib" / "sayso"
AT_HOME = (LIB / "store", LIB / "queries")
# They speak to SQLite files of another program, Discourse Network Analyzer.
FOREIGN = (LIB / "exports" / "dna", LIB / "ingest" / "dna")

_BEFORE = re.compile(r"(?:\s|\(|\{\}|--[^\n]*\n|/\*.*?\*/)*", re.DOTALL)
# In capitals or small letters; as an English sentence begins ("Select words from it") they are none.
_STATEMENT = re.compile(
    r"""
    select\s.+?\sfrom\s | insert\s+(or\s+\w+\s+)?into\s | update\s+\S+\s+set\s | delete\s+from\s | merge\s+into\s
  | with\s+(recursive\s+)?\S+(\s*\([^)]*\))?\s+as\s+(materialized\s+)?\( | truncate\s+table\s
  | (create|drop|alter)\s+(or\s+replace\s+)?(temp\w*\s+|unique\s+)?(table|view|macro|type|index|schema|sequence)\s
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# In capitals only: small, they are words of other things.
_CAPITALS = re.compile(
    r"""
    SELECT(\s|$) | FROM\s+[\w"{] | COPY\s+[\w("{] | (ATTACH|DETACH|DROP|ALTER|CREATE|USE|PRAGMA|DESCRIBE|EXPLAIN|LOAD)\s+\S
  | INSERT\s | UPDATE\s | DELETE\s | SET\s+\w+\s*(=|TO\s) | VALUES\s*\( | (FORCE\s+)?CHECKPOINT\b | VACUUM\b
  | (BEGIN|COMMIT|ROLLBACK)(\s+TRANSACTION)?;?$ | WHERE\s | (ORDER|GROUP)\s+BY\s | HAVING\s | LIMIT\s+[\d?${]
  | (AND|OR|ON)\s+(NOT\s+)?[\w."]+\s*(=|<|>|IN\b|IS\b|LIKE\b) | UNION(\s+ALL)?\s+SELECT\s
  | ((LEFT|RIGHT|INNER|FULL|CROSS|ANTI|SEMI|ASOF)\s+)*JOIN\s
    """,
    re.VERBOSE,
)


def is_sql(text: str) -> bool:
    """Whether a text begins as SQL does; `{}` stands for what is put in."""
    text = text[_BEFORE.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    is_statement = (word.isupper() or word.islower()) and _STATEMENT.match(text)
    return bool(is_statement or _CAPITALS.match(text))


def sql_in(source: str) -> list[int]:
    """The lines of a Python source on which SQL stands, whether in one piece, in several or with gaps."""
    tree = ast.parse(source)
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            text = node.value
        else:
            continue
        if is_sql(text):
            lines.append(node.lineno)
    return sorted(lines)


def ours() -> list[Path]:
    """Every file of the product in which no SQL may stand."""
    files = [*LIB.rglob("*.py"), ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    return [path for path in files if not any(path.is_relative_to(room) for room in (*AT_HOME, *FOREIGN))]


def test_no_sql_stands_outside_store_and_queries() -> None:
    files = ours()
    assert len(files) > 300
    places = {str(path.relative_to(ROOT)): sql_in(path.read_text(encoding="utf-8")) for path in files}
    assert {path: lines for path, lines in places.items() if lines} == {}


def test_where_sql_is_at_home_it_is_seen() -> None:
    asking = [
        path for path in (LIB / "queries").glob("*.py") if re.search(r'(rows|frame)\(\s*"', path.read_text())
    ]
    assert len(asking) > 8
    assert [path.name for path in asking if not sql_in(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "offender",
    [
        'rows = database.rows("SELECT name FROM actors WHERE actor_id = ?", [key])',
        'ASKED = (\n    "SELECT name"\n    " FROM actors"\n)',
        'sql = f"SELECT {cells} FROM proposals {where}"',
        'sql = f"{STANDING} AND issue_id = ? ORDER BY 1"',
        'sql = "SELECT name" + tail',
        'sql = "SELECT " + ", ".join(names) + " FROM actors"',
        'sql = "select name from actors"',
        'sql = """\n    -- who is there?\n    SELECT name\n    FROM actors\n"""',
        'sql = """\n    WITH heard AS (SELECT 1)\n    SELECT * FROM heard\n"""',
        'sql = "(SELECT count(*) FROM quotes)"',
        'IDS = {"actors": "FROM actor_ids"}',
        'change.rows("INSERT OR IGNORE INTO proposals SELECT unnest(?)", [ids])',
        'change.rows("UPDATE actors SET name = ?", [name])',
        'change.rows(f"DELETE FROM {table} WHERE id = ?", [key])',
        'cursor.execute("CREATE OR REPLACE VIEW v AS SELECT 1")',
        'cursor.execute("ALTER TABLE actors ADD COLUMN age INTEGER")',
        'cursor.execute("DROP TABLE IF EXISTS actors")',
        "cursor.execute(f\"COPY actors TO '{path}'\")",
        "cursor.execute(f\"ATTACH '{path}' AS other\")",
        'cursor.execute("BEGIN")',
        'read(reader, "WHERE article_id = ?", [article_id])',
        'database.rows("delete from proposals where start = 1")',
    ],
)
def test_sql_is_found(offender: str) -> None:
    assert sql_in(offender)


@pytest.mark.parametrize(
    "innocent",
    [
        'advice = "Select words from the text, or select a quote from it."',
        'advice = "Update it where you set its name; create a view of your own."',
        'label = f"{verb} from {day}"',
        'title = "From there on"',
        'text = "With these, as (almost) always"',
        'colours = ["BEGINNING", "DELETED", "SELECTED", "from", "select"]',
        'key = "order by"',
        '"""Delete from this list what nobody says."""',
        'css = "select { color: red }"',
    ],
)
def test_plain_words_are_not_taken_for_sql(innocent: str) -> None:
    assert sql_in(innocent) == []
