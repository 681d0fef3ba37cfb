"""Turns of phrase: what a thing does, what is withheld for it, refused, called for; a condition that asks for it."""

from __future__ import annotations

import pytest

from sayso.ingest import Issue, extract, issue_of

VOTE = issue_of({
    "issue_id": "vote", "proposition": "The people decide on the airport in a referendum.",
    "supports_means": "Wants the voters to decide: “ask the people”.",
    "opposes_means": 'Wants the decision taken without a vote: "a matter for engineers".', "keywords": "referendum;plebiscite",
})  # fmt: skip
AIRPORT = issue_of({
    "issue_id": "airport", "proposition": "The Northfield airport is built.", "supports_means": "Wants it built.",
    "opposes_means": "Wants it not to be built.", "keywords": "airport;runway",
})  # fmt: skip
REPORT = issue_of({
    "issue_id": "report", "proposition": "The report is published in full.", "supports_means": "Wants all of it made public.",
    "opposes_means": "Wants it kept secret.", "keywords": "report;findings",
})  # fmt: skip
SANCTIONS = issue_of({
    "issue_id": "sanctions", "proposition": "The sanctions on Tarrin are lifted.", "supports_means": "Wants the sanctions eased.",
    "opposes_means": "Wants them kept.", "keywords": "sanctions;embargo",
})  # fmt: skip


def sides(text: str, *codebook: Issue) -> list[int]:
    return [(one.stance > 0) - (one.stance < 0) for one in extract(text, codebook=codebook).stances]


@pytest.mark.parametrize(
    ("about", "text", "side"),
    [
        (VOTE, "“There must be a referendum,” Ann Brown said.", 1),
        (VOTE, "“A referendum is the only way out,” Ann Brown said.", 1),
        (VOTE, "“A referendum would tear the country apart,” Ann Brown said.", -1),
        (VOTE, "“No runway without a referendum,” Ann Brown said.", 1),
        (VOTE, "“We will sign nothing before the referendum,” Ann Brown said.", 1),
        (VOTE, "Ann Brown said that without a referendum the plan was dead.", 1),
        (VOTE, "Ann Brown said her party would back the plan only if a referendum was held.", 1),
        (VOTE, "Ann Brown mocked the referendum as “a circus”.", -1),
        (VOTE, "Ann Brown said she looked forward to the referendum.", 1),
        (AIRPORT, "“The country needs this airport,” Ann Brown said.", 1),
        (AIRPORT, "“The airport will ruin us,” Ann Brown said.", -1),
        (AIRPORT, "“The airport will not bring one job,” Ann Brown said.", -1),
        (AIRPORT, "“We will not take part in the airport,” Ann Brown said.", -1),
        (AIRPORT, "“We will leave the government if the airport is built,” Ann Brown said.", -1),
        (AIRPORT, "“The airport has to come,” Ann Brown said.", 1),
        (VOTE, "“What are they afraid of in a referendum? Hold it,” Ann Brown said.", 1),
        (VOTE, "Ann Brown said a referendum was the last thing the city needed.", -1),
        (AIRPORT, "“Every month without the runway costs us jobs,” Ann Brown said.", 1),
        (AIRPORT, "Ann Brown called the airport a gift to speculators.", -1),
        (AIRPORT, "Ann Brown said that nothing would stop the airport.", 1),
        (AIRPORT, "The airport is to open in May. “We reject it,” Ann Brown said.", -1),
        (REPORT, "“Show us the report,” Ann Brown said.", 1),
        (REPORT, "Ann Brown demanded to see the report.", 1),
        (SANCTIONS, "“The sanctions hurt children,” Ann Brown said.", 1),
        (SANCTIONS, "“It would be wrong to lift the sanctions,” Ann Brown said.", -1),
        (SANCTIONS, "Ann Brown said the sanctions were working.", -1),
        (SANCTIONS, "Ann Brown welcomed the end of the embargo.", 1),
        (SANCTIONS, "Ann Brown rejects the treaty and demands that the embargo be lifted.", 1),
    ],
)  # fmt: skip
def test_a_turn_of_phrase_tells_a_side(about: Issue, text: str, side: int) -> None:
    assert sides(text, about) == [side]


@pytest.mark.parametrize(
    "text",
    [
        "“I wanted an airport and I got a car park,” Ann Brown said.",
        "Ann Brown said her son had been arrested at a march against the airport.",
        "“If the airport is built, house prices will rise,” Ann Brown said.",
        "“I worked on the airport for ten years,” Ann Brown said.",
        "Ann Brown said that critics feared the airport.",
        "Ann Brown said the airport cost two billion.",
        "“Keep your airport,” Ann Brown said.",
        "“Forty years, and we may not build the airport,” Ann Brown said.",
        "“The minister said the airport will ruin us,” Ann Brown said.",
    ],
)
def test_what_was_wanted_once_or_by_others_or_is_a_mere_fact_tells_none(text: str) -> None:
    assert sides(text, AIRPORT) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("“Ask the people,” Ann Brown said.", 1),
        ("“This is a matter for engineers,” Ann Brown said.", -1),
        ("“This is not a matter for engineers,” Ann Brown said.", 1),
    ],
)
def test_examples_in_quotation_marks_are_cue_phrases(text: str, side: int) -> None:
    assert sides(text, VOTE) == [side]


def test_words_of_an_example_do_not_change_what_the_issue_means() -> None:
    bare = issue_of({"issue_id": "a", "proposition": "The line is built.", "supports_means": "Wants it.", "opposes_means": "Does not.", "keywords": "line"})  # fmt: skip
    told = issue_of({"issue_id": "a", "proposition": "The line is built.", "supports_means": "Wants it: “abolish the bus”.", "opposes_means": "Does not.", "keywords": "line"})  # fmt: skip
    text = "“Build the line,” Ann Brown said."
    assert sides(text, bare) == sides(text, told) == [1]


TALKS = issue_of({
    "issue_id": "talks", "proposition": "The war ends through talks.", "supports_means": "Wants talks.",
    "opposes_means": "Rejects talks.", "keywords": "talks;completely",
})  # fmt: skip
TRADE = issue_of({
    "issue_id": "trade", "proposition": "The two countries trade freely.", "supports_means": "Wants free trade.",
    "opposes_means": "Rejects it.", "keywords": "free trade",
})  # fmt: skip


def test_what_talks_should_focus_on_is_what_is_wanted() -> None:
    text = (
        "Ann Brown voiced hope that the delegation's talks with Arden would first of all focus on free trade."
    )
    assert [one.issue_id for one in extract(text, codebook=[TALKS, TRADE]).stances] == ["trade"]


def test_an_adverb_among_the_keywords_is_no_thing_to_be_for() -> None:
    assert sides("“The pullout must be done completely,” Ann Brown said.", TALKS) == []


def test_who_acts_in_the_proposition_is_not_what_it_is_about() -> None:
    link = issue_of({"issue_id": "link", "proposition": "The council builds the bridge.", "supports_means": "Wants it.", "opposes_means": "Wants none.", "keywords": "fixed link"})  # fmt: skip
    assert sides("Ann Brown criticised the council.", link) == []
    assert sides("Ann Brown criticised the bridge.", link) == [-1]


def test_a_quote_that_names_its_own_issue_is_not_about_the_one_before() -> None:
    text = "The airport is to open in May. “The sanctions were long. Lift them, build it,” Ann Brown said."
    assert [one.issue_id for one in extract(text, codebook=[AIRPORT, SANCTIONS]).stances] == ["sanctions"]
