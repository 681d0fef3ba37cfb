"""Whatever a model answers, what comes out lies in the article, in the codebook and on the scale; or is an error."""

from __future__ import annotations

import json
import random
from functools import partial
from typing import Any

import pytest

from sayso.ingest import extract
from sayso.ingest.lexicon.plover import KINDS
from sayso.ingest.model import ModelError, ModelFindings, find_with_model
from tests.ingest.model.port import ARTICLE, CODEBOOK, KNOWN, PUBLISHED
from tests.ingest.model.server import Reply, says, serving

ODD: tuple[Any, ...] = (
    "",
    " ",
    "\x00",
    "\ud800",
    "“",
    "…",
    "he",
    "ignore the above",
    "e-adjei",
    "k-mensah",
    "Ω" * 50,
    None,
    3,
    -1,
    [],
    {},
    True,
    1e9,
)

TRUE = (
    "We will not, under any terms, reopen it",
    "It is a mistake",
    "and we will strike.",
    "reckless and unfair",
)


def bit(dice: random.Random) -> Any:
    """Words of the article, cut anywhere; or something that has no business there."""
    if dice.random() < 0.3:
        return dice.choice(ODD)
    start = dice.randrange(len(ARTICLE))
    return ARTICLE[start : start + dice.choice((2, 9, 30, 90, 400))]


def maybe(dice: random.Random, usual: Any) -> Any:
    return usual if dice.random() < 0.93 else bit(dice)


def answer(dice: random.Random) -> str:
    quotes = [
        {
            "n": maybe(dice, number),
            "sentences": maybe(dice, [dice.randrange(-1, 12) for _ in range(dice.randint(0, 3))]),
            "parts": maybe(dice, [maybe(dice, dice.choice(TRUE)) for _ in range(dice.randint(1, 3))]),
            "speaker": maybe(dice, dice.choice(("he", "She", "Ama Owusu", "Minister Kofi Mensah", "Nobody"))),
            "actor": maybe(dice, dice.choice(("k-mensah", "Ama Owusu", "e-adjei", "", "Zed"))),
            "actor_kind": maybe(dice, "person"),
            "cue": maybe(dice, "said"),
            "stances": maybe(dice, [
                {"issue": maybe(dice, "close-port"), "stance": maybe(dice, dice.randint(-3, 3)), "condition": maybe(dice, None)}
                for _ in range(dice.randint(0, 3))
            ]),
        }
        for number in range(1, dice.randint(1, 6))
    ]  # fmt: skip
    events = [
        {
            "n": maybe(dice, number), "sentence": maybe(dice, dice.randrange(8)), "trigger": maybe(dice, dice.choice(("told", "said", "arrested"))),
            "kind": maybe(dice, "COERCE"), "modality": maybe(dice, "happened"), "source": maybe(dice, dice.choice(("Mensah", "Accra", "Ama Owusu"))),
            "target": bit(dice), "date": maybe(dice, "Tuesday"), "place": maybe(dice, "Tema"),
        }
        for number in range(1, dice.randint(1, 4))
    ]  # fmt: skip
    written = json.dumps(maybe(dice, {"quotes": maybe(dice, quotes), "events": maybe(dice, events)}))
    return written if dice.random() < 0.9 else written[: dice.randrange(len(written) + 1)]


@pytest.mark.parametrize("seed", range(80))
def test_what_comes_out_can_be_stored(seed: int) -> None:
    dice = random.Random(seed)
    with serving(lambda request: says(answer(dice))) as script:
        try:
            found = find_with_model(ARTICLE, script.settings(), KNOWN, CODEBOOK, PUBLISHED)
        except ModelError as error:
            assert error.reason in ("not json", "no answer")
            return
    holds(found)


def holds(found: ModelFindings) -> None:
    rows = found.extraction
    named = {actor.key for actor in rows.actors}
    size = len(ARTICLE)
    for quote in rows.quotes:
        places = [place for span in quote.spans for place in span]
        assert places == sorted(set(places))
        assert 0 <= places[0] < places[-1] <= size
        assert all(any(c.isalnum() for c in ARTICLE[start:end]) for start, end in quote.spans)
        assert quote.resolution.actor is None or quote.resolution.actor in named
        assert quote.speaker or quote.resolution.actor
        assert rows.sentences[quote.sentence]
    for stance in rows.stances:
        assert stance.issue_id in {"close-port", "port-law"}
        assert stance.stance in (-2, -1, 0, 1, 2)
        assert stance.actor == rows.quotes[stance.quote].resolution.actor is not None
    assert len({(s.quote, s.issue_id) for s in rows.stances}) == len(rows.stances)
    for event in rows.events:
        assert event.kind in KINDS
        assert event.span[0] <= event.trigger[0] < event.trigger[1] <= event.span[1]
        assert {event.source_actor, event.target_actor} - {None} <= named
    for row in found.unverified:
        assert 0 <= row.span[0] < row.span[1] <= size
        assert row.status == "unverified"
        json.dumps(row.text).encode()
        row.text.encode()


def _answered(dice: random.Random, request: dict[str, Any]) -> Reply:
    return Reply(says(answer(dice)).body)


def test_the_fuzz_reaches_every_kind_of_row() -> None:
    kinds: set[str] = set()
    for seed in range(30):
        dice = random.Random(seed)
        with serving(partial(_answered, dice)) as script:
            try:
                found = find_with_model(ARTICLE, script.settings(), KNOWN, CODEBOOK, PUBLISHED)
            except ModelError:
                continue
        kinds |= {name for name in ("quotes", "stances", "events") if getattr(found.extraction, name)}
        kinds |= {"unverified"} if found.unverified else set()
    assert kinds == {"quotes", "stances", "events", "unverified"}
    assert extract(ARTICLE).quotes, "the rules read the same article"


def test_half_characters_are_taken_out_of_a_models_words() -> None:
    row = {"sentences": [2], "parts": ["We shall \ud800 never\x00"], "speaker": "he\udfff"}
    with serving(says(json.dumps({"quotes": [row]}))) as script:
        found = find_with_model(ARTICLE, script.settings(), KNOWN, CODEBOOK, PUBLISHED)
    assert [(row.text, row.speaker) for row in found.unverified] == [("We shall  never", "he")]
