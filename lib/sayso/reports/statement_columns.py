"""The columns of the wide statement table: what each holds, and where its meaning is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "whole", "number", "yes", "day", "edtf", "list"]


@dataclass(frozen=True)
class Column:
    """One column.

    `of` is the table and column whose COMMENT says what it means; `meaning` says it where there is none, or more.
    `edtf` holds a date as written, `day` a real one; `whole` numbers have no fraction; `width` is in characters.
    """

    name: str
    kind: Kind = "text"
    of: str = ""
    meaning: str = ""
    width: int = 14

    def meant(self, comments: Mapping[str, str]) -> str:
        """What it means, in the database's words first."""
        return " ".join(part for part in (comments.get(self.of, ""), self.meaning) if part)


def _columns(kind: Kind, of: str, width: int = 14) -> list[Column]:
    """Columns that are called as in their table: "statements: note, status"."""
    table, _, names = of.partition(": ")
    return [Column(name, kind, f"{table}.{name}", width=width) for name in names.split(", ")]


LOW = "The first day that {} can mean; empty when open at the start."
HIGH = "The last day that {} can mean; empty when open at the end."

COLUMNS: tuple[Column, ...] = (
    Column("statement_id", of="statements.statement_id", width=16),
    Column("counts", "yes", meaning="Whether it counts: accepted or edited, its quote too, its article not withdrawn."),
    Column("is_kept", "yes", meaning="Whether positions are computed from it, once copies and repeats collapse."),
    Column("why_not", meaning="Why it does not count, or is not kept.", width=26),
    Column("source", "whole", meaning="The number of its article in the list of sources.", width=8),
    *_columns("text", "statements: actor_id", 18),
    Column("actor", of="actors.name", width=24),
    Column("actor_original", of="actors.name_original", width=20),
    Column("actor_kind", of="actors.kind"),
    Column("actor_country", of="actors.country", width=9),
    Column("actor_description", of="actors.description", width=30),
    Column("actor_wikidata_id", of="actors.wikidata_id", width=12),
    *_columns("text", "actors: organisation_id", 18),
    Column("organisation", meaning="The name of the actor's organisation.", width=22),
    Column("faction_ids", "list", meaning="The factions to which the actor belonged when this was said or done.", width=18),
    Column("factions", "list", meaning="Their names.", width=24),
    Column("aliases", "list", meaning="The actor's names and spellings as found in texts.", width=24),
    *_columns("text", "statements: issue_id", 18),
    Column("issue", of="issues.short_name", width=24),
    *_columns("text", "issues: proposition, supports_means, opposes_means", 36),
    *_columns("text", "issues: parent_id", 18),
    Column("parent_issue", meaning="The short name of the wider issue.", width=22),
    Column("stance", "whole", "statements.stance", width=8),
    Column("stance_word", meaning="The stance in words.", width=17),
    *_columns("text", "statements: condition", 30),
    *_columns("text", "statements: basis", 10),
    *_columns("text", "statements: note", 36),
    *_columns("text", "statements: status", 11),
    *_columns("text", "statements: coder", 16),
    *_columns("number", "statements: confidence", 11),
    Column("kind", of="quotes.kind", meaning="Or act: something done, not said.", width=10),
    Column("stated_on", "edtf", meaning="When it was said or done, in EDTF (2024-03 is a month).", width=13),
    Column("stated_on_basis", meaning="stated or inferred.", width=10),
    Column("stated_low", "day", meaning=LOW.format("stated_on"), width=12),
    Column("stated_high", "day", meaning=HIGH.format("stated_on"), width=12),
    Column("precision", of="dates.precision", width=11),
    Column("said_on", "day", meaning="The day that orders and cuts: the first it can have been, else the last.", width=12),
    *_columns("text", "statements: quote_id", 16),
    Column("quote", of="quotes.text", width=60),
    Column("translation", of="quotes.translation", width=60),
    Column("is_withheld", "yes", meaning="Whether the quote is left out: its article's rights say neither quote nor export."),
    Column("quote_language", of="quotes.language", width=10),
    *_columns("text", "quotes: spans"),
    *_columns("text", "quotes: cue", 12),
    *_columns("text", "quotes: venue", 18),
    *_columns("text", "quotes: speaker_id", 18),
    Column("speaker", meaning="The name of the speaker.", width=24),
    *_columns("text", "quotes: addressee_id", 18),
    Column("addressee", meaning="The name of the addressee.", width=20),
    Column("quote_status", of="quotes.status", width=11),
    Column("quote_coder", of="quotes.coder", width=16),
    Column("quote_rule", of="quotes.rule", width=16),
    Column("quote_confidence", "number", "quotes.confidence", width=11),
    *_columns("text", "statements: event_id", 16),
    Column("event", of="events.title", width=30),
    Column("event_kind", of="events.kind", width=13),
    *_columns("text", "events: modality", 11),
    Column("event_description", of="events.description", width=36),
    Column("event_actors", "list", meaning="Who took part in the event, with roles.", width=30),
    *_columns("text", "events: place", 18),
    *_columns("number", "events: latitude, longitude", 11),
    *_columns("text", "events: place_precision", 11),
    Column("event_spans", of="reports.spans"),
    Column("credibility", "whole", "quotes.credibility", width=11),
    *_columns("text", "quotes: article_id", 20),
    Column("article", of="articles.title", width=40),
    *_columns("text", "articles: url, archive_url", 30),
    *_columns("edtf", "articles: published_on", 13),
    *_columns("text", "articles: published_on_basis", 10),
    Column("published_low", "day", meaning=LOW.format("published_on"), width=12),
    Column("published_high", "day", meaning=HIGH.format("published_on"), width=12),
    Column("published_precision", of="dates.precision", width=11),
    *_columns("edtf", "articles: accessed_on", 13),
    Column("article_language", of="articles.language", width=10),
    *_columns("text", "articles: text_sha256", 12),
    *_columns("text", "articles: duplicate_of", 18),
    *_columns("edtf", "articles: withdrawn_on", 13),
    *_columns("list", "articles: rights", 18),
    *_columns("text", "articles: outlet_id", 16),
    Column("outlet", of="outlets.name", width=22),
    *_columns("text", "articles: outlet_basis", 10),
    Column("outlet_country", of="outlets.country", width=9),
    Column("outlet_language", of="outlets.language", width=9),
    Column("reliability", of="outlets.reliability", width=9),
    Column("outlet_url", of="outlets.url", width=30),
    Column("dataset", meaning="The dataset's title.", width=20),
    Column("data_version", meaning="The data's version.", width=16),
    Column("licence", meaning="The dataset's licence.", width=20),
)  # fmt: skip
