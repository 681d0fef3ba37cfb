"""Articles as DNA's documents, and where in them each statement stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sayso.exports.dna.base import Base, refuse
from sayso.exports.dna.book import Book, Row
from sayso.exports.dna.now import Article, Now, Said
from sayso.exports.dna.places import blank, strung, unit_places

NOWHERE = "…"  # a passage without words still needs a place


class Documents:
    """The documents of a book, brought to what the articles are now; `finish` when all statements have their places.

    A text is written if its article's rights include "export"; with `own_texts` also if it came from DNA.
    """

    def __init__(self, book: Book, base: Base, now: Now, said: list[Said], *, own_texts: bool) -> None:
        self._book, self._base, self._own_texts = book, base, own_texts
        self._by_article: dict[str, list[Said]] = {}
        for one in said:
            self._by_article.setdefault(one.article_id or "", []).append(one)
        self.numbers: dict[str, int] = {}
        self._raw: dict[str, str] = {}
        self._units: dict[str, list[int]] = {}
        self._strung: dict[str, dict[str, tuple[int, int]]] = {}
        self._blank: list[str] = []
        gone = [base.numbers[key] for key in base.articles if key not in now.articles]
        book.drop("DOCUMENTS", gone)
        book.tell("document", "left out: deleted in Sayso", len(gone))
        for key, article in now.articles.items():
            self.numbers[key] = self._edited(article) if key in base.articles else self._added(article)

    def place(self, said: Said) -> tuple[int, int, int] | None:
        """The document, start and stop (UTF-16 units) of a statement; None if it stands in no article."""
        key = said.article_id
        if key is None or said.spans is None or key not in self.numbers:
            return None
        if key in self._strung:
            return self.numbers[key], *self._strung[key][said.words.strip() or NOWHERE]
        start, stop = said.spans[0][0], said.spans[-1][-1]
        if len(said.spans) > 1:
            self._book.tell("statement", "on a quote in several pieces, marked from the first to the last")
        if key not in self._raw:
            lead = self._base.leads.get(key, 0)
            return self.numbers[key], start + lead, stop + lead
        if key not in self._units:
            self._units[key] = unit_places(self._raw[key])
        units = self._units[key]
        if stop >= len(units):
            refuse(f"A quote lies outside the text of {key}.", "Correct the quote's place in Sayso first.")
        return self.numbers[key], units[start], units[stop]

    def finish(self, words: dict[int, str]) -> None:
        """Write the texts that may not leave, or are not here: blank but for the statements' `words`, by number."""
        inside: dict[int, list[Row]] = {}
        for row in self._book.tables["STATEMENTS"]:
            inside.setdefault(row["DocumentId"], []).append(row)
        for key in self._blank:
            rows = inside.get(self.numbers[key], [])
            known = [(row["Start"], row["Stop"], words[row["ID"]]) for row in rows if row["ID"] in words]
            text = blank(max((row["Stop"] for row in rows), default=0), known)
            self._book.by_id["DOCUMENTS"][self.numbers[key]]["Text"] = text
        told = "without its text: the quotes stand in their places, with blanks between"
        self._book.tell("document", told, len(self._blank))

    def _added(self, article: Article) -> int:
        key, book = article.article_id, self._book
        if article.text is not None and article.may_leave:
            self._raw[key] = text = article.text
        else:
            said = sorted(self._by_article.get(key, []), key=lambda one: (one.spans or [], one.statement_id))
            text, self._strung[key] = strung(one.words.strip() or NOWHERE for one in said)
            book.tell("document", "made of its quotes alone: the text is not here, or may not leave")
        return book.add(
            "DOCUMENTS", Title=book.short(article.title, "title") or key, Text=text,
            Coder=min(row["ID"] for row in book.tables["CODERS"]), Author="",
            Source=book.short(article.outlet, "source"), Section="", Notes=_notes(article),
            Type="withdrawn" if article.withdrawn_on else "copy" if article.duplicate_of else "",
            Date=self._seconds(article),
        )  # fmt: skip

    def _edited(self, article: Article) -> int:
        key, book = article.article_id, self._book
        was, number = self._base.articles[key], self._base.numbers[key]
        row = book.by_id["DOCUMENTS"][number]
        if article.title != was["title"]:
            row["Title"] = book.short(article.title, "title")
        if article.outlet != self._base.outlets[was["outlet_id"]]:
            row["Source"] = book.short(article.outlet, "source")
        if article.published_on != was["published_on"]:
            row["Date"] = self._seconds(article)
        if key in self._base.texts:
            self._raw[key] = self._base.texts[key]
        if key in self._raw and (self._own_texts or article.may_leave):
            row["Text"] = self._raw[key]
        else:
            self._blank.append(key)
        return number

    def _seconds(self, article: Article) -> int:
        """Midnight UTC of the first day that the article can be of."""
        day = article.day
        if day is None:
            days = [one.said_on for one in self._by_article.get(article.article_id, []) if one.said_on]
            day = min(days, default=date(1970, 1, 1))
            self._book.tell("document", "without a date: dated by its first statement, else 1 January 1970")
        elif len(article.published_on or "") != 10:
            self._book.tell("document", "whose day is not known: dated on the first day it can be of")
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _notes(article: Article) -> str:
    facts = {
        "id": article.article_id, "address": article.url, "language": article.language,
        "published": article.published_on, "copy of": article.duplicate_of, "withdrawn": article.withdrawn_on,
    }  # fmt: skip
    return "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
