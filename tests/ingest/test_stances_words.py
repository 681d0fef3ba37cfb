"""Sides read from an issue's own wording: what ends a thing, what keeps it, whose view it is, how strong, if what."""

from __future__ import annotations

import pytest

from sayso.ingest import Issue, KnownActor, extract, issue_of


def issue(proposition: str, supports: str, opposes: str, keywords: str) -> Issue:
    return issue_of({
        "issue_id": "one", "proposition": proposition, "supports_means": supports, "opposes_means": opposes, "keywords": keywords,
    })  # fmt: skip


TROOPS = issue(
    "All foreign troops leave Arden.",
    "Wants them gone.",
    "Wants some to stay.",
    "foreign troops;withdrawal;pullout",
)
TOLL = issue(
    "The bridge toll is abolished.", "Wants the toll ended.", "Wants the toll kept.", "toll;bridge toll"
)
TEXT = issue(
    "The treaty is published in full.",
    "Wants every page public.",
    "Wants it kept confidential.",
    "treaty;publish;confidential",
)
LINE = issue("The coast line is built.", "Wants the line built.", "Wants it dropped.", "coast line;railway")


def sides(text: str, *codebook: Issue) -> list[int]:
    return [stance.stance for stance in extract(text, codebook=codebook).stances]


@pytest.mark.parametrize(
    ("about", "text", "side"),
    [
        (TROOPS, "“The foreign troops must leave,” Kofi Mensah said.", 1),
        (TROOPS, "“The foreign troops must stay,” Kofi Mensah said.", -1),
        (TROOPS, "“The foreign troops must not leave,” Kofi Mensah said.", -1),
        (TROOPS, "Kofi Mensah demanded the withdrawal of all foreign troops.", 1),
        (TROOPS, "Kofi Mensah rejected a pullout.", -1),
        (TROOPS, "“We will not tolerate foreign troops here,” Kofi Mensah said.", 1),
        (TOLL, "Kofi Mensah called for an end to the toll.", 1),
        (TOLL, "Kofi Mensah defended the toll.", -1),
        (TOLL, "“Abolish the toll,” Kofi Mensah said.", 1),
        (TOLL, "“The toll stays,” Kofi Mensah said.", -1),
        (TOLL, "Kofi Mensah said there was no reason to scrap the toll.", -1),
        (TEXT, "Kofi Mensah said the treaty must remain secret.", -1),
        (TEXT, "“We want the treaty published,” Kofi Mensah said.", 1),
        (LINE, "“No to the coast line!” Kofi Mensah said.", -1),
        (LINE, "Kofi Mensah said there would be no coast line.", -1),
        (LINE, "“We cannot live without the coast line,” Kofi Mensah said.", 1),
        (LINE, "Kofi Mensah said the railway was a waste of money.", -1),
    ],
)  # fmt: skip
def test_wanting_less_of_what_the_proposition_ends_supports_it(about: Issue, text: str, side: int) -> None:
    (stance,) = sides(text, about)
    assert (stance > 0) == (side > 0)


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Mensah said that the farmers had rejected the toll.",
        "Kofi Mensah said most drivers opposed the toll.",
        "“Who wants to abolish the toll?” Kofi Mensah asked.",
        "“Oh yes, let us keep the toll,” Kofi Mensah said.",
        "Kofi Mensah denied that he wanted the toll abolished.",
        "Kofi Mensah said he wanted to discuss the toll.",
        "Kofi Mensah said he rejected the height of the toll.",
        "“If the toll goes, so do I,” Kofi Mensah said.",
        "Kofi Mensah said 300 lorries had paid the toll.",
    ],
)
def test_another_s_view_a_question_irony_and_plain_facts_give_nothing(text: str) -> None:
    assert sides(text, TOLL) == []


def test_being_for_a_treaty_is_not_being_for_its_publication() -> None:
    assert sides("“We support the treaty,” Kofi Mensah said.", TEXT) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We must build the coast line at once,” Kofi Mensah said.", 2),
        ("“We would like the coast line,” Kofi Mensah said.", 1),
        ("“We strongly oppose the coast line,” Kofi Mensah said.", -2),
        ("“We could support the coast line,” Kofi Mensah said.", 1),
        ("Kofi Mensah said he took no side on the coast line.", 0),
    ],
)
def test_strong_words_are_strong_stances(text: str, stance: int) -> None:
    assert sides(text, LINE) == [stance]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("“We will accept the coast line only if the fishers are paid,” Kofi Mensah said.", "only if the fishers are paid"),
        ("“If the fishers are paid, we will support the coast line,” Kofi Mensah said.", "If the fishers are paid"),
        ("“We oppose the coast line unless it is built by us,” Kofi Mensah said.", "unless it is built by us"),
        ("“We back the railway as long as it is cheap,” Kofi Mensah said.", "as long as it is cheap"),
    ],
)  # fmt: skip
def test_conditions_come_with_the_stance(text: str, condition: str) -> None:
    (stance,) = extract(text, codebook=[LINE]).stances
    assert stance.condition
    assert text[slice(*stance.condition)] == condition


def test_a_thing_named_beside_the_quote_is_what_it_means() -> None:
    assert sides("“We reject it,” Kofi Mensah said of the toll.", TOLL) == [1 + 1]


def test_where_the_actors_are_known_a_mere_description_gets_no_stance() -> None:
    text = "“We reject the toll,” its director said."
    (stance,) = extract(text, codebook=[TOLL]).stances
    assert stance.actor
    assert extract(text, codebook=[TOLL], gazetteer=[KnownActor("ada", "Ada Obi", "person")]).stances == ()


def test_what_one_issue_says_does_not_reach_another() -> None:
    found = extract("“Abolish the toll,” Kofi Mensah said.", codebook=[
        TOLL, Issue("line", LINE.keywords, proposition=LINE.proposition),
    ])  # fmt: skip
    assert [stance.issue_id for stance in found.stances] == ["one"]


BORDER = issue("The border is closed.", "Wants it shut.", "Wants the border to stay open.", "border;crossing")
FEES = issue("University is free.", "Wants fees abolished.", "Wants fees kept.", "fees;university")


@pytest.mark.parametrize(
    ("about", "text", "side"),
    [
        (BORDER, "“The border must stay open,” Kofi Mensah said.", -1),
        (BORDER, "“Shut the crossing today,” Kofi Mensah said.", 1),
        (FEES, "“Abolish the fees,” Kofi Mensah said.", 1),
        (TOLL, "“The toll is old, it is unjust, and it must go,” Kofi Mensah said.", 1),
        (LINE, "Kofi Mensah said the railway would be needed for decades.", 1),
    ],
)
def test_an_issue_s_own_wording_tells_which_way_a_verb_points(about: Issue, text: str, side: int) -> None:
    (stance,) = sides(text, about)
    assert (stance > 0) == (side > 0)


@pytest.mark.parametrize(
    "text",
    [
        "“They want the toll abolished,” Kofi Mensah said.",
        "Kofi Mensah said his opponents wanted to keep the toll.",
        "Kofi Mensah said he had asked for a study and would decide on the toll.",
    ],
)
def test_what_they_want_is_not_what_i_want(text: str) -> None:
    assert sides(text, TOLL) == []
