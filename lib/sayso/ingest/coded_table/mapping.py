"""What a table's columns and values mean, as a small JSON file that can be used again next week."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, NoReturn

from sayso.errors import IntakeError
from sayso.ingest.coded_table.columns import BY_KEY, FIELDS, NEEDED, guess_columns
from sayso.ingest.coded_table.table import Table
from sayso.ingest.coded_table.values import day_order, guess_stances, stance_key, stance_values
from sayso.model.wording import listed

FORMAT = "sayso table mapping 1"
LARGEST = 200_000  # characters
NOUNS = ("actors", "issues", "outlets")
_TEXTS = {
    "day_order": ("", "dmy", "mdy"),
    "speaker_kind": None,
    "outlet": None,
    "language": None,
    "sheet": None,
}


@dataclass(frozen=True)
class TableMap:
    """`columns` by field, `stances` by value (see `stance_key`); the rest holds where a row says nothing.

    `same` says of names, for actors, issues and outlets, which known id they are.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    stances: Mapping[str, int] = field(default_factory=dict)
    empty_stance: int | None = None
    day_order: str = ""
    speaker_kind: str = "person"
    outlet: str = ""
    language: str = ""
    same: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sheet: str = ""
    header_row: int = 0

    def to_json(self) -> str:
        """The mapping as a file."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=2) + "\n"


def from_json(name: str, content: bytes) -> TableMap:
    """The mapping in a file. Raises IntakeError, naming what is wrong, if it is none."""
    if len(content) > LARGEST:
        _refuse(name, f"It has {len(content):,} bytes; a mapping has a few hundred.")
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        _refuse(name, "It is no JSON.")
    if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
        _refuse(name, f"It does not say “format”: “{FORMAT}”.")
    kept: dict[str, Any] = {}
    for key, value in found.items():
        if key not in TableMap.__dataclass_fields__:
            _refuse(name, f"It says “{str(key)[:40]}”, which no mapping has.")
        if not _fits(key, value):
            _refuse(name, f"What it says under “{key}” cannot be understood.")
        kept[key] = value
    return TableMap(**kept)


def guess(table: Table, known: TableMap | None = None) -> TableMap:
    """The mapping that a table suggests; what `known` says holds, where its columns are there."""
    base = known or TableMap()
    kept = {key: column for key, column in base.columns.items() if column in table.columns}
    columns = kept if known else guess_columns(table)
    values = stance_values(table.cells(columns.get("stance", "")))
    order, _ = day_order(cell for key in ("date", "published") for cell in table.cells(columns.get(key, "")))
    return replace(
        base, columns=columns, stances=guess_stances(values) | dict(base.stances), day_order=base.day_order or order,
        sheet=table.sheet, header_row=base.header_row,
    )  # fmt: skip


def check(table: Table, mapping: TableMap) -> None:
    """Raise IntakeError unless what is needed has a column that is there, and no column has two meanings."""
    wrong: list[str] = []
    gone = [column for column in mapping.columns.values() if column not in table.columns]
    if gone:
        wrong.append(f"It has no column {listed([f'“{name}”' for name in gone])}.")
    missing = [BY_KEY[key].label.lower() for key in NEEDED if key not in mapping.columns]
    if not {"date", "published"} & set(mapping.columns):
        missing.append("day (said on, or published on)")
    if missing:
        wrong.append(f"No column says the {listed(missing, most=5)}.")
    unknown = [key for key in mapping.columns if key not in BY_KEY]
    if unknown:
        wrong.append(f"There is no field {listed(unknown)}; there are {', '.join(f.key for f in FIELDS)}.")
    if wrong:
        have = ", ".join(f"“{column}”" for column in table.columns[:20])
        raise IntakeError(
            f"Reading {table.file}",
            f"{' '.join(wrong)} Nothing was changed.",
            f"Its columns are {have}. Say which is which.",
        )


def _fits(key: str, value: Any) -> bool:
    if key == "columns":
        return _texts(value) and set(value) <= set(BY_KEY)
    if key == "stances":
        good = isinstance(value, dict) and all(isinstance(k, str) and _stance(v) for k, v in value.items())
        return good and all(stance_key(k) == k for k in value)
    if key == "same":
        return isinstance(value, dict) and set(value) <= set(NOUNS) and all(map(_texts, value.values()))
    if key == "empty_stance":
        return value is None or _stance(value)
    if key == "header_row":
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100_000
    allowed: Sequence[str] | None = _TEXTS[key]
    return isinstance(value, str) and (allowed is None or value in allowed)


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(k, str) and isinstance(v, str) for k, v in value.items()
    )


def _stance(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -2 <= value <= 2


def _refuse(name: str, message: str) -> NoReturn:
    raise IntakeError(
        f"Reading the mapping {name[:80]}",
        f"{message} Nothing was changed.",
        "Choose a file that “Save the mapping” wrote.",
    )
