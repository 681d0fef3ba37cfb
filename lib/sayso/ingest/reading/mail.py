"""An e-mail as articles: its body, and attachments of kinds that Sayso reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import PurePath

from sayso.errors import IntakeError
from sayso.ingest.reading.article import ReadArticle, checked_size, clean_text, one_line, reading
from sayso.ingest.reading.dateline import dateline
from sayso.ingest.reading.decoding import decode
from sayso.ingest.reading.kinds import SUFFIXES
from sayso.ingest.reading.shape import english, title_from_name, unwrap
from sayso.ingest.reading.web_page import read_html

MOST_PARTS = 100
MOST_LINES, MOST_EDGES, MOST_TRIES, LONGEST_HEADER = 500_000, 5_000, 2_000_000, 4_000
_LAYER = re.compile(
    rb"^content-type[ \t]*:(?:\s|\([^)]*\))*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)
_PARSED = re.compile(
    rb"^(?:content-(?:type|disposition|transfer-encoding)|date|subject)[ \t]*:[^\r\n]*(?:(?:\r\n?|\n)[ \t][^\r\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_BROKEN = (ValueError, LookupError, RecursionError, AttributeError, TypeError, AssertionError, MessageError)
Reader = Callable[[str, bytes], list[ReadArticle]]


def read_mail(name: str, content: bytes, read: Reader) -> list[ReadArticle]:
    """The body first (plain text before HTML), then the articles of attachments, each read by `read`.

    An attachment that cannot be read is told in a note of the body. Raises IntakeError if nothing can be read.
    """
    if _is_dear(content):
        raise _damaged(name, "It has more parts, or longer headers, than an e-mail can be read with.")
    try:
        return _articles(name, message_from_bytes(content, policy=default), read)
    except _BROKEN as error:
        raise _damaged(name) from error


def _is_dear(content: bytes) -> bool:
    """Whether Python's parser would take seconds: it tries every layer's boundary on every line, and reads
    parameters in quadratic time."""
    layers, lines = len(_LAYER.findall(content)), content.count(b"\n") + content.count(b"\r")
    return (
        lines > MOST_LINES
        or layers * lines > MOST_TRIES
        or content.count(b"\n--") > MOST_EDGES
        or any(len(header[0]) > LONGEST_HEADER for header in _PARSED.finditer(content))
    )


def _articles(name: str, message: EmailMessage, read: Reader) -> list[ReadArticle]:
    body = message.get_body(("plain", "html"))
    if sum(1 for _ in islice(message.walk(), MOST_PARTS + 1)) > MOST_PARTS:
        raise _damaged(name)
    articles, failed, other = [], [], []
    for part in message.iter_attachments():
        is_mail = part.get_content_type() == "message/rfc822"
        label = one_line(part.get_filename()) or ("message.eml" if is_mail else "a part without a name")
        if PurePath(label).suffix.lower() not in SUFFIXES:
            other.append(label)
            continue
        try:
            articles += read(label, _bytes(part))
        except IntakeError as error:
            failed.append(f"The attachment {label} was not read: {error.message}")
    notes = tuple(failed) + ((f"Attachments left out: {', '.join(other[:8])}.",) if other else ())
    subject = _header(message, "subject")
    own = _body(name, message, body, subject) if body is not None else None
    if own is None and not articles:
        raise IntakeError(
            reading(name), " ".join(("The e-mail has no text.", *notes)), "Add its attachments as files."
        )
    if own is not None:
        return [replace(own, notes=own.notes + notes), *articles]
    return [replace(articles[0], notes=articles[0].notes + notes), *articles[1:]]


def _body(name: str, message: EmailMessage, body: MIMEPart, subject: str) -> ReadArticle | None:
    content = _bytes(body)
    if not content.strip():
        return None
    charset = body.get_content_charset()
    if body.get_content_subtype() == "html":
        found = read_html(name, content, charset=charset)
    else:
        raw, notes = decode(name, content, charset)
        text, was_wrapped = unwrap(clean_text(raw), certainly=body.get_param("format") == "flowed")
        if not text:
            return None
        notes += ("Line ends inside paragraphs were taken out.",) if was_wrapped else ()
        day = dateline(text)
        notes += ("The date is a guess from the first lines.",) if day else ()
        found = ReadArticle(
            "",
            checked_size(name, clean_text(text)),
            None,
            None,
            day,
            "inferred" if day else None,
            english(text),
            notes,
        )
    found = replace(found, title=subject or found.title or title_from_name(name))
    if found.published_on is None and (sent := _sent_on(message)):
        note = "The date is the day the e-mail was sent."
        found = replace(found, published_on=sent, published_on_basis="inferred", notes=(*found.notes, note))
    return found


def _bytes(part: MIMEPart) -> bytes:
    inner = part.get_payload()
    if part.get_content_maintype() == "message" and isinstance(inner, list) and inner:
        forwarded = inner[0]
        return forwarded.as_bytes() if isinstance(forwarded, MIMEPart) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message[name] or ""))
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""  # a damaged header is no reason to refuse the text


def _sent_on(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _damaged(name: str, why: str = "It cannot be read as an e-mail.") -> IntakeError:
    return IntakeError(reading(name), why, "Save the message anew, or paste its text.")
