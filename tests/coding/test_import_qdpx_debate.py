"""A large debate, coded as people code it in such programs, comes back with every stance that can be told."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

from sayso.coding.import_qdpx import import_qdpx
from sayso.ingest.qdpx.choices import Asked
from sayso.store.datasets import open_datasets
from tests.qdpx_file import Tree, mark, text, utf16, write

DEBATE = Path(__file__).resolve().parents[2] / "data" / "harbour-debate"
STEPS = {2: "strongly for", 1: "for", 0: "neutral", -1: "against", -2: "strongly against"}
Row = dict[str, str]


def table(name: str) -> list[Row]:
    with (DEBATE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_harbour_debate_comes_back_whole(tmp_path: Path) -> None:
    """Every quote in one piece is marked with its speaker; every statement with a stance below its issue."""
    texts = {row["article_id"]: row["text"] for row in table("articles") if row["text"]}
    quotes = {
        row["quote_id"]: row
        for row in table("quotes")
        if row["article_id"] in texts and ";" not in row["spans"]
    }
    said = [row for row in table("statements") if row["quote_id"] in quotes and row["actor_id"] == quotes[row["quote_id"]]["speaker_id"]]  # fmt: skip
    codes: Tree = {"Actors": {row["actor_id"]: {} for row in table("actors")}, "Issues": {}}
    for row in table("issues"):
        codes["Issues"][row["issue_id"]] = {name: {} for name in STEPS.values()}
    marks: dict[str, list[tuple[tuple[int, int], str, str]]] = defaultdict(list)
    for row in quotes.values():
        marks[row["article_id"]].append((place(row), f"Actors/{row['speaker_id']}", row["coder"]))
    for row in said:
        code = f"Issues/{row['issue_id']}/{STEPS[int(row['stance'])]}"
        marks[quotes[row["quote_id"]]["article_id"]].append(
            (place(quotes[row["quote_id"]]), code, row["coder"])
        )
    coders = sorted({coder for each in marks.values() for _, _, coder in each})
    sources = [
        text(key, words, *(
            mark("", code, by=coder, place=(utf16(words, at[0]), utf16(words, at[1]))) for at, code, coder in marks[key]
        ))
        for key, words in texts.items()
    ]  # fmt: skip
    path = write(tmp_path / "a.qdpx", sources, codes, users=coders, folder="Sources", origin="NVivo 14")
    done = import_qdpx(path, tmp_path / "a.duckdb", Asked())
    (database,) = open_datasets(tmp_path / "a.duckdb").databases.values()
    found = database.rows(
        "SELECT title, quotes.text, actors.name, proposition, stance, statements.coder FROM statements"
        " JOIN quotes USING (quote_id) JOIN articles USING (article_id) JOIN issues USING (issue_id)"
        " JOIN actors ON actors.actor_id = statements.actor_id"
    )
    wanted = Counter(
        (quote["article_id"], texts[quote["article_id"]][slice(*place(quote))], row["actor_id"], row["issue_id"],
         int(row["stance"]), row["coder"])
        for row in said
        for quote in [quotes[row["quote_id"]]]
    )  # fmt: skip
    assert len(wanted) > 200 and set(found) == set(wanted)
    assert done.rows["articles"] == len(texts) and not done.left_out


def place(quote: Row) -> tuple[int, int]:
    start, stop = quote["spans"].split("-")
    return int(start), int(stop)
