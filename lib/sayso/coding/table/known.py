"""What the open dataset holds already, by the names and words that a table would use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

Ask = Callable[[str, list[Any] | None], list[tuple[Any, ...]]]
_IDS = {
    "actors": "FROM actor_ids",
    "issues": "FROM issue_ids",
    "outlets": "FROM outlet_ids",
    "articles": "FROM article_ids",
    "quotes": "FROM quote_ids",
    "statements": "SELECT statement_id FROM statements",
}
SUGGESTED = 86.0  # of 100: as near as “Fuad Husein” is to “Fuad Hussein”


_MARK = re.compile("[\"'“”„«»‘’]")


def fold(text: str) -> str:
    """A name as names are compared: case, white space and composed letters do not matter."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class Names:
    """Ids by name, several where a name is shared; and the names nearest to an unknown one."""

    def __init__(self, pairs: Iterable[tuple[str | None, str]]) -> None:
        self._ids: dict[str, set[str]] = {}
        self.shown: dict[str, str] = {}
        for name, key in pairs:
            if name:
                self._ids.setdefault(fold(name), set()).add(key)
                self.shown.setdefault(key, name)

    def ids(self, name: str) -> set[str]:
        """Who or what is called so."""
        return self._ids.get(fold(name), set())

    def nearest(self, name: str) -> str | None:
        """The id whose name is nearest to `name`, if one is near enough to be asked about."""
        from rapidfuzz import fuzz, process

        found = process.extractOne(
            fold(name), list(self._ids), scorer=fuzz.token_sort_ratio, score_cutoff=SUGGESTED
        )
        ids = self._ids[found[0]] if found else set()
        return next(iter(ids)) if len(ids) == 1 else None


class Known:
    """The dataset's names, articles, quotes and statements. `ask` runs a query."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        actors = ask(
            "SELECT name, actor_id FROM actors UNION ALL SELECT name_original, actor_id FROM actors", None
        )
        self.actors = Names([*actors, *ask("SELECT alias, actor_id FROM aliases ORDER BY 2, 1", None)])
        self.issues = Names(
            ask(
                "SELECT short_name, issue_id FROM issues UNION ALL SELECT proposition, issue_id FROM issues"
                " UNION ALL SELECT issue_id, issue_id FROM issues",
                None,
            )
        )
        self.outlets = Names(
            ask(
                "SELECT name, outlet_id FROM outlets UNION ALL SELECT outlet_id, outlet_id FROM outlets", None
            )
        )
        self.belongs: dict[str, str | None] = dict(ask("SELECT actor_id, organisation_id FROM actors", None))
        self._articles = ask(
            "SELECT article_id, outlet_id, title, url, published_on, language, text IS NOT NULL FROM articles"
            " ORDER BY article_id",
            None,
        )
        self.article_language = {row[0]: row[5] for row in self._articles}
        self._by_url = {row[3]: row[0] for row in reversed(self._articles) if row[3]}
        self._by_id = {row[0]: row for row in self._articles}
        self._by_title: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
        for row in self._articles:
            self._by_title.setdefault((fold(row[2]), row[1]), []).append(row)
        self.quotes: dict[tuple[str, str, str], str] = {}
        for key, article, speaker, text in ask(
            "SELECT quote_id, article_id, speaker_id, text FROM quotes ORDER BY quote_id", None
        ):
            self.quotes.setdefault((article, speaker, fold(text)), key)
        self.coded: dict[tuple[str, str, str, str], int] = {
            (quote, actor, issue, fold(coder)): stance
            for quote, actor, issue, coder, stance in ask(
                "SELECT quote_id, actor_id, issue_id, coder, stance FROM statements WHERE quote_id IS NOT NULL",
                None,
            )
        }
        self._with_text = {row[0] for row in self._articles if row[6]}
        self._texts: dict[str, str | None] = {}

    def article(
        self, url: str, article_id: str, said: str, title: str, outlet: str | None, day: str
    ) -> str | None:
        """The article that is meant: by its address, by its id if the title `said` agrees, by `title`, outlet and day."""
        if url and url in self._by_url:
            return str(self._by_url[url])
        row = self._by_id.get(article_id)
        if row and (not said or fold(row[2]) == fold(said)):
            return article_id
        for row in self._by_title.get((fold(title), outlet or ""), []):
            if not (url and row[3]) and (not day or not row[4] or row[4] == day):
                return str(row[0])
        return None

    def text(self, article_id: str) -> str | None:
        """The article's text, if it is here."""
        if article_id not in self._with_text:
            return None
        if article_id not in self._texts:
            rows = self._ask("SELECT text FROM articles WHERE article_id = ?", [article_id])
            self._texts[article_id] = rows[0][0] if rows else None
        return self._texts[article_id]

    def taken(self, noun: str) -> set[str]:
        """Every id that actors, issues … ever had; of statements, those that there are."""
        return {str(row[0]) for row in self._ask(_IDS[noun], None)}


def place(text: str, words: str) -> tuple[int, int] | None:
    """Where `words` stand in `text`, whatever the white space and the kind of quotation marks; None if nowhere."""
    at = text.find(words)
    if at >= 0:
        return at, at + len(words)
    pieces = [_MARK.sub(_MARK.pattern, re.escape(piece)) for piece in words.split()]
    found = re.search(r"\s+".join(pieces), text) if pieces else None
    return found.span() if found else None


def numbered(taken: Iterable[str]) -> Callable[[str], str]:
    """Gives `base-n` with the first number after all that is taken, counting on."""
    highest: dict[str, int] = {}
    for key in taken:
        base, _, tail = key.rpartition("-")
        if tail.isdecimal():
            highest[base] = max(highest.get(base, 0), int(tail))

    def following(base: str) -> str:
        highest[base] = highest.get(base, 0) + 1
        return f"{base}-{highest[base]}"

    return following
