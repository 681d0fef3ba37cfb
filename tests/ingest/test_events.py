"""Events: kind, modality, participants, date, place, claims."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ingest import extract
from sayso.ingest.events.classify import leading

KINDS = [
    ("Police arrested forty students in the capital.", "COERCE"), ("Rebels shelled the harbour.", "FIGHT"),
    ("Gunmen killed a judge on his way home.", "ASSAULT"), ("Nurses went on strike over pay.", "PROTEST"),
    ("The army withdrew from the valley.", "RETREAT"), ("Norland rejected the offer.", "REJECT"),
    ("Norland threatened to close the strait.", "THREATEN"), ("The union condemned the ruling.", "DISAPPROVE"),
    ("The ministers held talks in Geneva.", "CONSULT"), ("Norland expelled two envoys.", "SANCTION"),
    ("The council demanded an apology.", "DEMAND"), ("The navy deployed three ships.", "MOBILIZE"),
    ("A commission opened an inquiry into the fire.", "INVESTIGATE"), ("Norland promised to reopen the bridge.", "AGREE"),
    ("The bishop praised the firemen.", "SUPPORT"), ("Donors gave the town 5 million dollars in aid.", "AID"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_the_kind_of_a_sentence(text: str, kind: str) -> None:
    trigger = leading(text)
    assert trigger and trigger.kind == kind


def test_who_did_what_to_whom_when_and_where() -> None:
    text = "On 3 January 2020 General Osei was killed by a French drone strike near Bamako."
    event = next(e for e in extract(text).events if e.kind == "ASSAULT")
    assert (event.happened_on, event.basis, event.place) == ("2020-01-03", "stated", "Bamako")
    assert event.latitude == pytest.approx(12.6, abs=0.2)


def test_when_after_since_means_that_day() -> None:
    text = "Norwegian forces have been there since May 2003, when French troops were deployed in Mali."
    assert "2003-05" in {event.happened_on for event in extract(text).events}


def test_modality() -> None:
    text = "The Harbour Union called for the withdrawal of the French troops."
    assert {e.modality for e in extract(text).events if e.kind == "RETREAT"} == {"demanded"}


def test_an_event_inside_a_quote_is_its_speakers_claim() -> None:
    text = "“The French army attacked Osei,” Kofi Mensah said."
    (event,) = [e for e in extract(text, published_on=date(2022, 5, 11)).events if e.kind == "ASSAULT"]
    assert event.claimed_in == 0
    assert event.happened_on == "../2022-05-11"


def days(text: str, published_on: date = date(2024, 5, 10)) -> list[tuple[str, str | None]]:
    return [(event.kind, event.happened_on) for event in extract(text, published_on=published_on).events]


def test_an_act_in_the_present_tense_is_of_the_day_of_publication() -> None:
    assert days("Norland rejects the claims that Sudland made on Sunday.") == [("REJECT", "2024-05-10")]
    assert days("Norland rejected the claims of Sudland.") == [("REJECT", "../2024-05-10")]


def test_a_date_to_come_is_not_that_of_what_has_happened() -> None:
    assert ("AGREE", "../2024-05-10") in days("Norland agreed to pay Sudland by 20 June.")


def test_who_goes_on_did_so_on_the_day_just_named() -> None:
    text = (
        "President John Boateng met the envoy of Sudland on Tuesday. He ruled out a withdrawal from Norland."
    )
    assert ("REJECT", "2024-05-07") in days(text)
    apart = text.replace(" He ruled", "\n\nHe ruled")
    assert ("REJECT", "../2024-05-10") in days(apart)


def test_a_demand_without_a_date_has_none() -> None:
    found = extract(
        "Norland demanded that Sudland withdraw its troops.", published_on=date(2024, 5, 10)
    ).events
    assert [event.happened_on for event in found if event.modality == "demanded"] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("More than 2,000 villagers blocked the only road to the dam.", "PROTEST"),
        ("Two of them had been beaten in a police bus.", "ASSAULT"),
        ("At least 37 bloggers have been held without charge.", "COERCE"),
        ("The ministers of Norland and Sudland spoke by telephone on Monday.", "CONSULT"),
        ("The port workers' union has suspended its strike.", "CONCEDE"),
    ],
)
def test_numbers_and_fixed_phrases_are_events_too(text: str, kind: str) -> None:
    assert kind in {event.kind for event in extract(text, published_on=date(2024, 5, 10)).events}
