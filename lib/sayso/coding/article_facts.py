"""What an article is (its title, outlet, date), corrected after it was added; its text stays as it was coded."""

from __future__ import annotations

from typing import Any

from sayso.coding.adding import outlet_for
from sayso.coding.codebook.checks import Checks, Values
from sayso.coding.rows import article_day
from sayso.coding.wording import named
from sayso.queries import coded_events, coded_quotes
from sayso.queries.coding import article_stages
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Saving the article"
BASES = ("stated", "inferred")
RIGHTS = ("show", "quote", "export")


def edit_article(
    database: Database, by: str, article_id: str, values: Values, seen: Values | None = None
) -> int:
    """Correct an article: title, outlet (an id, or a new one's name), published_on and its basis, language, url, rights.

    Quotes and events that have their day from the article's alone get the new one; returns how many. What was
    proposed keeps its dates until the article is searched again. Raises InvalidError for values that cannot be
    saved, ConflictError if somebody changed the article since it was `seen`.
    """
    values = _checked(values)
    with change(database, by, note=f"{named(values.get('title') or article_id)} corrected") as made:
        before = article_day(made, article_id, before=True)
        if outlet := values.pop("outlet", None):
            values["outlet_id"] = outlet_for(made, outlet)
        made.update("articles", {"article_id": article_id}, values, seen)
        return _moved(made, article_id, before, article_day(made, article_id, before=True))


def is_searched(database: Database, article_id: str) -> bool:
    """Whether the rules were run over the article's text."""
    frame = article_stages(database).frame
    return bool(frame.loc[frame["article_id"] == article_id, "searched_at"].notna().any())


def _moved(made: Change, article_id: str, before: str, after: str) -> int:
    """Let what was dated by the article follow its date; an event only if no other article reports it."""
    if before == after:
        return 0
    quotes = coded_quotes.dated_by_article(made, article_id, before)
    events = coded_events.dated_by_article(made, article_id, before)
    for quote_id in quotes:
        made.update("quotes", {"quote_id": quote_id}, {"stated_on": after})
    for event_id in events:
        made.update("events", {"event_id": event_id}, {"happened_on": after})
    return len(quotes) + len(events)


def _checked(values: Values) -> dict[str, Any]:
    checks = Checks(TITLE, values)
    checks.need("title", "An article needs its title.")
    checks.short("title", 300)
    checks.need("outlet", "Say who published it.")
    checks.short("outlet")
    checks.date("published_on")
    if "published_on" in checks.values:
        checks.values["published_on_basis"] = _basis(checks) if checks.values["published_on"] else None
    checks.language("language")
    checks.web_address("url")
    if set(checks.values.get("rights") or ()) - set(RIGHTS):
        checks.refuse("rights", f"They are among {', '.join(RIGHTS)}.")
    return checks.passed()


def _basis(checks: Checks) -> str:
    basis = checks.values.get("published_on_basis") or "stated"
    if basis not in BASES:
        checks.refuse("published_on_basis", "Stated or inferred.")
    return str(basis)
