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
