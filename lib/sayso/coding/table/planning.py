"""What a table would add: rows of every table, what is there already, and which rows cannot come in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sayso.coding.table.known import Known, fold, numbered, place
from sayso.ingest.coded_table.mapping import TableMap
from sayso.ingest.coded_table.rows import Coded, Problem, ReadRows
from sayso.ingest.coded_table.table import Table
from sayso.model.slugs import free_id, slug
from sayso.model.wording import listed

NO_WORDS = "(no words given)"
NO_OUTLET = "Unknown"
RIGHTS = ["quote"]
SHORTEST = 60  # an issue's short name
_MARKS = re.compile(r"[\"“„«].*[\"”“»]", re.DOTALL)
Row = dict[str, Any]


@dataclass
class Plan:
    """`tables` in the order of insertion; `new` names by noun, each with the id of a known one it may be."""

    tables: dict[str, list[Row]] = field(
        default_factory=lambda: {
            name: []
            for name in ("outlets", "actors", "aliases", "issues", "articles", "quotes", "statements")
        }
    )
    new: dict[str, dict[str, str | None]] = field(
        default_factory=lambda: {"actors": {}, "issues": {}, "outlets": {}}
    )
    reused: dict[str, set[str]] = field(
        default_factory=lambda: {"actors": set(), "issues": set(), "outlets": set(), "articles": set()}
    )
    there: list[int] = field(default_factory=list)
    """Rows that are in the dataset already, or stand in the table twice."""
    problems: list[Problem] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def wrong_rows(self) -> list[int]:
        """The rows that cannot come in."""
        return sorted({problem.row for problem in self.problems})


def build(known: Known, table: Table, mapping: TableMap, read: ReadRows, by: str) -> Plan:
    """What the rows `read` would add to the dataset that `known` is of; `by` codes where no column says who."""
    return _Builder(known, table, mapping, by).build(read)


class _Builder:
    def __init__(self, known: Known, table: Table, mapping: TableMap, by: str) -> None:
        self.known, self.mapping, self.by, self.file = known, mapping, by, table.file
        self.titled = bool({"title", "article_id", "url"} & set(mapping.columns))
        self.columns = mapping.columns
        self.plan = Plan()
        self._names = {"actors": known.actors, "issues": known.issues, "outlets": known.outlets}
        self._made: dict[tuple[str, str], str] = {}
        self._taken = {noun: known.taken(noun) for noun in ("actors", "issues", "outlets", "articles")}
        self._quote_id = numbered(known.taken("quotes"))
        self._statement_id = numbered(known.taken("statements"))
        self._articles: dict[tuple[str, ...], str] = {}
        self._quotes = dict(known.quotes)
        self._coded = {key: (stance, 0) for key, stance in known.coded.items()}
        self._by_anyone = {(*key[:3], stance) for key, stance in known.coded.items()}
        self._bodies: dict[str, set[str]] = {}
        self._days: dict[str, set[str]] = {}

    def build(self, read: ReadRows) -> Plan:
        """Every row in turn; a row with a problem leaves nothing behind."""
        self.plan.problems.extend(read.problems)
        good = [row for row in read.rows if not self._refused(row)]
        for row in good:
            self._take(row)
        self._belong()
        for article in self.plan.tables["articles"]:
            days = self._days[article["article_id"]]
            if not article["published_on"] and len(days) == 1:  # all that it quotes was said that day
                article |= {"published_on": next(iter(days)), "published_on_basis": "inferred"}
        if not self.titled and good:
            self.plan.told.append(
                "No column names the article: rows of one day and outlet count as one article."
            )
        if "quote" not in self.columns and good:
            self.plan.told.append(f"No column holds words: each statement rests on “{NO_WORDS}”.")
        self.plan.problems.sort()
        return self.plan

    def _refused(self, row: Coded) -> bool:
        """Whether a name in it is shared by several, or is said to be one that is gone."""
        before = len(self.plan.problems)
        for noun, key, name in (
            ("actors", "speaker", row.speaker), ("actors", "organisation", row.organisation), ("issues", "issue", row.issue),
            ("outlets", "outlet", row.outlet),
        ):  # fmt: skip
            same = self.mapping.same.get(noun, {}).get(name)
            if same and same not in self._names[noun].shown:
                self._wrong(row, key, f"“{name}” is to be “{same}”, which is gone.", "Say anew what it is.")
            elif not same and len(ids := self._names[noun].ids(name)) > 1:
                self._wrong(
                    row,
                    key,
                    f"“{name}” is the name of {listed(sorted(ids))}.",
                    "Write a name that only one of them has.",
                )
        return len(self.plan.problems) > before

    def _take(self, row: Coded) -> None:
        article = self._find_article(row)
        speaker = self._find("actors", row.speaker)
        issue = self._find("issues", row.issue)
        words = row.quote or NO_WORDS
        spans, words, wrong = self._placed(row, article, words)
        if wrong:
            self._wrong(row, "quote", *wrong)
            return
        quote = self._quotes.get((article, speaker, fold(words))) if article and speaker else None
        coder = row.coder or self.by
        if not row.coder and (quote, speaker, issue, row.stance) in self._by_anyone:
            self.plan.there.append(row.row)
            return
        if (
            quote
            and issue
            and (old := self._coded.get((quote, speaker or "", issue, fold(coder)))) is not None
        ):
            if old[0] == row.stance:
                self.plan.there.append(row.row)
                return
            where = f"row {old[1]}" if old[1] else "the dataset"
            self._wrong(
                row,
                "stance",
                f"{where.capitalize()} has these words with stance {old[0]:+d}, this row {row.stance:+d}.",
                "Keep one of the two.",
            )
            return
        article = article or self._new_article(row)
        speaker = speaker or self._new_actor(row.speaker, row.kind)
        issue = issue or self._new_issue(row.issue)
        self._days.setdefault(article, set()).add(row.stated_on)
        body = self._body(row, speaker)
        quote = quote or self._new_quote(row, article, speaker, words, spans)
        self._coded[quote, speaker, issue, fold(coder)] = (row.stance, row.row)
        self.plan.tables["statements"].append(
            {
                "statement_id": self._statement_id(f"s-{quote.removeprefix('q-')}"), "quote_id": quote, "actor_id": speaker,
                "issue_id": issue, "stance": row.stance, "condition": row.condition or None, "basis": "words",
                "note": "\n".join(filter(None, (row.note, body))) or None, "status": "accepted", "coder": coder,
            }
        )  # fmt: skip

    def _find(self, noun: str, name: str) -> str | None:
        """The id of what is known, or was made for an earlier row; None if it is new."""
        if made := self._made.get((noun, fold(name))):
            return made
        same = self.mapping.same.get(noun, {}).get(name)
        found = same or next(iter(self._names[noun].ids(name)), None)
        if found is not None:
            self.plan.reused[noun].add(found)
            if same and noun == "actors" and same not in self._names[noun].ids(name):
                self.plan.tables["aliases"].append({"alias": name, "actor_id": same})
            self._made[noun, fold(name)] = found
        return found

    def _new(self, noun: str, name: str, row: Row) -> str:
        singular = noun.removesuffix("s")
        key = free_id(name, self._taken[noun], singular)
        self._taken[noun].add(key)
        self._made[noun, fold(name)] = key
        self.plan.new[noun][name] = self._names[noun].nearest(name)
        self.plan.tables[noun].append({f"{singular}_id": key, **row})
        return key

    def _new_actor(self, name: str, kind: str) -> str:
        return self._new("actors", name, {"name": name, "kind": kind})

    def _new_issue(self, text: str) -> str:
        short = text if len(text) <= SHORTEST else f"{text[: SHORTEST - 1].rstrip()}…"
        sort = len(self._names["issues"].shown) + len(self.plan.tables["issues"]) + 1
        return self._new(
            "issues", text,
            {"proposition": text, "short_name": short, "supports_means": f"Coded as support in {self.file}.",
             "opposes_means": f"Coded as opposition in {self.file}.", "sort": sort},
        )  # fmt: skip

    def _body(self, row: Coded, speaker: str) -> str:
        """The organisation spoken for, as a note where the actor is known to belong to another or to none."""
        if not row.organisation:
            return ""
        body = self._find("actors", row.organisation) or self._new_actor(row.organisation, "organisation")
        if body == speaker:
            return ""
        if speaker in self.known.belongs:
            return "" if self.known.belongs[speaker] == body else f"Spoke for {row.organisation}."
        self._bodies.setdefault(speaker, set()).add(body)
        return ""

    def _belong(self) -> None:
        """A new actor belongs to an organisation if it always spoke for the same one."""
        several = 0
        for actor in self.plan.tables["actors"]:
            bodies = self._bodies.get(actor["actor_id"], set())
            if len(bodies) == 1:
                actor["organisation_id"] = next(iter(bodies))
            several += len(bodies) > 1
        if several:
            self.plan.told.append(f"{several} new actors spoke for several organisations and belong to none.")

    def _find_article(self, row: Coded) -> str | None:
        outlet = self._find("outlets", row.outlet or NO_OUTLET)
        key = self._article_key(row)
        if key not in self._articles:
            title = self._title(row)
            found = self.known.article(row.url, row.article_id, row.title, title, outlet, row.published_on)
            if found is None:
                return None
            self._articles[key] = found
            self.plan.reused["articles"].add(found)
        return self._articles[key]

    def _article_key(self, row: Coded) -> tuple[str, ...]:
        if row.url:
            return ("url", row.url)
        if row.article_id:
            return ("id", row.article_id)
        return (
            "title",
            fold(self._title(row)),
            fold(row.outlet),
            row.published_on if row.title else row.stated_on,
        )

    def _title(self, row: Coded) -> str:
        return row.title or f"Article {row.article_id or row.url or f'of {row.stated_on}'}"

    def _new_article(self, row: Coded) -> str:
        name = row.outlet or NO_OUTLET
        outlet = self._find("outlets", name) or self._new("outlets", name, {"name": name, "reliability": "F"})
        title = self._title(row)
        day = row.published_on or (row.stated_on if not self.titled else "")
        words = "-".join(slug(title).split("-")[:4])
        key = free_id(" ".join((outlet[:24], day, words)), self._taken["articles"], "article")
        self._taken["articles"].add(key)
        self._articles[self._article_key(row)] = key
        made = {
            "article_id": key, "outlet_id": outlet, "outlet_basis": "stated" if row.outlet else "inferred", "title": title,
            "url": row.url or None, "published_on": day or None,
            "published_on_basis": ("stated" if row.published_on else "inferred") if day else None,
            "language": row.language or None, "rights": list(RIGHTS),
        }  # fmt: skip
        self.plan.tables["articles"].append(made)
        return key

    def _placed(
        self, row: Coded, article: str | None, words: str
    ) -> tuple[list[list[int]], str, tuple[str, str] | None]:
        text = self.known.text(article) if article else None
        if text is None or not row.quote:
            return [[0, len(text or words)]], words, None
        bare = words.strip('"“”„«» ')
        span = place(text, words) or (place(text, bare) if bare else None)
        if span is None:
            return (
                [],
                words,
                ("These words are not in the article’s text.", "Write them as the article has them."),
            )
        return [list(span)], text[slice(*span)], None

    def _new_quote(self, row: Coded, article: str, speaker: str, words: str, spans: list[list[int]]) -> str:
        key = self._quote_id(f"q-{article}")
        self._quotes[article, speaker, fold(words)] = key
        self.plan.tables["quotes"].append(
            {
                "quote_id": key, "article_id": article, "speaker_id": speaker, "text": words, "spans": spans,
                "kind": "direct" if _MARKS.fullmatch(row.quote) else "indirect", "stated_on": row.stated_on,
                "stated_on_basis": row.stated_basis, "language": row.language or self.known.article_language.get(article),
                "translation": row.translation or None, "credibility": row.credibility, "status": "accepted",
                "coder": row.coder or self.by,
            }
        )  # fmt: skip
        return key

    def _wrong(self, row: Coded, key: str, wrong: str, right: str) -> None:
        self.plan.problems.append(Problem(row.row, self.columns.get(key, ""), wrong, right))
