"""Quotes and statements of one text from the codes on its passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sayso.ingest.qdpx.pairing import Coded, Pool, SeveralError, Span


@dataclass(frozen=True)
class Quote:
    """A passage that somebody said, as one coder marked it."""

    span: Span
    speaker: str
    coder: str


@dataclass(frozen=True)
class Said:
    """A stance on an issue in a quote; `code` is what it was coded with."""

    quote: Quote
    issue: str
    code: str
    coder: str


@dataclass
class Saying:
    """What one text says: quotes with the day they were coded, statements, and what stayed out of them, by reason.

    `quotes_only` counts passages on an issue that are kept as quotes: nobody coded a stance there.
    """

    quotes: dict[Quote, date | None] = field(default_factory=dict)
    statements: dict[Said, None] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    quotes_only: int = 0


@dataclass(frozen=True)
class Roles:
    """Codes of one text by role. `bound` gives the issue of stance codes that stand below one.

    `whole` is the speaker of the whole text, if the text belongs to one case.
    """

    speakers: list[Coded]
    issues: list[Coded]
    stances: list[Coded]
    bound: dict[str, str]
    whole: str = ""


def say(roles: Roles) -> Saying:
    """The quotes and statements of one text."""
    made = Saying()
    speakers, issues = Pool(roles.speakers), Pool(roles.issues)
    for each in roles.speakers:
        _quote(made, Quote(each.span, each.code, each.coder), each.coded_on)
    used: set[Coded] = set()
    beside: dict[tuple[Span, str, str], set[str]] = {}
    for stance in roles.stances:
        beside.setdefault(_spot(stance, roles), set()).add(stance.code)
    for stance in roles.stances:
        about = _about(stance, issues, roles, used, made)
        quotes = _speaking(stance, speakers, roles, made, "a stance") if about else []
        said_by = {quote.speaker for quote in quotes}
        if len(beside[_spot(stance, roles)]) > 1 and (len(about) > 1 or len(said_by) > 1):
            made.left_out[
                "with several stances and several issues or speakers: whose is whose is not coded"
            ] += 1
            continue
        for quote in quotes:
            for issue in about:
                made.statements.setdefault(Said(quote, issue, stance.code, stance.coder))
    for each in roles.issues:
        if each not in used and _speaking(each, speakers, roles, made, "an issue"):
            made.quotes_only += 1
    return made


def _spot(stance: Coded, roles: Roles) -> tuple[Span, str, str]:
    """Where and by whom a stance was coded; stances below different issues do not stand beside each other."""
    return stance.span, stance.coder, roles.bound.get(stance.code, "")


def _about(stance: Coded, issues: Pool, roles: Roles, used: set[Coded], made: Saying) -> list[str]:
    """The issues that a stance is about; issues that it takes in are put into `used`."""
    if stance.code in roles.bound:
        issue = roles.bound[stance.code]
        used |= {each for each in _around(issues, stance) if each.code == issue}
        return [issue]
    try:
        found = issues.match(stance.span, stance.coder)
    except SeveralError:
        made.left_out["with a stance around several issues"] += 1
        return []
    if not found:
        made.left_out["with a stance but no issue"] += 1
    used |= set(found)
    return [each.code for each in found]


def _around(issues: Pool, stance: Coded) -> Iterator[Coded]:
    try:
        yield from (each for each in issues.match(stance.span, stance.coder) if each.coder == stance.coder)
    except SeveralError:
        return


def _speaking(at: Coded, speakers: Pool, roles: Roles, made: Saying, what: str) -> list[Quote]:
    """The quotes that a passage belongs to."""
    try:
        found = [Quote(each.span, each.code, each.coder) for each in speakers.match(at.span, at.coder)]
    except SeveralError:
        made.left_out[f"with {what} around several speakers"] += 1
        return []
    if not found and roles.whole:
        found = [Quote(at.span, roles.whole, at.coder)]
        _quote(made, found[0], at.coded_on)
    if not found:
        made.left_out[f"with {what} but no speaker"] += 1
    return found


def _quote(made: Saying, quote: Quote, day: date | None) -> None:
    made.quotes[quote] = min(filter(None, (made.quotes.get(quote), day)), default=None)
