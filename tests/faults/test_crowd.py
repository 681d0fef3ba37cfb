"""Several people at once: the short form of `tests/faults/crowd.py`, and what must not meet."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.deciding import accept_quote
from sayso.coding.drafting import drafted
from sayso.coding.finding import find_in
from sayso.store.datasets import open_datasets
from tests.faults.crowd_inside import meet
from tests.faults.starts import small


def test_three_coders_and_ten_readers_lose_nothing_and_see_no_half(tmp_path: Path) -> None:
    crowd = meet(tmp_path, "suite", 3)
    print(crowd)
    assert crowd.done > 0 and crowd.looks > 0
    assert crowd.faults == {}


def test_a_find_that_is_accepted_while_its_article_is_searched_is_not_proposed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = open_datasets(small(tmp_path, 1), may_copy=False)
    (database,) = hub.databases.values()
    article, proposal = database.rows(
        "SELECT article_id, min(proposal_id) FROM proposals WHERE kind = 'quote' AND status = 'proposed'"
        " AND json_extract_string(found, '$.speaker.actor') IS NOT NULL GROUP BY 1"
    )[0]
    accepting = threading.Thread(target=accept_quote, args=(database, "lee", proposal))

    def slowly(*args: Any, **options: Any) -> Any:
        if not accepting.ident:
            accepting.start()
            accepting.join(3)  # it may have to wait until the search is saved
        return drafted(*args, **options)

    monkeypatch.setattr("sayso.coding.finding.drafted", slowly)
    find_in(database, article)
    accepting.join()
    monkeypatch.undo()
    n_quotes = database.rows("SELECT count(*) FROM quotes WHERE article_id = ?", [article])
    status = database.rows("SELECT status::VARCHAR FROM proposals WHERE proposal_id = ?", [proposal])
    assert (n_quotes, status) == ([(1,)], [("accepted",)])
    hub.close()
