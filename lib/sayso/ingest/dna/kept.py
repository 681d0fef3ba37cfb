"""What Sayso's tables have no column for, as JSON beside them: so that it can be given back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sayso.ingest.dna.choices import Chosen
from sayso.ingest.dna.layout import NEEDED, SELECT
from sayso.ingest.dna.records import Dna
from sayso.ingest.dna.tables import Read, checked, refuse
from sayso.store.text_check import canonical

SECRET = ("CODERS", "Password")  # even as a hash it has no business in a file that is passed on
TEXT = ("DOCUMENTS", "Text")  # stands in the articles, and leaves only where their rights allow
_END = re.compile(r"\r\n|\r|\n")
_LETTERS = {"\n": "n", "\r": "r", "\r\n": "b"}
_ENDS = {letter: end for end, letter in _LETTERS.items()}


def kept(dna: Dna, chosen: Chosen) -> dict[str, Any]:
    """Everything that was read as plain values for JSON, without passwords and texts, and what was chosen.

    `tables` holds columns and rows by table; `texts`, by document, what keeping a text took off it (`trimming`);
    `lengths`, by document, how many characters its text had, so that another text is never taken for it.
    """
    tables: dict[str, Any] = {}
    for name, table in dna.tables.items():
        places = [n for n, column in enumerate(table.columns) if (name, column) not in (SECRET, TEXT)]
        tables[name] = {
            "columns": [table.columns[place] for place in places],
            "rows": [[row[place] for place in places] for row in table.rows],
        }
    trimmed = {
        str(key): taken for key, document in dna.documents.items() if (taken := trimming(document.text))
    }
    names = {
        "type": chosen.type,
        "unit": chosen.unit.name,
        "issue": chosen.issue.name,
        "level": chosen.level.name,
    }
    stances = {str(value): stance for value, stance in chosen.stances.items()}
    lengths = {str(key): len(document.text) for key, document in dna.documents.items()}
    return {
        "chosen": {**names, "stances": stances}, "tables": tables, "texts": trimmed, "lengths": lengths,
    }  # fmt: skip


def trimming(raw: str) -> dict[str, str]:
    """The white space before and after, and the kinds of line ends, that a text loses when it is kept; empty if none."""
    text = canonical(raw)
    if text == raw:
        return {}
    whole = _END.sub("\n", raw)
    mark = whole[: len(whole) - len(whole.removeprefix("\ufeff"))]
    bare = whole.removeprefix("\ufeff")
    lead = bare[: len(bare) - len(bare.lstrip())]
    tail = bare[len(lead) + len(text) :]
    return {"lead": mark + lead, "tail": tail, "ends": "".join(_LETTERS[end] for end in _END.findall(raw))}


def untrimmed(text: str, taken: dict[str, str]) -> str:
    """The text as DNA had it: the inverse of `trimming`."""
    ends = iter(taken.get("ends", ""))
    whole = f"{taken.get('lead', '')}{text}{taken.get('tail', '')}"
    return re.sub("\n", lambda found: _ENDS[next(ends, "n")], whole)


def given_back(found: Any, texts: Mapping[int, str]) -> dict[str, Read]:
    """The tables that `kept` kept, with the documents' `texts` by id and empty passwords in their places.

    `found` is taken for untrusted: a descriptor is a file that anyone may have edited. Raises IntakeError if it is
    not what `kept` writes.
    """
    tables = found.get("tables") if isinstance(found, dict) else None
    if not isinstance(tables, dict) or any(name not in tables for name in NEEDED):
        refuse("Its tables are not all there.")
    given: dict[str, Read] = {}
    for name in SELECT:
        if name not in tables:
            continue
        table = tables[name]
        if not isinstance(table, dict):
            refuse(f"{name} is not a table.")
        columns, rows = _list(name, table.get("columns"), str), _list(name, table.get("rows"), list)
        if name == TEXT[0]:
            columns, rows = _with_texts(columns, rows, texts)
        elif name == SECRET[0]:
            columns, rows = [*columns, SECRET[1]], [[*row, ""] for row in rows]
        given[name] = checked(name, tuple(columns), rows)
    return given


def _list(name: str, found: Any, kind: type) -> list[Any]:
    if not isinstance(found, list) or not all(isinstance(part, kind) for part in found):
        refuse(f"{name} is not a table of columns and rows.")
    return found


def _with_texts(
    columns: list[str], rows: list[list[Any]], texts: Mapping[int, str]
) -> tuple[list[str], list[list[Any]]]:
    """DOCUMENTS with its column Text, where it stands in every file that DNA wrote: after the title."""
    if not {"ID", "Title"} <= set(columns) or any(len(row) != len(columns) for row in rows):
        refuse("DOCUMENTS is not a table of columns and rows.")
    key, place = columns.index("ID"), columns.index("Title") + 1
    given = []
    for row in rows:
        text = texts.get(row[key], "") if isinstance(row[key], int) else ""
        given.append([*row[:place], text, *row[place:]])
    return [*columns[:place], TEXT[1], *columns[place:]], given
