"""A scope becomes query parameters: an empty filter is NULL."""

from datetime import date

from sayso.model.scope import Scope


def test_empty_filters_are_null() -> None:
    params = Scope("d", date(2021, 7, 24)).params
    assert params["as_of"] == "2021-07-24" and params["count_by"] == "article"
    assert all(params[name] is None for name in ("actors", "factions", "issues", "kinds", "outlets"))


def test_filters_are_lists() -> None:
    assert Scope("d", date(2021, 7, 24), actors=("ann", "bob")).params["actors"] == ["ann", "bob"]
