"""Steps of the known cases, each done in a process of its own that ends without closing anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.coding import deciding, editing
from sayso.coding.adding import Confirmed, add_article
from sayso.coding.codebook.actors import create_actor, edit_actor
from sayso.coding.edits import NewActor, QuoteEdits
from sayso.coding.finding import find_in
from sayso.errors import SaysoError
from sayso.store.changes import change
from sayso.store.database import Database
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.new import create_dataset
from tests.faults.starts import HARBOUR, invented

QUOTES = (
    "SELECT proposal_id, start FROM proposals WHERE kind = 'quote' AND status = 'proposed' ORDER BY start"
)
SPEAKER = QuoteEdits(speaker=NewActor("Mona Falk", "person"))
# Columns that hold nothing in some rows and words in others, by how a coder fills one.
EMPTY_CELLS = {
    "quotes.venue": "SELECT min(quote_id) FROM quotes WHERE venue IS NULL",
    "quotes.translation": "SELECT min(quote_id) FROM quotes WHERE translation IS NULL",
    "quotes.language": "SELECT min(quote_id) FROM quotes WHERE language IS NULL",
    "actors.name_original": "SELECT min(actor_id) FROM actors WHERE name_original IS NULL",
    "actors.description": "SELECT min(actor_id) FROM actors WHERE description IS NULL",
    "statements.condition": "SELECT min(statement_id) FROM statements WHERE condition IS NULL",
    "statements.note": "SELECT min(statement_id) FROM statements WHERE note IS NULL",
}


def first_session(file: Path) -> None:
    """A dataset is made, an article added and searched, a quote accepted; then Sayso is closed."""
    create_dataset(file)
    hub = open_datasets(file, may_copy=False)
    (database,) = hub.databases.values()
    added = add_article(database, "kim", Confirmed("Harbour plan", invented(0), "Alwa Herald", "2024-03-12"))
    find_in(database, added.article_id)
    deciding.accept_quote(database, "kim", database.rows(QUOTES)[0][0], SPEAKER)
    hub.close()


def second_session(file: Path) -> str:
    """A quote is split and accepted: its proposal, which said nothing yet, names the new quote."""
    database = _open(file)
    proposal, start = database.rows(QUOTES)[0]
    editing.split_quote(database, "kim", proposal, start + 12)
    deciding.accept_quote(database, "kim", proposal, SPEAKER)
    return str(proposal)


def searched_after_split(file: Path) -> None:
    """A waiting quote is split, the article searched again, which proposes it whole, and that accepted."""
    database = _open(file)
    proposal, start = database.rows(QUOTES)[0]
    (article,) = database.rows("SELECT article_id FROM proposals WHERE proposal_id = ?", [proposal])[0]
    editing.split_quote(database, "kim", proposal, start + 12)
    find_in(database, article)
    deciding.accept_quote(database, "kim", proposal, SPEAKER)


def loaded(file: Path) -> None:
    """The harbour debate as a file, closed."""
    load_package(HARBOUR, file)


def fill_cells(file: Path) -> dict[str, Any]:
    """Add a row to each of three tables, then fill an empty cell of every column that has some."""
    database = _open(file)
    create_actor(database, "kim", {"name": "Guild of Pilots", "kind": "organisation"})
    article, length = database.rows("SELECT article_id, length(text) FROM articles ORDER BY 1")[0]
    assert length > 60
    editing.add_quote(database, "kim", article, [[0, 30]], SPEAKER)
    filled = {}
    for column, question in EMPTY_CELLS.items():
        row = database.rows(question)[0][0]
        if row is not None:
            filled[column] = row
            _fill(database, column, row)
    return filled


def describe_actor(file: Path) -> str:
    """What a short command does: open, save one change, close. "done", or why it was refused."""
    try:
        hub = open_datasets(file, may_copy=False)
        (database,) = hub.databases.values()
        edit_actor(database, "kim", "ann", {"description": "Described by a command."})
        hub.close()
    except SaysoError as error:
        return str(error)
    return "done"


def described(file: Path) -> list[str]:
    """What the file's actors are described as."""
    return [
        row[0] for row in _open(file).rows("SELECT description FROM actors WHERE description IS NOT NULL")
    ]


def _fill(database: Database, column: str, row: str) -> None:
    table, _, name = column.partition(".")
    value = "en" if name == "language" else f"Filled {name}"
    if table == "quotes":
        editing.edit_quote(database, "kim", row, {name: value})
    elif table == "actors":
        edit_actor(database, "kim", row, {name: value})
    else:
        with change(database, "kim") as made:
            made.update("statements", {"statement_id": row}, {name: value})


def _open(file: Path) -> Database:
    hub: Hub = open_datasets(file, may_copy=False)
    (database,) = hub.databases.values()
    _KEPT.append(hub)  # as a server keeps it: nothing closes it when the process goes
    return database


_KEPT: list[Hub] = []
