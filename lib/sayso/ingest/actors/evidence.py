"""What the whole text tells of a name: a state, a place that nobody speaks for, a body and not a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.ingest.actors.names import Name
from sayso.ingest.actors.roles import acronym_after, initials
from sayso.ingest.lexicon.bodies import LANDMARKS, SHIPS
from sayso.ingest.lexicon.people import GIVEN_NAMES, PERSON_ROLES, TITLES
from sayso.ingest.lexicon.places import country_code, folded, place_named
from sayso.ingest.records import NameKind

_OFFICES = (
    r"(?:(?:foreign|interior|defen[cs]e|finance|prime|new|former|ruling)\s+)*"
    r"(?:governments?|army|navy|parliament|president|minister|ministry|ambassador|embassy|military|troops|soldiers|"
    r"air\s+force|coast\s+guard|border|capital|king|queen|emir|cabinet|constitution|allies|intelligence\s+service)\b"
)
_OWNS = re.compile(rf"[’']s?\s+{_OFFICES}")
_OF = re.compile(
    r"\b(?:governments?|president|parliament|republic|kingdom|emirate|sultanate|army|king|queen|emir|embassy|counterpart|"
    r"ministry|ambassador|cabinet|constitution)\s+(?:of|in|to)\s+$|\bcountries\s+(?:including|like|such\s+as)\s+$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|off|beyond|towards?|to|from|of|via|between)\s+$", re.I
)
_SURELY_AT = re.compile(r"\b(?:in|at|above|below|near|outside|inside|across|off)\s+$", re.IGNORECASE)
_PORTFOLIO = re.compile(r"\b[Mm]inister\s+(?:for|of)\s+$")
_SAYS = re.compile(
    r"(?:,[^,.\n]{2,60},)?\s+(?:said|told|says|tells|asked|replied|added|insisted|argued|warned)\b"
)
_THE = re.compile(r"\b(?:the|its|their|our)\s+$", re.IGNORECASE)
_ACTS = re.compile(
    r"\s+(?:(?:has|have|had|was|is|were|are|will|would|could|may|might|must|should|can|does|did|also|later|now|who)\b|"
    r"(?:said|told|went|came|made|took|gave|won|ran|spoke|held|sent|left|met|led|put|cut|fought|wrote|says|denies)\b|"
    r"[a-z]{3,}(?:ed|es|ys|ts|ns|ls|ds|ks)\b)|,\s+(?:who|\d\d,|an?\s+[a-z])|[’']s\b|\s*:"
)
_NEXT = re.compile(r"\s+([a-z]+)\b")
_SAID_OF = re.compile(r",\s+(?:(?:an?|the|its|their|whose)\s+)((?:[a-z][\w’'-]*\s+){0,4}[a-z][\w’'-]*)")
_WORDS_BEFORE = re.compile(r"((?:[a-z][\w’'-]*\s+){1,4})$")
_BLOC = re.compile(r"\b(?:\w+-(?:nation|member|country|state)|member\s+states|bloc)\b", re.IGNORECASE)
_ENDS = ("an", "n", "ian", "i", "ese", "ish")


@dataclass
class Weighed:
    """What was counted for one name over the whole text."""

    seen: int = 0
    state: int = 0
    at: int = 0
    surely_at: int = 0
    the: int = 0
    acts: int = 0
    short: bool = False  # its acronym follows it
    titled: bool = False
    says: int = 0


def weigh(text: str, names: Sequence[Name]) -> list[Name]:
    """The names again, with the kinds that the whole text gives them; those that name no actor are left out."""
    capitals = frozenset(re.findall(r"\b[A-Z][a-z]{3,}\b", text))
    facts: dict[str, Weighed] = defaultdict(Weighed)
    surnames: dict[str, int] = defaultdict(int)
    for name in names:
        _count(text, name, facts[_key(name)])
        words = folded(name.core).split()
        if name.kind == "person" and len(words) > 1 and words[0] not in ("the",):
            surnames[words[-1]] += 1
    kept = []
    for name in names:
        fact = facts[_key(name)]
        if _no_actor(text, name, fact, facts):
            continue
        kept.append(_better(text, name, fact, capitals, surnames))
    return kept


def _key(name: Name) -> str:
    return re.sub(r"[’']s?$", "", folded(name.core))


def _count(text: str, name: Name, fact: Weighed) -> None:
    start, end = name.span
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    fact.seen += 1
    fact.titled = fact.titled or bool(name.titles)
    fact.state += bool(_OWNS.match(after) or _OF.search(before))
    fact.says += bool(_SAYS.match(after))
    fact.the += bool(_THE.search(before))
    fact.short = fact.short or acronym_after(text, end) == initials(name.core)
    follows = _NEXT.match(after)
    dateline = text[max(0, start - 1) : start] in ("", "\n") and after.startswith(",")
    if _AT.search(before) or dateline or (follows and follows[1] in LANDMARKS):
        fact.at += 1
        fact.surely_at += bool(_SURELY_AT.search(before)) and not after.startswith(("'", "’"))
    elif _ACTS.match(after):
        fact.acts += 1


def _no_actor(text: str, name: Name, fact: Weighed, facts: dict[str, Weighed]) -> bool:
    """A ship, a dam, a town that things only happen in."""
    words = folded(name.core).split()
    if words[0] in SHIPS and len(words) > 1:
        return True
    start, end = name.span
    if _PORTFOLIO.search(text[max(0, start - 24) : start]) and not name.titles:
        return True
    if words[0] in ("st", "st.", "saint") and not fact.acts and not fact.titled:
        return True
    follows = _NEXT.match(text[end : end + 30])
    capital = name.kind == "capital"
    if capital and _SURELY_AT.search(text[max(0, start - 12) : start]):
        return True
    if (name.kind not in ("person", None) and not capital) or fact.titled:
        return False
    if follows and follows[1] in LANDMARKS and not name.titles:
        return True
    if capital or len(words) < 2 or words[0] in GIVEN_NAMES or fact.acts or fact.state:
        return False
    alone = facts.get(words[-1])
    if alone is not None and (alone.acts or alone.titled):
        return False
    return fact.surely_at > 0 and 2 * fact.at >= fact.seen


def _better(text: str, name: Name, fact: Weighed, capitals: frozenset[str], surnames: dict[str, int]) -> Name:
    words = folded(name.core).split()
    kind = name.kind
    if kind in ("person", None) and not fact.titled:
        if not surnames.get(_key(name)) and _is_state(name, fact, capitals):
            return replace(name, kind="state")
        role = words[-1] in PERSON_ROLES | TITLES
        if (
            len(words) > 1
            and not role
            and words[0] not in GIVEN_NAMES
            and (fact.short or 2 * fact.the > fact.seen)
        ):
            kind = "organisation"
        if kind is None and fact.says and not fact.the and name.core[1:2].islower():
            kind = "state" if fact.surely_at else "person"
    told = _told(text, name, kind)
    return replace(name, kind=told) if told != name.kind else name


def _is_state(name: Name, fact: Weighed, capitals: frozenset[str]) -> bool:
    core = re.sub(r"[’']s?$", "", name.core)
    words = core.split()
    if len(words) > 2 or not words[-1][0].isupper() or core.isupper() or folded(words[0]) in GIVEN_NAMES:
        return False
    if place_named(core) is not None and country_code(core) is None:
        return False
    if fact.state:
        return True
    return (
        len(words) == 1
        and len(core) > 3
        and fact.at + fact.acts > 0
        and any(word in capitals for word in _peoples(core))
    )


def _peoples(state: str) -> set[str]:
    """Kambeya: Kambeyan; Qadira, Rasimah: Qadiri, Rasimi."""
    stem = re.sub(r"(?:ah|[aeiou])$", "", state)
    return {base + end for base in (state, stem) for end in _ENDS} - {state}


def _told(text: str, name: Name, kind: NameKind | None) -> NameKind | None:
    """The kind that the words beside a name give: `the weekly X`, `X, a newspaper close to …`."""
    if kind in ("state", "group", "capital") or name.titles:
        return kind
    start, end = name.span
    before = _WORDS_BEFORE.search(text[max(0, start - 60) : start])
    lead = before.group(1).lower().split() if before else []
    if lead and kind != "person":
        if lead[-1] in ("opposition", "ruling", "governing") and kind == "organisation":
            return "party"
        if lead[-2:] == ["news", "agency"] or lead[-1] in ("newspaper", "daily", "weekly", "broadcaster"):
            return "media"
    after = _SAID_OF.match(text[end : end + 90])
    said = after.group(1).lower().split() if after else []
    for at, word in enumerate(said):
        if word in ("of", "in", "with", "that", "which", "who", "for", "whose", "at", "by", "close"):
            break
        if word in PERSON_ROLES:
            return kind
        if word in ("newspaper", "daily", "broadcaster", "magazine"):
            return "media"
        rebels = {"rebel", "armed", "militant", "insurgent", "guerrilla", "jihadist", "separatist"}
        if kind != "person" and rebels & set(said[:at]) and word in ("group", "movement", "organisation"):
            return "armed group"
        if kind == "organisation" and "opposition" in said[:at] and word in ("grouping", "group", "movement"):
            return "party"
    return "alliance" if kind == "organisation" and _BLOC.search(" ".join(lead)) else kind
