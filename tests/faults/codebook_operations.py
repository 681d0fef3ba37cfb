"""What coders do with actors, issues, factions and outlets."""

from __future__ import annotations

from collections.abc import Callable

from sayso.coding.codebook import actors, factions, issues, memberships, merging, outlets, splitting
from tests.faults.picking import Deed, Desk

COLOURS = ("#336699", "#7a3e9d", "#3d8b40", "#9a7b1f")


def create_actor(desk: Desk) -> Deed:
    """An actor, some with a name in its own script."""
    number = desk.rng.randrange(10_000)
    values = {
        "name": f"Guild {number}",
        "kind": "organisation",
        "name_original": desk.maybe(f"نقابة {number}"),
    }
    return lambda: actors.create_actor(desk.database, desk.coder, values)


def edit_actor(desk: Desk) -> Deed:
    """Fill a cell of an actor that may be empty."""
    (actor,) = desk.pick("SELECT actor_id FROM actors")
    values = desk.rng.choice(
        [{"name_original": f"اسم {desk.rng.randrange(99)}"}, {"description": f"Known since {desk.rng.randrange(99)}."}, {"country": "NO"}]
    )  # fmt: skip
    return lambda: actors.edit_actor(desk.database, desk.coder, actor, values)


def add_alias(desk: Desk) -> Deed:
    """A name under which texts know an actor."""
    (actor,) = desk.pick("SELECT actor_id FROM actors")
    alias = f"Alias {desk.rng.randrange(10_000)}"
    return lambda: actors.add_alias(desk.database, desk.coder, actor, alias, desk.maybe("en"))


def remove_alias(desk: Desk) -> Deed:
    """Take a name away."""
    actor, alias = desk.pick("SELECT actor_id, alias FROM aliases")
    return lambda: actors.remove_alias(desk.database, desk.coder, actor, alias)


def remove_actor(desk: Desk) -> Deed:
    """Remove an actor; refused where rows refer to it."""
    (actor,) = desk.pick("SELECT actor_id FROM actors")
    return lambda: actors.remove_actor(desk.database, desk.coder, actor)


def merge(desk: Desk) -> Deed:
    """Two actors become one."""
    keep, lose = desk.pick(
        "SELECT one.actor_id, other.actor_id FROM actors AS one, actors AS other WHERE one <> other"
    )
    return lambda: merging.merge(desk.database, desk.coder, keep, lose, kinds_may_differ=True)


def split_actor(desk: Desk) -> Deed:
    """One actor becomes two."""
    actor, quote = desk.pick("SELECT speaker_id, quote_id FROM quotes")
    new = {"name": f"Other {desk.rng.randrange(10_000)}", "kind": "person"}
    share = splitting.Share(quotes=(quote,), memberships=True)
    return lambda: splitting.split(desk.database, desk.coder, actor, new, share)


def create_issue(desk: Desk) -> Deed:
    """An issue, some a part of another."""
    number = desk.rng.randrange(10_000)
    values = {
        "proposition": f"Berth {number} is built.", "short_name": f"Berth {number}", "supports_means": "Wants it.",
        "opposes_means": "Does not.", "keywords": desk.maybe(["berth"]), "parent_id": desk.maybe(desk.issue()),
    }  # fmt: skip
    return lambda: issues.create_issue(desk.database, desk.coder, values)


def edit_issue(desk: Desk) -> Deed:
    """Reword an issue."""
    values = {"supports_means": f"Wants it, by {desk.rng.randrange(99)}."}
    issue = desk.issue()
    return lambda: issues.edit_issue(desk.database, desk.coder, issue, values)


def move_issue(desk: Desk) -> Deed:
    """Move an issue in the list: several rows at once."""
    issue, places = desk.issue(), desk.rng.choice((-2, -1, 1, 2))
    return lambda: issues.move_issue(desk.database, desk.coder, issue, places)


def create_faction(desk: Desk) -> Deed:
    """A faction."""
    values = {
        "name": f"Camp {desk.rng.randrange(10_000)}",
        "colour": desk.rng.choice(COLOURS),
        "description": desk.maybe("They."),
    }
    return lambda: factions.create_faction(desk.database, desk.coder, values)


def add_membership(desk: Desk) -> Deed:
    """An actor joins a faction."""
    actor, faction = desk.pick("SELECT actor_id, faction_id FROM actors, factions")
    values = {
        "actor_id": actor,
        "faction_id": faction,
        "role": desk.maybe("speaker"),
        "valid_from": desk.maybe("2024-01"),
    }
    return lambda: memberships.add_membership(
        desk.database, desk.coder, {"role": None, "valid_from": None, "valid_to": None} | values
    )


def edit_membership(desk: Desk) -> Deed:
    """An actor leaves a faction."""
    actor, faction, role, since = desk.pick("SELECT actor_id, faction_id, role, valid_from FROM memberships")
    key = {"actor_id": actor, "faction_id": faction, "role": role, "valid_from": since}
    return lambda: memberships.edit_membership(desk.database, desk.coder, key, {"valid_to": "2025-06"})


def edit_outlet(desk: Desk) -> Deed:
    """Judge an outlet, or say where it is from."""
    (outlet,) = desk.pick("SELECT outlet_id FROM outlets")
    values = desk.rng.choice([{"reliability": "C"}, {"country": "NO"}, {"url": "https://herald.example"}])
    return lambda: outlets.edit_outlet(desk.database, desk.coder, outlet, values)


WEIGHTS: dict[Callable[[Desk], Deed], int] = {
    create_actor: 3, edit_actor: 6, add_alias: 2, remove_alias: 1, remove_actor: 1, merge: 4, split_actor: 2,
    create_issue: 2, edit_issue: 1, move_issue: 2, create_faction: 1, add_membership: 2, edit_membership: 1,
    edit_outlet: 2,
}  # fmt: skip
