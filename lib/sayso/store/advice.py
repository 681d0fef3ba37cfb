"""What would be right in a column, in words for the person who fills it in."""

from __future__ import annotations

from sayso.store.catalog import Column

_LONGEST = 60
_SLUG = "Short stable name"
_SLUG_EXAMPLE = " For example: fuad-hussein. A name in capitals or its own script goes into a name column."


def expected(column: Column) -> str:
    """The column's comment; for a list of allowed values all of them, for an id an example."""
    missing = [label for label in column.labels if label not in column.comment]
    if missing:
        return f"One of {', '.join(column.labels)}."
    return column.comment + (_SLUG_EXAMPLE if column.comment.startswith(_SLUG) else "")


def shown(value: object) -> str:
    """A cell as a message quotes it: shortened, control characters made visible."""
    if value is None:
        return "an empty cell"
    text = "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(value))
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”"
