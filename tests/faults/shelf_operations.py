"""What comes into a dataset and leaves it again: articles, searches, texts, tables, overlays, exports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sayso.coding import withdrawing
from sayso.coding.adding import Confirmed, add_article
from sayso.coding.article_facts import edit_article
from sayso.coding.finding import find_in
from sayso.coding.table import import_table
from sayso.ingest.coded_table.mapping import guess
from sayso.ingest.coded_table.table import read_table
from sayso.ingest.overlays import read as read_overlay
from sayso.store.overlays import add_overlay, delete_overlay, set_removed
from sayso.store.texts import attach_text
from tests.faults.picking import Deed, Desk
from tests.faults.starts import WITHOUT_TEXT, invented
from tests.overlay_files import TODAY, acled
from tests.table_file import TITLES, lines

WHERE_FROM = ("Alwa Herald", "Selm Post", "Sel Courier")


def add(desk: Desk) -> Deed:
    """Store an article; some are the same again, some look like a copy."""
    number = desk.rng.randrange(40)
    wanted = Confirmed(
        f"Harbour plan {number}", invented(number), desk.rng.choice(WHERE_FROM), desk.maybe("2024-03-14")
    )
    return lambda: add_article(desk.database, desk.coder, wanted)


def find(desk: Desk) -> Deed:
    """Search an article: proposals that nobody decided on are replaced."""
    (article,) = desk.pick("SELECT article_id FROM articles WHERE text IS NOT NULL")
    return lambda: find_in(desk.database, article)


def correct_article(desk: Desk) -> Deed:
    """Correct what an article is, or when it was published: its quotes follow."""
    (article,) = desk.pick("SELECT article_id FROM articles")
    values = desk.rng.choice(
        [
            {"published_on": "2024-03-15"},
            {"url": "https://herald.example/a"},
            {"outlet": "Selm Post"},
            {"language": "en"},
        ]
    )
    return lambda: edit_article(desk.database, desk.coder, article, values)


def withdraw(desk: Desk) -> Deed:
    """Withdraw an article."""
    (article,) = desk.pick("SELECT article_id FROM articles WHERE withdrawn_on IS NULL")
    return lambda: withdrawing.withdraw(desk.database, desk.coder, {article: {}}, date(2024, 4, 1))


def count_again(desk: Desk) -> Deed:
    """Let a withdrawn article count again."""
    article, day = desk.pick("SELECT article_id, withdrawn_on FROM articles WHERE withdrawn_on IS NOT NULL")
    return lambda: withdrawing.take_back(desk.database, desk.coder, article, day)


def attach(desk: Desk) -> Deed:
    """Attach a text to an article that came without."""
    (article,) = desk.pick("SELECT article_id FROM articles WHERE text IS NULL AND text_sha256 IS NOT NULL")
    text = WITHOUT_TEXT.get(article)
    return (lambda: attach_text(desk.database, article, text)) if text else None


def table(desk: Desk) -> Deed:
    """Take in a table that was coded elsewhere."""
    number = desk.rng.randrange(1000)
    rows = [TITLES] + [
        [f"Ann {number % 7}", f"Sell quay {each}", "support", "2024-07-24", f"Quay sale {number}", "Selm Post", f"We want it {number} {each}."]
        for each in range(desk.rng.randint(1, 30))
    ]  # fmt: skip
    coded = read_table("coded.csv", lines(rows))
    return lambda: import_table(desk.database, desk.coder, coded, guess(coded))


def overlay(desk: Desk) -> Deed:
    """Lay others' counts over the timeline."""
    content = acled(
        [{"notes": f"Note {desk.rng.randrange(10_000)}"} for _ in range(desk.rng.randint(1, 200))]
    )
    found = read_overlay("acled.csv", content, TODAY)
    return lambda: add_overlay(
        desk.database, found, name="acled.csv", content=content, accessed_on=TODAY, by=desk.coder
    )


def take_off(desk: Desk) -> Deed:
    """Take an overlay off, or put it back."""
    name, is_removed = desk.pick("SELECT overlay_id, is_removed FROM overlays")
    return lambda: set_removed(desk.database, name, not is_removed)


def drop_overlay(desk: Desk) -> Deed:
    """Delete an overlay for good."""
    (name,) = desk.pick("SELECT overlay_id FROM overlays")
    return lambda: delete_overlay(desk.database, name)


WEIGHTS: dict[Callable[[Desk], Deed], int] = {
    add: 6, find: 6, correct_article: 3, withdraw: 2, count_again: 2, attach: 3, table: 3, overlay: 2, take_off: 2,
    drop_overlay: 1,
}  # fmt: skip
