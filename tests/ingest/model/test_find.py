"""A model that reads well gives rows like those of the rules."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ingest import extract
from sayso.ingest.model import ModelFindings, find_with_model
from tests.ingest.model.port import ARTICLE, CODEBOOK, KNOWN, PUBLISHED, sentence
from tests.ingest.model.server import Reply, Script, quote, reports, serving
from tests.ingest.said import words


def find(script: Script, text: str = ARTICLE, **more: Any) -> ModelFindings:
    return find_with_model(text, script.settings(), KNOWN, CODEBOOK, PUBLISHED, **more)


def test_a_direct_quote_has_the_spans_speaker_and_actor_that_the_rules_give() -> None:
    at = sentence("under any terms")
    reply = reports(
        quote(1, [at], "We will not, under any terms, reopen it", "he", "k-mensah", cue="told", stances=[
            {"issue": "close-port", "stance": 2, "condition": None},
        ])
    )  # fmt: skip
    with serving(reply) as script:
        found = find(script)
    (row,) = found.extraction.quotes
    (same,) = [
        q for q in extract(ARTICLE, gazetteer=KNOWN, published_on=PUBLISHED).quotes if q.spans == row.spans
    ]
    assert words(ARTICLE, *row.spans) == "“We will not, under any terms, reopen it,”"
    assert (row.kind, row.speaker, row.cue, row.sentence) == (
        same.kind,
        same.speaker,
        same.cue,
        same.sentence,
    )
    assert row.resolution.actor == same.resolution.actor == "k-mensah"
    assert row.rule == "model and rules"
    assert row.extractor == found.extraction.extractor == "model:small-1@1"
    ((stance),) = found.extraction.stances
    assert (stance.quote, stance.actor, stance.issue_id, stance.stance) == (0, "k-mensah", "close-port", 2)
    assert stance.extractor == "model:small-1@1"
    assert found.unverified == ()
    assert (found.usage.calls, found.usage.tokens_in, found.usage.tokens_out) == (1, 100, 20)


def test_parts_on_either_side_of_the_speaker_stay_parts() -> None:
    reply = reports(
        quote(
            1, [sentence("a mistake")], ["It is a mistake,", "and we will strike."], "Ama Owusu", "Ama Owusu"
        )
    )
    with serving(reply) as script:
        (row,) = find(script).extraction.quotes
    assert words(ARTICLE, *row.spans) == "“It is a mistake,” … “and we will strike.”"
    assert row.kind == "direct"
    assert row.resolution.actor == "ama-owusu"


def test_leaving_out_a_not_is_not_quoting() -> None:
    reply = reports(quote(1, [sentence("under any terms")], ["We will", "reopen it"], "he", "k-mensah"))
    with serving(reply) as script:
        (row,) = find(script).extraction.quotes
    assert words(ARTICLE, *row.spans) == "“We will not, under any terms, reopen it,”"


@pytest.mark.parametrize("between", ["do not want to", "don’t want to", "don't wish to"])
def test_nor_is_leaving_out_a_short_one(between: str) -> None:
    text = f"“The dockers {between} reopen it,” Kofi Mensah said.\n"
    with serving(reports(quote(1, [0], ["The dockers", "reopen it"], "Kofi Mensah", "k-mensah"))) as script:
        (row,) = find(script, text).extraction.quotes
    assert words(text, *row.spans) == f"“The dockers {between} reopen it,”"


def test_a_condition_and_an_indirect_quote() -> None:
    at = sentence("only if wages rise")
    side = {"issue": "port-law", "stance": 1, "condition": "only if wages rise"}
    reply = reports(
        quote(
            1, [at], "The union would accept the law only if wages rise", "she", "Ama Owusu", stances=[side]
        )
    )
    with serving(reply) as script:
        found = find(script)
    (row,) = found.extraction.quotes
    (stance,) = found.extraction.stances
    assert row.kind == "indirect"
    assert words(ARTICLE, stance.condition) == "only if wages rise"


def test_an_event_is_dated_by_the_rules_and_placed_on_the_map() -> None:
    event = {
        "n": 1, "sentence": sentence("Police arrested"), "trigger": "arrested", "kind": "COERCE", "modality": "happened",
        "source": "Mensah", "target": None, "date": "Tuesday", "place": "Tema",
    }  # fmt: skip
    text = ARTICLE.replace("Police arrested", "Mensah’s police arrested")
    with serving(reports(events=(event | {"source": "Mensah"},))) as script:
        found = find(script, text)
    (row,) = found.extraction.events
    assert words(text, row.trigger) == "arrested"
    assert (row.source_actor, row.happened_on, row.place) == ("k-mensah", "2024-05-07", "Tema")
    assert row.latitude is not None


def test_an_actor_whom_only_the_model_sees_is_proposed_from_the_words_of_the_article() -> None:
    text = "The harbour is lost, said old kwame of the nets.\n"
    with serving(
        reports(quote(1, [0], "The harbour is lost", "old kwame of the nets", "old kwame of the nets"))
    ) as script:
        found = find(script, text)
    (row,) = found.extraction.quotes
    (actor,) = [a for a in found.extraction.actors if a.key == row.resolution.actor]
    assert (actor.name, actor.known) == ("old kwame of the nets", False)


def test_the_request_holds_numbered_sentences_codebook_and_actors() -> None:
    with serving(reports()) as script:
        find(script)
    asked = script.asked(0)
    assert script.paths == ["/v1/chat/completions"]
    assert f"[{sentence('a mistake')}] “It is a mistake,” said Ama Owusu" in asked
    assert '{"id": "close-port", "proposition": "The port stays closed."' in asked
    assert '"id": "k-mensah", "name": "Kofi Mensah"' in asked
    form = script.requests[0]["response_format"]
    stance = form["json_schema"]["schema"]["properties"]["quotes"]["items"]["properties"]["stances"]["items"]
    assert form["type"] == "json_schema"
    assert stance["properties"]["issue"]["enum"] == ["close-port", "port-law"]


def test_a_long_article_is_read_in_whole_paragraphs_and_nothing_twice() -> None:
    paragraphs = [f"“Promise number {n} was broken by them all,” Kofi Mensah said." for n in range(400)]
    text = "\n\n".join(paragraphs)

    def every(request: dict[str, Any]) -> Reply:
        import re

        body = request["messages"][1]["content"]
        rows = re.findall(r"^\[(\d+)\] “(Promise .*?),”", body, re.MULTILINE)
        return reports(
            *(
                quote(i, [int(n)], said, "Kofi Mensah", "k-mensah")
                for i, (n, said) in enumerate(rows, start=1)
            )
        )

    seen: list[tuple[int, int]] = []
    with serving(every) as script:
        found = find(script, text, progress=lambda done, parts: seen.append((done, parts)))
    assert [words(text, *q.spans) for q in found.extraction.quotes] == [
        p.split("”")[0] + "”" for p in paragraphs
    ]
    assert len(script.requests) == 3
    assert (seen[0], seen[-1]) == ((0, 3), (3, 3))
    assert found.extraction.read_to == len(text)


def test_an_answer_that_is_cut_off_is_asked_for_in_halves() -> None:
    import json

    def only_short(request: dict[str, Any]) -> Reply:
        body = request["messages"][1]["content"]
        cut = body.count("\n[") > 5
        row = quote(1, [sentence("a mistake")], "It is a mistake", "Ama Owusu", "Ama Owusu")
        answer = reports(row) if "It is a mistake" in body else reports()
        choice = answer.body["choices"][0] | {"finish_reason": "length" if cut else "stop"}
        return Reply(json.loads(json.dumps(answer.body | {"choices": [choice]})))

    with serving(only_short) as script:
        found = find(script)
    assert len(script.requests) > 2
    assert len(found.extraction.quotes) == 1


def test_an_empty_text_is_not_sent() -> None:
    with serving(reports()) as script:
        assert find(script, " \n\n", progress=lambda done, parts: done / parts).extraction.quotes == ()
    assert script.requests == []


def test_a_server_that_fails_midway_leaves_what_was_found() -> None:
    text = "\n\n".join(
        ["“We will not go,” Kofi Mensah said."] + ["Rain fell on the roofs of the town all day."] * 400
    )
    with serving(
        reports(quote(1, [0], "We will not go", "Kofi Mensah", "k-mensah")), Reply({}, 401)
    ) as script:
        found = find(script, text)
    assert len(found.extraction.quotes) == 1
    assert found.stopped is not None
    assert found.stopped.reason == "refused"
    assert 0 < found.extraction.read_to < len(text)


def test_a_country_may_go_by_its_full_name() -> None:
    text = "America will not sign the treaty, Washington said on Monday.\n"
    with serving(
        reports(quote(1, [0], "America will not sign the treaty", "Washington", "United States"))
    ) as script:
        (row,) = find(script, text).extraction.quotes
    assert row.resolution.actor == "united-states"


def test_two_quotations_side_by_side_stay_two_parts() -> None:
    text = "Kofi Mensah spoke last. “We will stay.” “We will build,” he said.\n"
    with serving(reports(quote(1, [1], ["“We will stay.”", "“We will build,”"], "he", "k-mensah"))) as script:
        (row,) = find(script, text).extraction.quotes
    assert words(text, *row.spans) == "“We will stay.” … “We will build,”"
