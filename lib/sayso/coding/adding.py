"""Articles added to a dataset, once a coder has confirmed what they are; copies are told or proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sayso.coding.alike_texts import near_in, prepare
from sayso.coding.proposals import WAITING, Proposal
from sayso.errors import IntakeError
from sayso.ingest.reading.article import LARGEST_TEXT, Basis, ReadArticle, one_line
from sayso.ingest.reading.copies import shared
from sayso.model import dates
from sayso.model.slugs import free_id, slug
from sayso.queries import article_rows, codebook_rows, ids
from sayso.store.changes import Change, change
from sayso.store.database import Database
from sayso.store.proposals import insert_proposals
from sayso.store.reader import Reader
from sayso.store.text_check import canonical, sha256
from sayso.store.texts import keep_text

TITLE = "Adding the article"
RIGHTS = ("quote",)  # its text is its publisher's: who may do more adds "show" or "export" (DESIGN §9)
COPIES = "copies@1"  # the coder of proposals that an article is a copy
TITLE_WORDS = 4  # in an article's id


@dataclass(frozen=True)
class Confirmed:
    """An article as a coder confirmed it; `outlet` is a known outlet's id or name, or a new one's name."""

    title: str
    text: str
    outlet: str
    published_on: str | None = None
    published_on_basis: Basis | None = None
    language: str | None = None
    url: str | None = None
    outlet_basis: Basis = "stated"
    rights: tuple[str, ...] = RIGHTS


@dataclass(frozen=True)
class Added:
    """What became of it. `attached`: a known article without its text, which it now has.

    `copy_of` is the article that it seems to be an edited copy of, which a coder still has to say.
    """

    article_id: str
    title: str
    what: Literal["added", "duplicate", "attached"]
    copy_of: str | None = None


def confirmed(
    article: ReadArticle, outlet: str = "", published_on: str | None = None, language: str | None = None
) -> Confirmed:
    """An article as it was read, with what a coder said of it in place of what is missing there."""
    day, basis = (
        (article.published_on, article.published_on_basis) if article.published_on else (published_on, None)
    )
    return Confirmed(
        article.title,
        article.text,
        article.outlet or outlet,
        day or None,
        (basis or "stated") if day else None,
        article.language or language or None,
        article.url,
        "stated" if article.outlet else "inferred",
    )


def add_article(database: Database, by: str, wanted: Confirmed) -> Added:
    """Store an article, its outlet if that is new, and a proposal where it looks like a copy: one change.

    A text that is there already is told as a duplicate and changes nothing. Raises IntakeError if something
    that the coder must say is missing or wrong, StoreError if the dataset is open for reading only.
    """
    wanted = _checked(wanted)
    digest = sha256(wanted.text)
    if known := _already_there(database, digest):
        return known
    prepare(database)
    with change(database, by, note=f"“{wanted.title[:60]}” added") as made:
        if known := _already_there(made, digest):  # somebody else may have been quicker
            return known
        if lacking := _without_its_text(made, digest):
            keep_text(made, lacking.article_id, wanted.text)
            return lacking
        near = near_in(database, made, wanted.text)
        outlet_id = outlet_for(made, wanted.outlet)
        article_id = _article_id(made, outlet_id, wanted)
        row: dict[str, Any] = {
            "article_id": article_id, "outlet_id": outlet_id, "outlet_basis": wanted.outlet_basis,
            "title": wanted.title, "url": wanted.url, "published_on": wanted.published_on,
            "published_on_basis": wanted.published_on_basis, "accessed_on": datetime.now(UTC).date().isoformat(),
            "language": wanted.language, "text": wanted.text, "text_sha256": digest, "rights": list(wanted.rights),
        }  # fmt: skip
        made.insert("articles", row)
        copy_of = _propose_copy(made, article_id, wanted, near) if near else None
    return Added(article_id, wanted.title, "added", copy_of)


def _already_there(reader: Reader, digest: str) -> Added | None:
    """The article that holds exactly this text, if there is one."""
    same = article_rows.holding(reader, digest)
    return Added(*same, "duplicate") if same else None


def _without_its_text(made: Change, digest: str) -> Added | None:
    """An article that was coded elsewhere from exactly this text, and lacks it here."""
    same = article_rows.coded_from(made, digest)
    return Added(*same, "attached") if same else None


def known_text(database: Database, text: str) -> str | None:
    """The article_id of the article that holds exactly this text, or None; nothing is changed."""
    same = article_rows.holding(database, sha256(text))
    return same[0] if same else None


def _checked(wanted: Confirmed) -> Confirmed:
    text, title, outlet = canonical(wanted.text), one_line(wanted.title), one_line(wanted.outlet)
    missing = [name for name, value in (("text", text), ("title", title), ("outlet", outlet)) if not value]
    if missing:
        raise IntakeError(
            TITLE,
            f"It has no {' and no '.join(missing)} yet. Nothing was stored.",
            f"Say its {' and '.join(missing)}.",
        )
    if len(text) > LARGEST_TEXT:
        raise IntakeError(
            TITLE, f"It has {len(text):,} characters; the most is {LARGEST_TEXT:,}.", "Add it in parts."
        )
    published_on = (wanted.published_on or "").strip() or None
    if published_on:
        try:
            dates.parse(published_on)
        except ValueError as error:
            raise IntakeError(
                TITLE,
                f"“{published_on}” is not a date. Nothing was stored.",
                f"Write {dates.ADVICE}, or leave it open.",
            ) from error
    language = (wanted.language or "").strip().lower() or None
    if language and not (len(language) == 2 and language.isascii() and language.isalpha()):
        raise IntakeError(TITLE, f"“{language}” is no language code.", "Write two letters, such as en or ar.")
    url = (wanted.url or "").strip() or None
    if url and not url.startswith(("http://", "https://")):
        raise IntakeError(
            TITLE, f"“{url[:80]}” is no web address.", "Begin it with https://, or leave it out."
        )
    return Confirmed(
        title, text, outlet, published_on, (wanted.published_on_basis or "stated") if published_on else None,
        language, url, wanted.outlet_basis, wanted.rights,
    )  # fmt: skip


def outlet_for(made: Change, outlet: str) -> str:
    """The outlet_id of the outlet with this name or id, whatever its case; a new one's where there is none."""
    outlet = one_line(outlet)
    if known := codebook_rows.outlet_called(made, outlet):
        return known
    outlet_id = free_id(outlet, ids.given(made, "outlets"), "outlet")
    # F: nobody has judged it yet, which is not the worst grade (DESIGN §3).
    made.insert("outlets", {"outlet_id": outlet_id, "name": outlet, "reliability": "F"})
    return outlet_id


