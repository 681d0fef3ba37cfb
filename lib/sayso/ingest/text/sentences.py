"""Paragraphs, and their tagged sentences in which a quotation is one token."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.ingest.lexicon.cues import ASKS, CUES, NEVER_AFTER_CONTENT
from sayso.ingest.records import Marked, Sentence, SentenceKind, Span
from sayso.ingest.text.marks import marked_spans
from sayso.ingest.text.tagging import tag
from sayso.ingest.text.tokens import Token, quotation, tokenize

_BREAK = re.compile(r"\n+|\Z")
_FOOTNOTE = re.compile(r"\s*(?:\*+|†|‡|\[\d+\]|\(\d+\)\s*[A-Z])")
_NAME_WORDS = frozenset("of the and for de al bin van von el".split())
LONGEST_SENTENCE = 300  # tokens; a text without full stops must not take all day
_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}|(?:Jr|Sr|Inc|Co|Corp|Ltd)\.")
_STARTERS = frozenset(
    "He She They It We The A An In On At But And His Her Their This That These Those Mr. Mrs. Ms.".split()
)
_STOPS = frozenset(".!?")


@dataclass
class Tagged:
    """A sentence with its tokens."""

    tokens: list[Token]
    paragraph: int
    number: int  # in the text
    kind: SentenceKind = "body"


@dataclass
class Parsed:
    """A text cut into sentences."""

    text: str
    paragraphs: list[Span]
    marked: list[Marked]
    sentences: list[Tagged] = field(default_factory=list)

    def rows(self) -> tuple[Sentence, ...]:
        """The sentences as rows."""
        return tuple(
            Sentence((s.tokens[0].start, s.tokens[-1].end), s.paragraph, s.kind) for s in self.sentences
        )


def parse(text: str) -> Parsed:
    """Cut a text into paragraphs and tagged sentences."""
    paragraphs = paragraph_spans(text)
    parsed = Parsed(text, paragraphs, marked_spans(text, paragraphs))
    by_paragraph: list[list[Marked]] = [[] for _ in paragraphs]
    for mark in parsed.marked:
        by_paragraph[mark.paragraph].append(mark)
    for number, (start, end) in enumerate(paragraphs):
        tokens: list[Token] = []
        for mark in by_paragraph[number]:
            tokens += tokenize(text, start, mark.span[0])
            tokens.append(quotation(text, mark))
            start = mark.span[1]
        tokens += tokenize(text, start, end)
        kind = _kind(text[slice(*paragraphs[number])], tokens, number == 0)
        for sentence in _split(tokens):
            tag(sentence)
            if kind == "heading":
                _headline_verbs(sentence)
            parsed.sentences.append(Tagged(sentence, number, len(parsed.sentences), kind))
    return parsed


def _headline_verbs(tokens: list[Token]) -> None:
    """`Minister Calls for Talks`: capitals hide the verb."""
    for token in tokens[1:]:
        if (
            token.word
            and token.lower in CUES
            and token.lower.endswith("s")
            and token.lower != CUES[token.lower][0]
        ):
            token.tag = "VBZ"


def paragraph_spans(text: str) -> list[Span]:
    """The stretches between line breaks, without the white space around them."""
    found, start = [], 0
    for match in _BREAK.finditer(text):
        piece = text[start : match.start()]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            found.append((start + left, start + len(piece.rstrip())))
        start = match.end()
    return found


def _kind(paragraph: str, tokens: list[Token], first: bool) -> SentenceKind:
    if _FOOTNOTE.match(paragraph):
        return "footnote"
    words = [token for token in tokens if token.word]
    long = [token for token in words if len(token.text) > 3]
    capitals = sum(token.text[0].isupper() for token in long)
    if (
        len(words) >= 3
        and (paragraph[-1] not in ".!?:;," or (first and paragraph[-1] == "." and capitals == len(long)))
        and capitals >= 0.7 * max(1, len(long))
        and len(words) < 25
    ):
        return "heading"
    return "body"


def _split(tokens: list[Token]) -> list[list[Token]]:
    sentences: list[list[Token]] = []
    current: list[Token] = []
    for number, token in enumerate(tokens):
        current.append(token)
        if _ends(tokens, number) or len(current) >= LONGEST_SENTENCE:
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def _ends(tokens: list[Token], number: int) -> bool:
    token = tokens[number]
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    if following is None:
        return True
    if token.kind == "p" and (token.text in _STOPS or token.text == "…" or token.text.startswith("..")):
        if following.text in (")", "]"):
            return False
        starts = following.quote or following.text in ("(", "[", "‘", "*", "•")
        if following.word:
            starts = following.text[0].isupper() or (following.text[0].isdigit() and token.text in _STOPS)
        return starts and not (
            following.start == token.end
            and number > 0
            and (len(tokens[number - 1].text) < 3 or tokens[number - 1].text[-2:-1] == "-")
        )
    if token.kind == "w" and _DOTTED.fullmatch(token.text) and following.text in _STARTERS:
        return True
    if token.text == ")" and number and tokens[number - 1].text in _STOPS:
        return following.quote or following.text[0].isupper()
    if token.quote and token.last in ".!?…":
        if following.quote:
            return True
        return following.word and following.text[0].isupper() and not _attribution_follows(tokens, number)
    return False


def _attribution_follows(tokens: list[Token], number: int) -> bool:
    """`"Why?" Smith asked.` goes on after the quotation."""
    quote = tokens[number]
    at = number + 1
    while at + 1 < min(number + 9, len(tokens)):
        at += 1
        token = tokens[at]
        if token.text == "," and quote.last in "?!":  # `"Why?" Smith, a lawyer, asked.`
            at = (
                next((k for k in range(at + 1, min(at + 16, len(tokens) - 1)) if tokens[k].text == ","), at)
                + 1
            )
            token = tokens[at] if at < len(tokens) else token
        if token.word and token.lower in ASKS and quote.last == "?":
            return True
        if token.word and token.lower in CUES and token.text[0].islower():
            if CUES[token.lower][1] != "speech" or CUES[token.lower][0] in NEVER_AFTER_CONTENT:
                return False
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if (
                after is not None
                and after.text == ","
                and at + 2 < len(tokens)
                and tokens[at + 2].quote
                and quote.last == "."
            ):
                return False
            return quote.last != "." or after is None or after.text in (".", ",")
        if token.kind != "w" or not (token.text[0].isupper() or token.lower in _NAME_WORDS):
            return False
    return False
