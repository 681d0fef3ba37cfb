"""What was found and waits: never counted, and shown only to who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from sayso.queries.coding import waiting_statements
from sayso.reports.memo import ask
from sayso.reports.view import View


def proposals(view: View) -> pd.DataFrame:
    """One row per stance that was proposed, or coded and not verified, in scope."""
    return ask(waiting_statements, view.database, view.scope).frame


def by_cell(waits: pd.DataFrame) -> Mapping[tuple[str, str], int]:
    """How many of `proposals` by (actor, issue)."""
    return Counter(zip(waits["actor_id"], waits["issue_id"], strict=True))
