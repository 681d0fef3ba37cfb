"""What the open dataset holds already, by the names and words that a table would use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from sayso.queries import actor_rows, article_rows, everything, ids
from sayso.queries.ids import Noun
from sayso.store.reader import Reader

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
    """The dataset's names, articles, quotes and statements. Asked of `reader`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.actors = Names([*actor_rows.every_name(reader), *actor_rows.every_alias(reader)])
        self.issues = Names(everything.issue_names(reader))
        self.outlets = Names(everything.outlet_names(reader))
        self.belongs = ids.parents(reader, "actors")
        self._articles = everything.articles(reader)
        self.article_language = {row[0]: row[5] for row in self._articles}
        self._by_url = {row[3]: row[0] for row in reversed(self._articles) if row[3]}
        self._by_id = {row[0]: row for row in self._articles}
        self._by_title: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
        for row in self._articles:
            self._by_title.setdefault((fold(row[2]), row[1]), []).append(row)
        self.quotes: dict[tuple[str, str, str], str] = {}
        for key, article, speaker, text in everything.quotes(reader):
            self.quotes.setdefault((article, speaker, fold(text)), key)
        self.coded: dict[tuple[str, str, str, str], int] = {
            (quote, actor, issue, fold(coder)): stance
            for quote, actor, issue, coder, stance in everything.statements(reader)
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
            self._texts[article_id] = article_rows.text(self._reader, article_id)
        return self._texts[article_id]

    def taken(self, noun: Noun) -> set[str]:
        """Every id that actors, issues … ever had; of statements, those that there are."""
        return ids.given(self._reader, noun)


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
