"""One door for every kind of file: `read`."""

from __future__ import annotations

from sayso.errors import IntakeError
from sayso.ingest.reading.article import ReadArticle, checked_size, clean_text, one_line, reading
from sayso.ingest.reading.dateline import dateline
from sayso.ingest.reading.decoding import decode
from sayso.ingest.reading.kinds import kind_of
from sayso.ingest.reading.mail import read_mail
from sayso.ingest.reading.pdf import read_pdf
from sayso.ingest.reading.rows import read_csv, read_jsonl
from sayso.ingest.reading.shape import UNWRAPPED, english, headline, title_from_name, unwrap
from sayso.ingest.reading.web_page import read_html
from sayso.ingest.reading.word import read_docx

DEEPEST = 2  # e-mails in e-mails


def read(
    name: str, content: bytes, *, url: str | None = None, charset: str | None = None
) -> list[ReadArticle]:
    """The articles in a file: one, or one for each row, or an e-mail's body and attachments.

    `name` is the file's name, `url` where it was fetched and `charset` what its server said, if it was.
    Raises IntakeError saying what is wrong; then nothing of the file is returned.
    """
    return _read(name, content, url, charset, DEEPEST)


def read_pasted(text: str, *, title: str = "") -> ReadArticle:
    """The article in a text that somebody pasted. Raises IntakeError if it is empty or far too long."""
    return _plain("the pasted text", text, title=title)


def _read(name: str, content: bytes, url: str | None, charset: str | None, depth: int) -> list[ReadArticle]:
    match kind_of(name, content):
        case "HTML":
            return [read_html(name, content, url=url, charset=charset)]
        case "PDF":
            found = [read_pdf(name, content)]
        case "Word":
            found = [read_docx(name, content)]
        case "CSV":
            found = read_csv(name, content)
        case "JSON lines":
            found = read_jsonl(name, content)
        case "e-mail":
            found = _mail(name, content, depth)
        case _:
            text, notes = decode(name, content, charset)
            found = [_plain(name, text, notes)]
    return [article if article.url or not url else _at(article, url) for article in found]


def _mail(name: str, content: bytes, depth: int) -> list[ReadArticle]:
    if depth == 0:
        raise IntakeError(
            reading(name),
            "It is an e-mail in an e-mail in an e-mail.",
            "Save the inner message and add that.",
        )
    return read_mail(name, content, lambda inner, data: _read(inner, data, None, None, depth - 1))


def _plain(name: str, raw: str, notes: tuple[str, ...] = (), title: str = "") -> ReadArticle:
    text, was_wrapped = unwrap(clean_text(raw))
    text = checked_size(name, clean_text(text))
    notes += (UNWRAPPED,) if was_wrapped else ()
    day = dateline(text)
    notes += ("The date is a guess from the first lines.",) if day else ()
    found = one_line(title) or headline(text)
    if not found and name != "the pasted text":
        found = title_from_name(name)
        notes += ("The title is the file's name.",)
    return ReadArticle(
        found,
        text,
        published_on=day,
        published_on_basis="inferred" if day else None,
        language=english(text),
        notes=notes,
    )


def _at(article: ReadArticle, url: str) -> ReadArticle:
    from dataclasses import replace

    return replace(article, url=url)
