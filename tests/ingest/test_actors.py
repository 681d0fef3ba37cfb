"""Names, kinds, merging and its guards."""

from __future__ import annotations

from sayso.ingest import KnownActor, extract
from tests.ingest.said import names


def test_one_actor_for_all_spellings_of_a_name() -> None:
    found = extract(
        "Qadir al-Mansour spoke first. Mr Mansour said no. Then Qader Mansour left, and Mansour slept."
    )
    assert names(found) == {"Qadir al-Mansour"}


def test_one_surname_two_people() -> None:
    found = extract("Foreign Minister Karim Haddad said yes. Former President Nabil Haddad had said no.")
    assert names(found) == {"Karim Haddad", "Nabil Haddad"}


def test_kinds_are_not_merged() -> None:
    found = extract(
        "The Jordan Movement met in Amman. Michael Jordan said nothing. Jordan welcomed the Jordan Movement."
    )
    kinds = {actor.name: actor.kind for actor in found.actors}
    assert kinds["Jordan Movement"] == "organisation"
    assert kinds["Michael Jordan"] == "person"


def test_an_acronym_is_its_organisation() -> None:
    found = extract("The River Basin Authority (RBA) met. The RBA said that the river was low.")
    assert names(found) == {"River Basin Authority"}


def test_the_datasets_actors_come_first() -> None:
    known = KnownActor("w-mensah", "Wilhelmina Mensah", "person", ("Auntie Mina",))
    found = extract("Auntie Mina said the port must open.", gazetteer=[known])
    (actor,) = found.actors
    assert (actor.key, actor.known) == ("w-mensah", True)
    assert found.quotes[0].resolution.actor == "w-mensah"


def test_a_title_and_a_role_are_kept() -> None:
    found = extract("General Kofi Osei, the commander of the garrison, said the town was calm.")
    (actor,) = found.actors
    assert (actor.name, actor.kind) == ("Kofi Osei", "person")
    assert any("commander" in role for role in actor.roles)


def test_new_actors_are_only_proposed() -> None:
    assert not any(actor.known for actor in extract("Kofi Osei of the Harbour Union spoke in Accra.").actors)


def test_a_state_that_no_map_knows_is_a_state() -> None:
    found = extract(
        "Zorvania closed its airspace. Zorvania's army said so. Mr Holt spoke of the Zorvanian fleet."
    )
    assert {actor.name: actor.kind for actor in found.actors}["Zorvania"] == "state"


def test_a_town_where_things_only_happen_is_no_actor() -> None:
    text = "KESH ORUM, May 4 - Ann Example spoke in Kesh Orum. Bread rose near Kesh Orum and on the Kesh Orum road."
    assert names(extract(text)) == {"Ann Example"}


def test_a_company_that_is_named_with_an_article_is_no_person() -> None:
    found = extract("The Brightwater Compact said no. Later the Brightwater Compact (BC) said yes.")
    assert {actor.name: actor.kind for actor in found.actors} == {"Brightwater Compact": "organisation"}


def test_names_of_bodies_are_whole() -> None:
    text = (
        "The Potters' Union of the Hills said no. The Committee for Open Rivers said yes. "
        "The Land and Water Commission met. Marsh & Teller said that they would pay."
    )
    assert names(extract(text)) == {
        "Potters' Union of the Hills",
        "Committee for Open Rivers",
        "Land and Water Commission",
        "Marsh & Teller",
    }


def test_the_board_is_the_board_named_before() -> None:
    found = extract("The River Safety Board met. The Board said that the river was low.")
    assert names(found) == {"River Safety Board"}


def test_a_surname_that_opened_the_text_gets_its_full_name() -> None:
    found = extract("Mr Okello will not resign. Daniel Okello said that he would stay.")
    assert names(found) == {"Daniel Okello"}


def test_a_ruler_goes_by_the_given_name() -> None:
    found = extract("Sheikh Majid bin Salem Al Harthy said no. Sheikh Majid then said yes.")
    assert len(found.actors) == 1


def test_two_words_of_a_name_tell_its_kind() -> None:
    text = (
        "The Liberal Union said no. The Pacific Forum said yes. The Farmers' Alliance said no. "
        "The Estimates Committee met. The Department of Roads met."
    )
    assert {actor.name: actor.kind for actor in extract(text).actors} == {
        "Liberal Union": "party",
        "Pacific Forum": "alliance",
        "Farmers' Alliance": "organisation",
        "Estimates Committee": "parliament",
        "Department of Roads": "government",
    }


def test_initials_before_a_colon_are_the_person_interviewed() -> None:
    found = extract("Mrs Maya Ferro-Blanc answered our questions on Monday.\n\nMFB: I said no.")
    assert names(found) == {"Maya Ferro-Blanc"}


def test_a_surname_that_speaks_is_somebody() -> None:
    assert names(extract("The rain went on. Asante said that it would stop.")) == {"Asante"}


def test_known_names_without_capitals_are_mentions() -> None:
    union = KnownActor("union", "Karsuna Dockers' Union", "organisation", ("the dockers' union", "the union"))
    text = "The dockers’ union met. The trade unions did not. A nurse called the union names."
    found = extract(text, gazetteer=[union])
    assert [(m.actor, text[slice(*m.span)]) for m in found.mentions if m.actor == "union"] == [
        ("union", "The dockers’ union"), ("union", "the union"),
    ]  # fmt: skip


def test_a_name_without_capitals_that_two_actors_share_is_neither_s() -> None:
    both = [KnownActor(key, key.title(), "organisation", ("the union",)) for key in ("dockers", "miners")]
    assert extract("Then the union met.", gazetteer=both).mentions == ()
