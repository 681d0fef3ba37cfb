"""A reader's filters by keyword, as Python and the command line give them: ids or names, checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypedDict, TypeVar, Unpack

from sayso.errors import QueryError
from sayso.model.scope import COUNT_BY, KINDS, KNOWN_BY, MEASURES, CountBy, KnownBy, Measure, Scope
from sayso.model.wording import listed
from sayso.reports.lookup import Lookup, read_lookup
from sayso.reports.memo import ask
from sayso.store.hub import Database

Word = TypeVar("Word", bound=str)
TITLE = "Reading the filters"


class BaseFilters(TypedDict, total=False):
    """What counts. Actors, factions, issues and outlets by id or by name; what is left out is not filtered."""

    as_of: date | str
    """The last day that counts, a date or ISO text. Default: the dataset's last."""
    actors: Iterable[str]
    factions: Iterable[str]
    issues: Iterable[str]
    kinds: Iterable[str]
    """Of direct, mixed, indirect, act."""
    outlets: Iterable[str]
    worst_credibility: int | None
    """1 to 6: reports that are rated worse, or not at all, are left out."""
    count_by: CountBy
    measure: Measure
    known_by: KnownBy
    """What must have happened by `as_of`: that it was said, published or coded. Default: said."""


class Filters(BaseFilters, total=False):
    """`BaseFilters`, and the first day that counts."""

    since: date | str | None
    """The first day whose words and acts count. Default: all history."""


def scope_of(database: Database, **filters: Unpack[Filters]) -> Scope:
    """The scope that `filters` describe. Raises QueryError for what is not in the dataset, with what is near it."""
    lookup = ask(read_lookup, database)
    ids = {
        kind: ids_of(kind, filters.get(kind, ()), labels)  # type: ignore[arg-type]  # mypy loses the keys' own types
        for kind, labels in _named(lookup).items()
    }
    credibility = filters.get("worst_credibility")
    if credibility is not None and credibility not in range(1, 7):
        raise QueryError(TITLE, f"Credibility {credibility} is not a grade.", "Name one of 1 to 6.")
    since, known_by = filters.get("since"), filters.get("known_by", "said")
    return Scope(
        database.name, day(filters.get("as_of") or lookup.last_day), **ids, worst_credibility=credibility,
        kinds=tuple(one_of("kind of quote", kind, KINDS) for kind in _each(filters.get("kinds", ()))),
        count_by=one_of("way to count", filters.get("count_by", "article"), COUNT_BY),
        measure=one_of("measure", filters.get("measure", "mean"), MEASURES), since=day(since) if since else None,
        known_by=one_of("kind of day", known_by, KNOWN_BY),
    )  # fmt: skip


def day(given: date | str) -> date:
    """A date, or ISO text as one. Raises QueryError for what is no day."""
    try:
        return date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        raise QueryError(TITLE, f"“{given}” is not a day.", "Write it as 2024-06-30.") from None


def ids_of(kind: str, given: Iterable[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of what is named by id or by name, whatever its case. Raises QueryError for what is not there."""
    return tuple(id_of(kind, name, labels) for name in _each(given))


def id_of(kind: str, name: str, labels: Mapping[str, str]) -> str:
    """The id of `name` among `labels` (names by id). Raises QueryError if it is neither an id nor a name."""
    if name in labels:
        return name
    by_name = {label.casefold(): key for key, label in labels.items()}
    if (key := by_name.get(name.casefold())) is not None:
        return key
    near = get_close_matches(name.casefold(), [*by_name, *labels], n=3, cutoff=0.5)
    hint = f"Did you mean {listed([labels.get(word, labels.get(by_name.get(word, ''), word)) for word in near])}?"
    has = f"It has {listed(list(labels.values()), most=6)}." if labels else "It has none."
    raise QueryError(TITLE, f"The dataset has no “{name}” among its {kind}.", hint if near else has)


def one_of(what: str, given: Word, words: tuple[Word, ...]) -> Word:
    """`given`, if it is one of `words`. Raises QueryError if not."""
    if given not in words:
        raise QueryError(TITLE, f"“{given}” is no {what}.", f"Name one of {', '.join(words)}.")
    return given


def _each(given: Iterable[str]) -> Iterable[str]:
    return (given,) if isinstance(given, str) else given


def _named(lookup: Lookup) -> dict[str, dict[str, str]]:
    return {
        "actors": lookup.actors, "factions": lookup.factions, "issues": lookup.issues, "outlets": lookup.outlets,
    }  # fmt: skip
