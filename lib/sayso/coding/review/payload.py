"""What the browser is sent: what changes with every decision, and what hardly ever does."""

from __future__ import annotations

from typing import Any

import orjson

from sayso.analysis.counting import CellPosition
from sayso.coding.effect import Moved, moved_by
from sayso.coding.proposals import of_article
from sayso.coding.review.items import actor_refs, items_of
from sayso.coding.review.ledger import Ledger
from sayso.coding.review.opening import Stage
from sayso.coding.undo import redoable, undoable
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BY_STATE, CREDIBILITY, STANCES
from sayso.queries import actor_rows, actors, codebook
from sayso.queries.quotes import article_text
from sayso.reports.lookup import read_article_labels, read_lookup
from sayso.reports.memo import ask
from sayso.store.hub import Database
from sayso.store.inside import snapshot

# PLOVER's kinds in a reader's words.
EVENT_KINDS = {
    "AGREE": "agrees", "CONSULT": "meets or talks", "SUPPORT": "supports", "CONCEDE": "concedes",
    "COOPERATE": "cooperates", "AID": "gives aid", "RETREAT": "withdraws", "INVESTIGATE": "investigates",
    "DEMAND": "demands", "DISAPPROVE": "disapproves", "REJECT": "rejects", "THREATEN": "threatens",
    "PROTEST": "protests", "SANCTION": "sanctions", "MOBILIZE": "mobilises", "COERCE": "coerces",
    "ASSAULT": "attacks", "FIGHT": "fights",
}  # fmt: skip


def state(database: Database, coder: str, article_id: str, ledger: Ledger) -> bytes:
    """After every run: the items, what was acknowledged and refused, what could be undone, what moved."""
    with snapshot(database) as now:  # a find and its row, before a decision or after it
        n_coded, moved = moved_by(now, article_id, coder)
        undo, redo = undoable(now, coder), redoable(now, coder)
        items = items_of(now, article_id)
    lookup = ask(read_lookup, database)
    return orjson.dumps(
        {
            "article": article_id,
            "session": ledger.session,
            "items": items,
            "acked": ledger.acked(),
            "refused": ledger.refused,
            "focus": ledger.focus,
            "undo": undo and {"change": undo.change_id, "words": undo.words},
            "redo": redo and {"change": redo.change_id, "words": redo.words},
            "nCoded": n_coded,
            "moved": [_cell(each, lookup.actors, lookup.issues) for each in moved],
        }
    )


def lists(database: Database, coder: str, article_id: str, articles: list[Stage]) -> bytes:
    """The article and everything that can be chosen on it."""
    facts = next(row for row in records(ask(codebook.articles, database)) if row["article_id"] == article_id)
    following = _next(articles, article_id)
    return orjson.dumps(
        {
            "dataset": database.name,
            "datasetTitle": database.title,
            "coder": coder,
            "article": {
                "id": article_id, "label": ask(read_article_labels, database)[article_id], "title": facts["title"], "lang": facts["language"], "outlet": facts["outlet"],
                "reliability": facts["reliability"], "day": date_words(facts["published_on"]),
                "text": ask(article_text, database, article_id),
            },
            "next": following and following["article_id"],
            "nextTitle": following and following["title"],
            "articles": [_listed(row) for row in articles],
            "actors": _actors(database, article_id),
            "made": actor_refs(of_article(database, article_id)),
            "issues": [
                {"id": row["issue_id"], "name": row["short_name"], "proposition": row["proposition"]}
                for row in records(ask(codebook.issues, database))
            ],
            "events": [
                {"id": row["event_id"], "title": row["title"], "day": date_words(row["happened_on"])}
                for row in records(ask(codebook.events, database))
            ],
            "scale": [
                {"stance": stance, "sign": step.sign, "word": step.word, "fill": step.fill, "ink": step.ink}
                for stance, step in STANCES.items()
            ],
            "credibility": [{"grade": grade, "word": word} for grade, word in CREDIBILITY.items()],
            "eventKinds": [{"kind": kind, "word": word} for kind, word in EVENT_KINDS.items()],
        }
    )  # fmt: skip


def _actors(database: Database, article_id: str) -> list[dict[str, Any]]:
    """Whoever can be a speaker: the dataset's actors, and those that were found in this article."""
    also: dict[str, list[str]] = {}
    for name, actor_id in ask(actors.names, database):
        also.setdefault(actor_id, []).append(name)
    there = [
        {
            "ref": f"actor:{actor_id}", "name": name, "note": description or kind,
            "also": " ".join(also.get(actor_id, [])),
        }
        for actor_id, name, kind, description in actor_rows.choices(database)
    ]  # fmt: skip
    proposed = [
        {
            "ref": f"new:{each.proposal_id}", "name": each.found["name"],
            "note": f"new {each.found['kind']}{': ' + each.found['roles'][0] if each.found['roles'] else ''}",
            "also": " ".join(each.found["aliases"]),
        }
        for each in of_article(database, article_id)
        if each.kind == "actor" and each.row_id is None
    ]  # fmt: skip
    return [*there, *proposed]


def _listed(row: Stage) -> dict[str, Any]:
    waiting = f"{row['n_waiting']} wait" if row["n_waiting"] else f"{row['n_quotes']} quotes"
    note = " · ".join(part for part in (row["outlet"], date_words(row["published_on"]), waiting) if part)
    return {"id": row["article_id"], "title": row["title"], "note": note, "stage": row["stage"].capitalize()}


def _next(articles: list[Stage], article_id: str) -> Stage | None:
    return next(
        (row for row in articles if row["stage"] == "to review" and row["article_id"] != article_id), None
    )


def _cell(moved: Moved, actor_names: dict[str, str], issue_names: dict[str, str]) -> dict[str, Any]:
    actor = actor_names.get(moved.actor_id, moved.actor_id)
    issue = issue_names.get(moved.issue_id, moved.issue_id)
    return {
        "actor": actor, "issue": issue, "before": _position(moved.before), "after": _position(moved.after),
        "link": {"actor": actor, "on": issue},
    }  # fmt: skip


def _position(position: CellPosition) -> dict[str, Any]:
    step = BY_STATE[position.state]
    return {
        "state": step.state,
        "sign": step.sign,
        "word": step.word,
        "fill": step.fill,
        "ink": step.ink,
        "n": position.n,
    }
