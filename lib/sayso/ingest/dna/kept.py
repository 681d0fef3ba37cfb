"""What Sayso's tables have no column for, as JSON beside them: so that it can be given back."""

from __future__ import annotations

import re
from typing import Any

from sayso.ingest.dna.choices import Chosen
from sayso.ingest.dna.records import Dna
from sayso.store.text_check import canonical

SECRET = ("CODERS", "Password")  # even as a hash it has no business in a file that is passed on
TEXT = ("DOCUMENTS", "Text")  # stands in the articles, and leaves only where their rights allow
_END = re.compile(r"\r\n|\r|\n")
_LETTERS = {"\n": "n", "\r": "r", "\r\n": "b"}
_ENDS = {letter: end for end, letter in _LETTERS.items()}


def kept(dna: Dna, chosen: Chosen) -> dict[str, Any]:
    """Everything that was read as plain values for JSON, without passwords and texts, and what was chosen.

    `tables` holds columns and rows by table; `texts`, by document, what keeping a text took off it (`trimming`).
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
    return {"chosen": {**names, "stances": stances}, "tables": tables, "texts": trimmed}


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
