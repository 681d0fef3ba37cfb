"""What is proposed as an event, and what is not: invented sentences from many countries."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ingest import extract
from sayso.ingest.records import Event

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def events(text: str) -> tuple[Event, ...]:
    return extract(text, published_on=PUBLISHED).events


def told(text: str) -> list[tuple[str, str]]:
    return [(event.kind, event.modality) for event in events(text)]


NOTHING = [
    "If Kenya closed the border, traders would lose their stock.",
    "Did Peru expel the ambassador?",
    "The disputed islands lie between Japan and Russia.",
    "Bolivia could impose sanctions on the mine.",
    "He is the support of his family in Accra.",
    "The attacked village lies near Mopti.",
    "Ghana is known for its support of peacekeeping.",
    "The prime minister of Nepal lives in Kathmandu.",
    "Turkey released a report on tourism.",
    "Unless Mali frees the pilot, talks cannot begin.",
    "Parliament in Dakar met with opposition from nobody.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_happened(text: str) -> None:
    assert told(text) == []


MODALITIES = [
    ("Chad withdrew its troops from Darfur.", ("RETREAT", "happened")),
    ("Chad will withdraw its troops from Darfur in June.", ("RETREAT", "expected")),
    ("Chad is expected to withdraw its troops from Darfur.", ("RETREAT", "expected")),
    ("Chad is withdrawing its troops from Darfur.", ("RETREAT", "ongoing")),
    ("Chad did not withdraw its troops from Darfur.", ("RETREAT", "denied")),
    ("Chad denied attacking the camp in Darfur.", ("ASSAULT", "denied")),
    ("Kenya and Uganda are in talks about the lake.", ("CONSULT", "ongoing")),
    ("Uganda and Kenya are to meet on Friday in Nairobi.", ("CONSULT", "expected")),
    ("Norway has maintained a troop presence in Mali since 2014.", ("MOBILIZE", "ongoing")),
    ("The Andean Miners’ Federation called for the withdrawal of the Chilean troops.", ("RETREAT", "demanded")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MODALITIES, ids=[text for text, _ in MODALITIES])
def test_whether_it_happened(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_what_is_promised_or_refused_is_told_once() -> None:
    assert told("Zambia refused to release the pilot.") == [("REJECT", "happened")]
    assert told("Laos threatened to expel the Thai envoy.") == [("THREATEN", "happened")]


def test_a_purpose_is_no_event() -> None:
    assert told("France deployed soldiers in Niger to fight smugglers.") == [("MOBILIZE", "happened")]


def test_one_event_for_all_its_mentions() -> None:
    text = (
        "Eritrean soldiers killed Abebe Kinfe near Asmara on Monday. Diplomats left the city. "
        "The killing shocked the region. Eritrean soldiers killed Abebe Kinfe while he slept, witnesses said."
    )
    (event,) = [event for event in events(text) if event.kind == "ASSAULT"]
    assert event.happened_on == "2024-05-13"
    assert len(event.spans) == 3
    assert event.span in event.spans


def test_two_acts_of_one_actor_stay_two_events() -> None:
    text = "Police fired tear gas in Tbilisi and detained 17 students."
    assert [event.kind for event in events(text)] == ["COERCE", "COERCE"]


WHO = [
    ("Peru expelled two envoys of Ecuador.", "Peru", "Ecuador"),
    ("General Kwame Osei was killed by French soldiers near Bamako.", "French soldiers", "Kwame Osei"),
    ("Georgia and Armenia signed a trade pact in Yerevan.", "Georgia", "Armenia"),
    ("Hungary, which borders Serbia, condemned Romania on Friday.", "Hungary", "Romania"),
    ("On Tuesday President Amina Diallo praised Ghana.", "Amina Diallo", "Ghana"),
    ("The rebels, Colonel Idris Deby said, attacked Sudan.", None, "Sudan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "target"), WHO, ids=[text for text, _, _ in WHO])
def test_who_did_it_to_whom(text: str, source: str | None, target: str | None) -> None:
    found = extract(text, published_on=PUBLISHED)
    names = {actor.key: actor.name for actor in found.actors}
    event = found.events[0]
    assert names.get(event.target_actor or "") == target
    assert names.get(event.source_actor or "") == source


def test_a_pronoun_is_the_one_who_was_named() -> None:
    text = "President Amina Diallo spoke in Dakar. She condemned Mali on Monday."
    (event,) = events(text)
    assert event.source_actor and "diallo" in event.source_actor
    assert event.title == "Amina Diallo condemned Mali"


TITLES = [
    ("Riot police on Monday arrested forty students in Minsk.", "Riot police arrested forty students in Minsk"),
    ("Top commander Idris Deby was killed by a French drone strike on 3 May 2020.", "Top commander Idris Deby was killed by a French drone strike"),
    ("The Shura Council of Oman voted by 61 to 12 against the accord.", "Shura Council of Oman voted by 61 to 12 against the accord"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_reads_as_it_stands(text: str, title: str) -> None:
    assert events(text)[0].title == title


PLACES = [
    ("Gunmen killed a judge in Mogadishu.", "Mogadishu", "city"),
    ("Gunmen killed a judge in Somalia.", "Somalia", "country"),
    ("Gunmen killed a judge in Darfur.", "Darfur", "region"),
    ("Gunmen killed a judge in Ohio.", "Ohio", "region"),
    ("Gunmen killed a judge near the Baghdad International Airport.", "Baghdad", "city"),
    ("Gunmen killed a judge in Tripoli, Lebanon.", "Tripoli", "city"),
    ("Gunmen killed a judge in the Washington Post building.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "precision"), PLACES)
def test_where_it_happened(text: str, place: str | None, precision: str | None) -> None:
    (event,) = events(text)
    assert (event.place, event.place_precision) == (place, precision)
    assert (event.latitude is None) == (event.longitude is None) == (place is None)


def test_the_tripoli_that_is_meant() -> None:
    (event,) = events("Gunmen killed a judge in Tripoli, Lebanon.")
    assert event.latitude == pytest.approx(34.4, abs=0.3)


WHEN = [
    ("Peru expelled the envoy on Monday.", "2024-05-13"),
    ("Peru expelled the envoy, officials said on Monday.", "../2024-05-13"),
    ("Peru expelled the envoy.", "../2024-05-15"),
    ("Peru will expel the envoy.", "2024-05-15/.."),
    ("Togo demanded that Benin withdraw its troops by 1 June 2024.", "../2024-05-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), WHEN, ids=[text for text, _ in WHEN])
def test_when_it_happened(text: str, edtf: str) -> None:
    assert events(text)[0].happened_on == edtf


def test_without_a_publication_date_the_day_stays_open() -> None:
    (event,) = extract("Peru expelled the envoy on Monday.").events
    assert (event.happened_on, event.basis) == (None, "unresolved")


def test_what_is_claimed_is_less_sure_than_what_is_reported() -> None:
    (reported,) = events("Rwanda attacked Burundi on Monday.")
    (claimed,) = events("“Rwanda attacked Burundi on Monday,” Paul Nkunda said.")
    assert reported.claimed_in is None and claimed.claimed_in == 0
    assert claimed.confidence < reported.confidence
