"""Actors that may be one are suggested; those that only sound alike are not."""

from sayso.coding.codebook.alike import likely_same
from tests.conftest import DatasetMaker

PEOPLE = (
    "Mohammed al-Sudani", "Muhammad Al Sudani", "Fuad Hussein", "Saddam Hussein", "Adel Abdul Mahdi", "Abdul Mahdi",
)  # fmt: skip
BODIES = (
    "Dockers Union", "Dockers’ Union", "North Alwa Council", "South Alwa Council", "12th Brigade", "13th Brigade",
    "Ministry of Defence", "Ministry of Finance",
)  # fmt: skip


def test_spellings_of_one_name_are_suggested_and_namesakes_are_not(make_dataset: DatasetMaker) -> None:
    named = [(name, "person") for name in PEOPLE] + [(name, "organisation") for name in BODIES]
    named.append(("Dockers Union", "party"))  # of another kind
    actors = [
        {"actor_id": f"a{number}", "name": name, "kind": kind} for number, (name, kind) in enumerate(named)
    ]
    found = likely_same(make_dataset(more={"actors": actors}))
    assert [each.names for each in found] == [
        ("Dockers Union", "Dockers’ Union"), ("Mohammed al-Sudani", "Muhammad Al Sudani"),
    ]  # fmt: skip


def test_an_alias_of_the_one_may_be_the_name_of_the_other(make_dataset: DatasetMaker) -> None:
    actors = [
        {"actor_id": "a", "name": "Lena Osei", "kind": "person"},
        {"actor_id": "b", "name": "Madam Mayor", "kind": "person"},
    ]
    aliases = [{"alias": "Lena Ossei", "actor_id": "b"}]
    (pair,) = likely_same(make_dataset(more={"actors": actors, "aliases": aliases}))
    assert (pair.one, pair.other, pair.names) == ("a", "b", ("Lena Osei", "Lena Ossei"))