def _article_id(made: Change, outlet_id: str, wanted: Confirmed) -> str:
    """Outlet, date and the title's first words: "selm-post-2021-07-24-council-wants-quay-sale"."""
    words = "-".join(slug(wanted.title).split("-")[:TITLE_WORDS])
    base = " ".join((outlet_id[:24], wanted.published_on or "", words))
    return free_id(base, ids.given(made, "articles"), "article")


def _propose_copy(made: Change, article_id: str, wanted: Confirmed, near: str) -> str | None:
    """Propose that the later of the two is a copy of the earlier one's original; returns what the new one copies.

    An article that others copy stays an original, and one that is a copy already leads to its own.
    """
    other = article_rows.as_original(made, near)
    if other is None:  # removed since it was indexed
        return None
    original, published_on, text, has_copies = other
    is_free = original == near and not has_copies
    copy, original = (
        (near, article_id)
        if is_free and _earlier(wanted.published_on, published_on)
        else (article_id, original)
    )
    similarity = round(shared(wanted.text, text or ""), 3)
    found = {"original": original, "similarity": similarity}
    proposal = Proposal(
        f"{copy}.copy.{original}", copy, None, "copy", found, 0, COPIES, "near copy", None, WAITING, None
    )
    insert_proposals(made, [proposal.row()])
    return original if copy == article_id else None


def _earlier(one: str | None, other: str | None) -> bool:
    """Whether the first date certainly lies before the second."""
    if not one or not other:
        return False
    high, low = dates.parse(one).high, dates.parse(other).low
    return bool(high and low and high < low)
