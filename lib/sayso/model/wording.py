"""Sentences by rule: how counts and names are put into words."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number(count: int) -> str:
    """Up to twelve in words, more in digits: "no", "one", … "twelve", "13", "1,204"."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def part(count: int, total: int) -> str:
    """ "ten of twelve", and "10 of 16": one kind of number in a sentence."""
    words = number(total)
    return f"{number(count) if words.isalpha() else f'{count:,}'} of {words}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """ "1 article", "24 articles", "1,204 statements"."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """ "A", "A and B", "A, B and C"; beyond `most`, "A, B and 4 more"."""
    shown = list(names) if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """`text` in quotation marks."""
    return f"“{text}”"
