"""Which finds are news, and which were decided on or wait already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.coding.proposals import Proposal, actor_ref
from sayso.queries import coded_quotes, ids
from sayso.store.reader import Reader

Spans = Sequence[Sequence[int]]
_SAME = 0.5  # of the words of both together: the same find, cut a little differently


@dataclass(frozen=True)
class CodedPlaces:
    """What an article's quotes hold already: their places, and the issues coded on each quote."""

    spans: list[Spans]
    issues: set[tuple[str, str]]


def coded_places(reader: Reader, article_id: str) -> CodedPlaces:
    """Where an article's quotes stand, and the issues coded on each."""
    spans: list[Spans] = [*coded_quotes.spans(reader, article_id)]
    return CodedPlaces(spans, coded_quotes.issues_coded(reader, article_id))


def still_known(reader: Reader, drafts: list[Proposal]) -> list[Proposal]:
    """The drafts without actors and issues that were removed or merged away while the article was searched."""
    actors = {actor_ref(key) for key in ids.names(reader, "actors")}
    issues = ids.names(reader, "issues")

    def known(ref: str | None) -> str | None:
        return ref if ref and (ref in actors or not ref.startswith("actor:")) else None

    kept = []
    for draft in drafts:
        found = dict(draft.found)
        if draft.kind == "statement" and (
            found["issue_id"] not in issues or (found["actor"] and not known(found["actor"]))
        ):
            continue
        if draft.kind == "quote":
            speaker = found["speaker"]
            runners = [ref for ref in speaker["runners_up"] if known(ref)]
            found["speaker"] = speaker | {"actor": known(speaker["actor"]), "runners_up": runners}
        elif draft.kind == "event":
            found["participants"] = [each for each in found["participants"] if known(each["actor"])]
        kept.append(replace(draft, found=found))
    return kept


def not_settled(drafts: list[Proposal], kept: list[Proposal], coded: CodedPlaces) -> list[Proposal]:
    """The drafts that are news: neither decided by a person nor waiting already from another extractor.

    A find counts as the same under its own name, or where it stands in nearly the same words. A statement
    goes with its quote; on a quote that is kept it is news if that quote has none on its issue.
    """
    known = {proposal.proposal_id: proposal for proposal in kept}
    stands_for: dict[str, Proposal | None] = {}  # drafts that are left out → the find that is kept instead
    fresh: list[Proposal] = []
    for draft in drafts:
        parent = draft.parent_id or ""
        if parent in stands_for:
            child = _on(draft, stands_for[parent], kept, coded)
            if child is not None:
                fresh.append(child)
        elif draft.proposal_id in known:
            stands_for[draft.proposal_id] = known[draft.proposal_id]
        elif draft.kind == "quote" and (same := _same_quote(draft, kept)):
            stands_for[draft.proposal_id] = same
        elif draft.kind == "quote" and any(_overlap(draft.found["spans"], s) >= _SAME for s in coded.spans):
            stands_for[draft.proposal_id] = None
        elif not (draft.kind == "event" and _is_known_event(draft, kept)):
            fresh.append(draft)
    return fresh


def _on(draft: Proposal, quote: Proposal | None, kept: list[Proposal], coded: CodedPlaces) -> Proposal | None:
    """A statement moved to the quote that stands for its own; None if nothing is news in it."""
    if quote is None or quote.status == "rejected" or (not quote.row_id and not quote.is_waiting):
        return None
    issue = draft.found["issue_id"]
    if (str(quote.row_id), issue) in coded.issues:
        return None
    if any(p.parent_id == quote.proposal_id and p.found["issue_id"] == issue for p in kept):
        return None
    return replace(draft, parent_id=quote.proposal_id)


def _same_quote(draft: Proposal, kept: list[Proposal]) -> Proposal | None:
    """The kept quote in nearly the same words: accepted, or rejected or waiting with the same speaker."""
    spans, speaker = draft.found["spans"], draft.found["speaker"]
    for other in kept:
        if other.kind != "quote" or _overlap(spans, other.found["spans"]) < _SAME:
            continue
        theirs = other.found["speaker"]
        is_accepted = other.status in ("accepted", "edited")
        if is_accepted or speaker["words"] == theirs["words"] or speaker["actor"] == theirs["actor"]:
            return other
    return None


def _is_known_event(draft: Proposal, kept: list[Proposal]) -> bool:
    kind, spans = draft.found["kind"], draft.found["spans"]
    return any(
        p.kind == "event" and p.found["kind"] == kind and _overlap(spans, p.found["spans"]) >= _SAME
        for p in kept
    )


def _overlap(one: Spans, other: Spans) -> float:
    """Shared characters as a share of those in either."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    either = sum(end - start for start, end in [*one, *other]) - shared
    return shared / either if either else 0.0
