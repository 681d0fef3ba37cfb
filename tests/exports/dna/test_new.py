"""A dataset that never was DNA's becomes a DNA database that can be read again."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

import sayso
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.coding.import_dna import import_dna
from sayso.exports import dna
from sayso.ingest.dna.choices import Asked
from sayso.store.changes import change
from sayso.store.hub import Hub
from tests.bench.dna_there_and_back import dna_tables
from tests.conftest import REPOSITORY, DatasetMaker
from tests.tiny import say

HARBOUR = REPOSITORY / "data" / "harbour-debate"


def named(network: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    own = network.rename(index=names, columns=names)
    return own.sort_index().sort_index(axis=1)


def test_a_debate_is_the_same_debate_after_dna(tmp_path: Path) -> None:
    hub = Hub()
    database = hub.load_into_memory(HARBOUR, "harbour", "")
    target = tmp_path / "harbour.dna"
    written = dna.write(database, target)
    (n_counting,) = database.rows("SELECT count(*) FROM statements_read WHERE counts")[0]
    places = database.rows(
        "SELECT s.statement_id, q.text FROM statements_read s JOIN quotes q USING (quote_id)"
        " WHERE counts AND q.kind = 'direct' AND len(q.spans) = 1"
    )
    actors = database.rows("SELECT name, kind::VARCHAR, country FROM actors ORDER BY name")
    told = dict.fromkeys(written.told)
    hub.close()

    tables = {name: rows[1:] for name, rows in dna_tables(target).items()}
    assert len(tables["STATEMENTS"]) == written.rows["STATEMENTS"] == n_counting == 347
    texts = {row[0]: row[2].encode("utf-16-le") for row in tables["DOCUMENTS"]}
    found = [texts[row[2]][2 * row[3] : 2 * row[4]].decode("utf-16-le") for row in tables["STATEMENTS"]]
    assert {text for _, text in places} <= set(found)
    assert "76 statements left out: unverified" in told
    assert "3 documents whose day is not known: dated on the first day it can be of" in told

    import_dna(target, tmp_path / "again.duckdb", Asked(unit="actor"))
    with sayso.open(HARBOUR) as one, sayso.open(tmp_path / "again.duckdb") as other:
        names = [{key: facts["name"] for key, facts in each.attributes().items()} for each in (one, other)]
        options: tuple[tuple[Tie, Norm], ...] = (("subtract", "average"), ("congruence", "none"))
        for tie, norm in options:
            before = one.network(tie, norm, "include")
            after = other.network(tie, norm, "include")
            pd.testing.assert_frame_equal(
                named(before, names[0]), named(after, names[1]), check_names=False, atol=1e-12
            )
        again = other._database.rows("SELECT name, kind::VARCHAR, country FROM actors ORDER BY name")
        assert again == actors


def test_acts_conditions_and_texts_that_may_not_leave(make_dataset: DatasetMaker, tmp_path: Path) -> None:
    text = "Quays are for sale 🚢. Ann wants no tax, if asked. Bob sat down in protest. A secret."
    act = {
        "event_id": "sit-in", "title": "Sit-in", "kind": "PROTEST", "modality": "happened", "happened_on": "2024-01-02",
        "happened_on_basis": "stated",
    }  # fmt: skip
    sat = {
        "statement_id": "act", "event_id": "sit-in", "actor_id": "ann", "issue_id": "tax", "stance": -1, "basis": "act",
        "status": "accepted", "coder": "test",
    }  # fmt: skip
    database = make_dataset(
        [
            say("ann", "tax", 2, "2024-01-01", article="free", text="no tax", condition="if asked", note="loud"),
            say("ann", "tax", 2, "2024-01-03", article="mine", text="no tax"),
            say("ann", "tax", 2, "2024-01-03", article="mine", text="A secret", status="proposed"),
        ],
        articles={
            "free": {"text": text, "rights": "show;export"}, "mine": {"text": text, "rights": "show"},
        },
        more={
            "events": [act],
            "reports": [{"event_id": "sit-in", "article_id": "free", "spans": "50-74"}],
            "statements": [sat],
        },
    )  # fmt: skip
    target = tmp_path / "tiny.dna"
    told = dna.write(database, target, "word").told
    tables = {name: rows[1:] for name, rows in dna_tables(target).items()}
    texts = {row[1]: row[2] for row in tables["DOCUMENTS"]}
    assert set(texts.values()) == {text, "no tax"}
    passages = {row[0]: row[2].encode("utf-16-le") for row in tables["DOCUMENTS"]}
    words = [passages[row[2]][2 * row[3] : 2 * row[4]].decode("utf-16-le") for row in tables["STATEMENTS"]]
    assert sorted(words) == ["Bob sat down in protest.", "no tax", "no tax"]
    assert "1 statement left out: proposed" in told and ("version", "3.0.7") in tables["SETTINGS"]

    # There again, what DNA has no column for stands in its own; changed there, it goes back into its variable.
    import_dna(target, tmp_path / "again.duckdb", Asked(unit="actor"))
    hub = Hub()
    again = hub.attach(tmp_path / "again.duckdb")
    found = again.rows("SELECT statement_id, condition, note FROM statements WHERE condition IS NOT NULL")
    assert [row[1:] for row in found] == [("if asked", "person: Ann; loud")]
    with change(again, "test") as made:
        values = {"condition": "if paid", "note": "person: Ann; louder"}
        made.update("statements", {"statement_id": found[0][0]}, values)
    told = dna.write(again, target, "word", own_texts=True).told
    hub.close()
    long = [row[3] for row in dna_tables(target)["DATALONGTEXT"][1:]]
    assert {"if paid", "louder"} <= set(long) and "loud" not in long and told == ()


def test_a_download_is_the_file_itself(make_dataset: DatasetMaker) -> None:
    made, written = dna.content(make_dataset([("ann", "tax", 1, "2024-01-03")]))
    assert made.startswith(b"SQLite format 3\0") and len(written.password) >= 10


def test_an_empty_dataset_is_an_empty_database(make_dataset: DatasetMaker, tmp_path: Path) -> None:
    written = dna.write(make_dataset(), tmp_path / "empty.dna", "word")
    assert written.in_words == "0 documents, 0 statements, 0 entities, 1 coder"
