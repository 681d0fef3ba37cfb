"""Every sentence that reports make of both datasets in 57 scopes: numbers agree, and no more is claimed than is so.

Printed (`pytest -rP`): how many sentences there are, and how many break each rule. The rules were written from faults
that were seen; `test_a_rule_finds_what_it_is_for` has one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from itertools import islice

import pytest

from sayso.model.wording import is_plural
from sayso.reports.choosing import Filters, scope_of
from sayso.reports.lookup import Lookup, read_lookup
from sayso.reports.memo import ask
from sayso.reports.pages import REPORTS, report
from sayso.store.hub import Database, Hub
from tests.conftest import REPOSITORY

DATASETS = ("iraq-us-troops-2021", "harbour-debate")
N_SCOPES = 57
_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_MANY = rf"(?i:\d*[02-9]|\d+1\d|{_WORDS})"
_NOUN = "statement|article|outlet|issue|actor|member|camp|position|quote|window|week|faction|pair|event|article|find|language|year|change"
_ONE_VERB = "is|was|has|stands|opposes|supports|takes|falls|differs|rests|changes|comes|matches|keeps|counts"
_MANY_VERB = "are|were|have|stand|oppose|support|take|fall|differ|rest|change|come|match|keep|count"
RULES: Mapping[str, str] = {
    "many, and a noun of one": rf"\b{_MANY} (?:{_NOUN})\b(?!s|-)",
    "one, and a noun of many": rf"(?<![\d.,])\b(?:1|[Oo]ne) (?:{_NOUN})s\b",
    "many, and a verb of one": rf"(?<!\bof )\b{_MANY} (?:[a-z]+ )?(?:{_NOUN})s (?:{_ONE_VERB})\b",
    "one, and a verb of many": rf"(?<![\d.,])\b(?:1|[Oo]ne) (?:[a-z]+ )?(?:{_NOUN}) (?:that )?(?:{_MANY_VERB})\b",
    "a part of one or none": r"\b(?:[Nn]one|[Aa]ny|[Oo]ne|1) of (?:1|one|no|0)\b",
    "all of one, two or none": r"\b[Aa]ll (?:0|no|1|one|2|two)\b(?! issue found)",
    "words and digits in one count": rf"\b\d+ of (?:{_WORDS})\b|\b(?:[Oo]ne|{_WORDS}) of \d",
    "a rate that is not nothing": r"\b0\.0 a\b",
    "what no reader writes": r"\bnan\b|\bNaT\b|\bNone\b(?! (?:of|since|is|in))|\.\./|/\.\.|“”|  | ,|\bthe the\b",
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("many, and a noun of one", "searched 24 article"),
        ("one, and a noun of many", "as of 24 Jul 2021 · 1 articles"),
        ("many, and a verb of one", "Three factions stands alone"),
        ("one, and a verb of many", "1 position are conditional"),
        ("one, and a verb of many", "1 statement that match the filters"),
        ("a part of one or none", "supports one of one issues"),
        ("a part of one or none", "no position found on any of 1 issue"),
        ("all of one, two or none", "All 1 statement fall"),
        ("words and digits in one count", "three of 15 positions change"),
        ("words and digits in one count", "10 of sixteen actors"),
        ("a rate that is not nothing", "0.0 a week on average"),
        ("what no reader writes", "between 2003-03/.. and 2021"),
    ],
)
def test_a_rule_finds_what_it_is_for(rule: str, sentence: str) -> None:
    assert re.search(RULES[rule], sentence)


@pytest.mark.parametrize(
    ("name", "wrong"), [("Senior US officials", "Senior US officials was found"), ("Ann", "Ann were found")]
)
def test_a_verb_that_does_not_go_with_a_name_is_found(name: str, wrong: str) -> None:
    assert re.search(_names_rule([name]), wrong) and not re.search(_names_rule([name]), f"{name} found")


def test_every_sentence_is_english_and_says_who_was_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    sentences: dict[str, str] = {}
    overclaims, n_scopes = [], 0
    rules = dict(RULES)
    for name in DATASETS:
        with closing(Hub()) as hub:  # in memory: the file that ships may be open in another worker
            database = hub.load_into_memory(REPOSITORY / "data" / name, name, "")
            lookup = ask(read_lookup, database)
            rules[f"a verb that goes with a name of {name}"] = _names_rule(
                [*lookup.actors.values(), *lookup.factions.values()]
            )
            for where, filters in islice(_scopes(lookup), N_SCOPES - n_scopes - (name == DATASETS[0]) * 29):
                n_scopes += 1
                made = list(_sentences(database, filters))
                sentences |= {sentence: f"{name}, {where}: {page}" for page, sentence in made}
                is_narrowed = bool({"actors", "factions", "issues", "kinds", "since"} & set(filters))
                claims = (s for _, s in made if re.match(r"(?:Only|Nobody) .* found ", s))
                overclaims += [s for s in claims if is_narrowed and "in this selection" not in s]
    broken = {
        rule: [
            f"{where}: {sentence}" for sentence, where in sentences.items() if re.search(pattern, sentence)
        ]
        for rule, pattern in rules.items()
    }
    with capsys.disabled():
        shares = "".join(f"\n  {len(found)} of {len(sentences):,}  {rule}" for rule, found in broken.items())
        print(f"\n{len(sentences):,} distinct sentences of {n_scopes} scopes{shares}")
    assert n_scopes == N_SCOPES and len(sentences) > 1_000
    assert not [found for each in broken.values() for found in each] and not overclaims


def _scopes(lookup: Lookup) -> Iterator[tuple[str, Filters]]:
    """The dearest first (all actors), then as many narrow ones as are asked for."""
    last = lookup.last_day
    yield "all", {}
    yield "since 90 days before", {"since": last - timedelta(days=90)}
    yield (
        "every statement, the latest, as published 30 days before",
        {
            "count_by": "statement", "measure": "latest", "known_by": "published", "as_of": last - timedelta(days=30),
        },
    )  # fmt: skip
    yield "acts", {"kinds": ["act"]}
    for issue in lookup.issues:
        yield issue, {"issues": [issue]}
    for faction in lookup.factions:
        yield faction, {"factions": [faction]}
    for actor in lookup.actors:
        yield actor, {"actors": [actor]}


def _sentences(database: Database, filters: Filters) -> Iterator[tuple[str, str]]:
    """What each page says in words; tables and quotes are not sentences."""
    scope = scope_of(database, **filters)
    for page in REPORTS:
        answer = report(page, database, scope)
        yield page, answer.title
        yield page, answer.subtitle
        for part in answer.parts:
            yield page, part.title
        notes = (
            answer.notes if page not in ("actor", "quotes") else ()
        )  # those hold names of events, and quotes
        yield from ((page, note) for note in notes)


def _names_rule(names: list[str]) -> str:
    """A name, and a verb that does not go with it, at the beginning of a clause."""
    many = "|".join(re.escape(name) for name in names if is_plural(name))
    one = "|".join(re.escape(name) for name in names if not is_plural(name))
    rules = [rf"(?:^|; |Only )(?:{names}) (?:{verbs})\b" for names, verbs in ((many, _ONE_VERB), (one, _MANY_VERB)) if names]  # fmt: skip
    return "|".join(rules)
