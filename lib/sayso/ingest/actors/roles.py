"""What is said about a named actor right beside the name: titles, appositions, the noun before it."""

from __future__ import annotations

import re

from sayso.ingest.actors.names import Name
from sayso.ingest.lexicon.people import PERSON_ROLES

_AFTER = re.compile(
    r",?\s*\(?,\s+(?:\d+,\s+)?(?:an?\s+|the\s+|his\s+|her\s+|its\s+)?([^,.;:()“”\"\n]{3,90})[,.)]"
)
_BEFORE = re.compile(r"((?:[A-Za-z][\w’'.-]*\s+){1,6})$")
_VERBS = frozenset("said says told also has had was is were will would added did does".split())
_ACRONYM = re.compile(r"\s*\(([A-ZÀ-ÖØ-ÞİŞĞŁŚŽŠČ][^\W\d_.]{1,7}|[A-Z][\w.-]{1,7})\)")


def roles_of(text: str, name: Name) -> list[str]:
    """Role words around a name, lower case."""
    start, end = name.span
    found = [" ".join(name.titles)] if name.titles else []
    lead = start - sum(len(title) + 1 for title in name.titles)
    before = _BEFORE.search(text[max(0, lead - 70) : max(0, lead)])
    if before:
        words = before.group(1).lower().split()
        if words and words[-1] in PERSON_ROLES:
            found.append(" ".join(words[-4:]))
    after = _AFTER.match(text[end : end + 120])
    if after and any(word in PERSON_ROLES or len(word) > 3 for word in after.group(1).lower().split()):
        words = after.group(1).lower().split()
        if not _VERBS.intersection(words) and words[0] not in (
            "who",
            "which",
            "and",
            "but",
            "said",
            "says",
            "while",
            "when",
            "where",
        ):
            found.append(" ".join(words))
    return found


def acronym_after(text: str, end: int) -> str | None:
    """`World Health Organization (WHO)`."""
    match = _ACRONYM.match(text[end : end + 14])
    return match.group(1) if match else None


def initials(name: str) -> str:
    """The first letters of a name's capitalised words."""
    return "".join(word[0] for word in re.findall(r"[A-Za-z][\w’']*", name) if word[0].isupper())
