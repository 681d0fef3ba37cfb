"""Who is named in a text: the longest name wins, so that "Saddam Hussein" is not a mention of "Hussein"."""

from __future__ import annotations

import re
from collections.abc import Iterable


def mentions(texts: Iterable[str], names: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The actors named in each text.

    `names` holds (name as found, actor id); a name that several actors share names none of them.
    Matching is by whole words, capitals as written.
    """
    owners: dict[str, set[str]] = {}
    for name, actor in names:
        owners.setdefault(name, set()).add(actor)
    if not owners:
        return [set() for _ in texts]
    longest_first = sorted(owners, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return [
        {actor for found in pattern.findall(text) if len(owners[found]) == 1 for actor in owners[found]}
        for text in texts
    ]
