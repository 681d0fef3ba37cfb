"""Events that are accepted: whose stance they show, who took part, taken back with all that rests on them."""

from collections.abc import Callable

import pytest

from sayso.coding.deciding import accept_event, reopen
from sayso.coding.editing import add_event
from sayso.coding.edits import Act, Coding, EventEdits, NewActor
from sayso.coding.effect import moved_by
from sayso.coding.event_rows import code_act, set_participants, uncode_act, withdraw_event
from sayso.coding.proposals import Proposal, actor_ref, get
from sayso.errors import StoreError
from sayso.queries.positions import actor_positions
from sayso.store.changes import ConflictError
from sayso.store.hub import Database
from tests.coding.test_deciding import content, take_back
from tests.conftest import ScopeMaker

OSEI = actor_ref("lena-osei")
COUNCIL = NewActor("Fishers Council", "organisation")
FOR_IT, AGAINST_IT = Coding("toll", 2), Coding("toll", -2, condition="unless it is lowered")


@pytest.fixture
def event(found: list[Proposal]) -> str:
    """The proposal of an event with the mayor in it."""
    return next(p.proposal_id for p in found if p.kind == "event")


def stances(database: Database) -> list[tuple[object, ...]]:
    return database.rows(
        "SELECT actor_id, issue_id, stance, condition, kind, article_id FROM statements_read WHERE counts ORDER BY ALL"
    )


def participants(database: Database) -> list[tuple[object, ...]]:
    return database.rows("SELECT actor_id, role FROM event_actors ORDER BY ALL")


def test_a_stance_shown_by_an_event_counts_with_its_acceptance(
    database: Database, event: str, scope: ScopeMaker
) -> None:
    edits = EventEdits(statements=(Act(OSEI, FOR_IT), Act(COUNCIL, AGAINST_IT)))
    accept_event(database, "kim", event, edits)
    assert get(database, event).status == "accepted"  # what was found stands as it was
    assert stances(database) == [
        ("fishers-council", "toll", -2, "unless it is lowered", "act", "alwa"),
        ("lena-osei", "toll", 2, None, "act", "alwa"),
    ]
    assert set(actor_positions(database, scope()).frame["actor_id"]) == {"lena-osei", "fishers-council"}
    n, moved = moved_by(database, "alwa", "kim")
    assert n == 2 and {(each.actor_id, each.after.value) for each in moved} == {
        ("lena-osei", 2), ("fishers-council", -2),
    }  # fmt: skip


def test_what_is_done_to_an_event_can_be_taken_back(database: Database, event: str) -> None:
    event_id = accept_event(database, "kim", event)
    steps: tuple[Callable[[], object], ...] = (
        lambda: code_act(database, "kim", event_id, Act(COUNCIL, AGAINST_IT)),
        lambda: set_participants(database, "kim", event_id, [(COUNCIL, "target"), (OSEI, "participant")]),
        lambda: withdraw_event(database, "kim", event_id, "alwa"),
    )
    for step in steps:
        start = content(database)
        step()
        assert content(database) != start
        take_back(database)
        assert content(database) == start
        step()
    assert stances(database) == participants(database) == database.rows("FROM events") == []
    reopen(database, "kim", event)
    assert get(database, event).is_waiting


def test_a_stance_on_an_event_is_changed_and_removed(database: Database, event: str) -> None:
    event_id = accept_event(database, "kim", event)
    statement = code_act(database, "kim", event_id, Act(OSEI, Coding("toll", 2, note="She voted for it.")))
    assert code_act(database, "kim", event_id, Act(OSEI, Coding("toll", 1)), seen={"stance": 2}) == statement
    assert database.rows("SELECT stance, note, basis::VARCHAR, status::VARCHAR FROM statements") == [
        (1, "She voted for it.", "act", "edited")
    ]
    with pytest.raises(ConflictError, match="kim has changed stance"):
        code_act(database, "lee", event_id, Act(OSEI, Coding("toll", 0)), seen={"stance": 2})
    with pytest.raises(ConflictError, match="kim has coded this meanwhile"):
        code_act(database, "lee", event_id, Act(OSEI, Coding("toll", 0)))
    code_act(database, "lee", event_id, Act(OSEI, Coding("toll", 1)), seen={"stance": 1})
    uncode_act(database, "lee", event_id, OSEI, "toll", seen={statement: {"stance": 1}})
    assert stances(database) == []
    with pytest.raises(ConflictError, match="removed this stance already"):
        uncode_act(database, "kim", event_id, COUNCIL, "toll")
    assert database.rows("SELECT actor_id FROM actors") == [("lena-osei",)]


def test_one_more_report_of_an_event_never_changes_its_stances(
    database: Database, found: list[Proposal], event: str
) -> None:
    other = [p.proposal_id for p in found if p.kind == "event"][1]
    event_id = accept_event(database, "kim", event, EventEdits(statements=(Act(OSEI, FOR_IT),)))
    with pytest.raises(ConflictError, match="another stance"):
        accept_event(
            database, "lee", other, EventEdits(same_as=event_id, statements=(Act(OSEI, AGAINST_IT),))
        )
    edits = EventEdits(same_as=event_id, statements=(Act(OSEI, FOR_IT), Act(COUNCIL, AGAINST_IT)))
    accept_event(database, "lee", other, edits)
    assert [row[:3] for row in stances(database)] == [
        ("fishers-council", "toll", -2), ("lena-osei", "toll", 2),
    ]  # fmt: skip


def test_who_took_part_is_changed_in_one_step(database: Database, event: str) -> None:
    event_id = accept_event(database, "kim", event)
    assert participants(database) == [("lena-osei", "initiator")]
    set_participants(
        database, "kim", event_id, [(COUNCIL, "initiator"), (OSEI, "target")], {("lena-osei", "initiator")}
    )
    assert participants(database) == [("fishers-council", "initiator"), ("lena-osei", "target")]
    with pytest.raises(ConflictError, match="who took part"):
        set_participants(database, "lee", event_id, [], {("lena-osei", "initiator")})
    with pytest.raises(StoreError, match="role"):
        set_participants(database, "kim", event_id, [(OSEI, " ")])
    set_participants(database, "kim", event_id, [])
    assert participants(database) == []


def test_an_event_from_selected_words_has_its_report(database: Database) -> None:
    edits = EventEdits(title="Talks go on", kind="CONSULT", statements=(Act(COUNCIL, FOR_IT),))
    event_id = add_event(database, "kim", "alwa", [(0, 12)], edits)
    assert database.rows("SELECT title, modality::VARCHAR, happened_on, happened_on_basis::VARCHAR FROM events") == [
        ("Talks go on", "happened", "../2024-03-12", "inferred")
    ]  # fmt: skip
    assert database.rows("FROM reports") == [(event_id, "alwa", [[0, 12]], None)]
    take_back(database)
    assert database.rows("FROM events") == database.rows("FROM statements") == []
