"""Tokens: words, punctuation, and quotations as single tokens, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.ingest.lexicon.function_words import ABBREVIATIONS, FINITE_AUXILIARIES, PRONOUNS
from sayso.ingest.records import Marked

_TOKEN = re.compile(
    r"(?P<w>https?://\S+|\w+@\w[\w.]+\w|(?:\w-)?(?:[A-Za-z]\.){2,}|(?:"
    + "|".join([*ABBREVIATIONS, "[A-Z]"])
    + r")\.(?=[\s,'’])|[$€£]?\d+(?:[.,:/]\d+)*%?(?:-\w+)*|\w+(?:[-’'&@]\w+)*)"
    r"|(?P<m>[“”„«»\"]|``|'')|(?P<p>\.{2,}|…|--|[—–―]|[^\w\s])"
)
_CLITIC = re.compile(r"(n[’']t|[’'](?:s|ll|ve|re|d|m))$", re.IGNORECASE)
_MARKS = "“”\"„«»'`‘’ "


@dataclass(slots=True)
class Token:
    """A word (w), a punctuation mark (p) or a whole quotation (q)."""

    text: str
    lower: str
    start: int
    end: int
    kind: str
    word: bool
    quote: bool
    tag: str = ""
    size: int = 0  # words inside a quotation
    last: str = ""  # its last character
    continued: bool = False

    @property
    def finite(self) -> bool:
        """Whether this is a verb that can carry a clause."""
        return self.word and (
            self.tag in ("VBD", "VBZ", "VBP", "MD")
            or (self.lower in FINITE_AUXILIARIES and self.tag not in ("NN", "NNP"))
        )

    @property
    def nominal(self) -> bool:
        """Whether this can be the head of a noun phrase."""
        tag = self.tag
        return (
            tag.startswith("NN")
            or tag in ("PRP", "WP", "WDT", "CD")
            or (self.lower in PRONOUNS and tag in ("DT", "JJ", "JJS", "JJR", "IN", "PDT", "RBS", "RB", "NN"))
        )


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Words and punctuation of a stretch of text that holds no quotation."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup == "m":
            continue
        words, a, b = match.group(), match.start(), match.end()
        clitic = _CLITIC.search(words) if match.lastgroup == "w" and not words.isalnum() else None
        if clitic and clitic.start() > 0:
            cut = a + clitic.start()
            found.append(_token(text, a, cut, "w"))
            found.append(_token(text, cut, b, "w"))
        else:
            found.append(_token(text, a, b, match.lastgroup or "p"))
            if words == "-" and text[a - 1 : a].isspace() and text[b : b + 1].isspace():
                found[-1].text = "–"  # a hyphen between blanks is a dash
    return found


def quotation(text: str, marked: Marked) -> Token:
    """A whole quotation as one token."""
    start, end = marked.span
    token = _token(text, start, end, "q")
    inner = token.text.strip(_MARKS)
    token.lower, token.tag = "<q>", "Q"
    token.size, token.last = len(re.findall(r"\w+", inner)), inner[-1:]
    token.continued = marked.continued
    return token


def _token(text: str, start: int, end: int, kind: str) -> Token:
    words = text[start:end]
    return Token(words, words.lower().replace("’", "'"), start, end, kind, kind == "w", kind == "q")
