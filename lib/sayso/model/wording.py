"""Sentences by rule: how counts and names are put into words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
# What follows these words says more of a name; its number is that of what stands before them.
_AFTER_HEAD = re.compile(r" (?:of|in|for|from|on|at|to|against|with|and|near|under) |[(,]")
_SINGULAR_ENDS = ("ss", "us", "is", "ics", "news", "series")


def number(count: int) -> str:
    """Up to twenty in words, more in digits: "no", "one", … "twenty", "21", "1,204"."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def number_beside(count: int, total: int) -> str:
    """`count` in words if `total` is, else in digits: one kind of number in a sentence."""
    return number(count) if number(total).isalpha() else f"{count:,}"


def part(count: int, total: int) -> str:
    """ "ten of sixteen", and "10 of 26"."""
    return f"{number_beside(count, total)} of {number(total)}"


def all_of(count: int, singular: str) -> str:
    """ "the one statement", "both statements", "all six statements": the whole of something."""
    if count == 1:
        return f"the one {singular}"
    return f"both {singular}s" if count == 2 else f"all {number(count)} {singular}s"


def agreeing(count: int, one: str, many: str) -> str:
    """The verb that goes with a count: "stands" or "stand"."""
    return one if count == 1 else many


def is_plural(name: str) -> bool:
    """Whether English says "are" of a name: "Senior US officials", "Foreign forces in Iraq", "The Greens".

    A rule of thumb for names as the codebook has them: a last word in small letters that ends in s, or one word in s
    after "The". A person's or a body's name ("James", "United States", "Dockers' Union") is one.
    """
    head = _AFTER_HEAD.split(name.strip(), maxsplit=1)[0].strip()
    words = head.split()
    if not words or not words[-1].endswith("s") or words[-1].lower().endswith(_SINGULAR_ENDS):
        return False
    return (words[-1].islower() and len(words) > 1) or (len(words) == 2 and words[0] == "The")


def verb_of(name: str, one: str, many: str) -> str:
    """The verb that goes with a name."""
    return many if is_plural(name) else one


def counted(count: int, singular: str, plural: str = "") -> str:
    """ "1 article", "24 articles", "1,204 statements"."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """ "A", "A and B", "A, B and C"; beyond `most`, "A, B and four more"."""
    shown = (
        list(names) if len(names) <= most else [*names[: most - 1], f"{number(len(names) - most + 1)} more"]
    )
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """`text` in quotation marks."""
    return f"“{text}”"


def by_sign(n_supporting: int, n_neutral: int, n_opposing: int) -> str:
    """ "3 +, 1 −": what few statements (or members) amount to."""
    counts = ((n_supporting, "+"), (n_neutral, "0"), (n_opposing, "−"))
    return ", ".join(f"{int(n):,} {sign}" for n, sign in counts if n)
