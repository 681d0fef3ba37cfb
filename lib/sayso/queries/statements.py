"""What is known of every statement, in one row?"""

from __future__ import annotations

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database


def wide(database: Database, scope: Scope, every_status: bool = False) -> Answer:
    """One row per statement in scope, newest first, with everything that can be joined to it.

    Quotes are left out where the article's rights say neither "quote" nor "export" (DESIGN §9). With `every_status`
    also proposed, rejected, unverified and withdrawn statements; `counts`, `is_kept` and `why_not` tell them apart.
    """
    return ask(database, "statements_wide", {**scope.params, "every_status": every_status})
