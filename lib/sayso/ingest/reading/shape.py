"""The shape of a plain text: hard line ends inside paragraphs, the headline, the language."""

from __future__ import annotations

import re
from pathlib import PurePath

from sayso.ingest.reading.article import one_line

UNWRAPPED = "Line ends inside paragraphs were taken out."
_HYPHEN = re.compile(r"(\w)-\n(?=[a-z])")
_MARKED = re.compile(r"\s*(?:[-*•–>]|\d{1,3}[.)]\s)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
# So frequent that a fifth of any English text is made of them.
_ENGLISH = frozenset(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
    "which one were her all she there would their we him been has when who will more no if out so said".split()
)


def unwrap(text: str, *, certainly: bool = False) -> tuple[str, bool]:
    """`text` with the lines of each paragraph joined, if they are wrapped at a width; and whether they were.

    A text counts as wrapped if blank lines part its paragraphs and their inner lines are all about as long.
    `certainly` says that it is known to be wrapped.
    """
    blocks = re.split(r"\n[ \t]*\n+", text)
    inner = [len(line) for block in blocks for line in block.split("\n")[:-1]]
    if not inner or not (certainly or _is_wrapped(blocks, inner)):
        return text, False
    return "\n\n".join(_joined(block) for block in blocks), True


def headline(text: str) -> str:
    """The first line, if it reads as a headline: short, not a sentence, with a text below; else ""."""
    first, _, rest = text.partition("\n")
    first = one_line(first)
    if not rest.strip() or not 2 <= len(first.split()) <= 25 or len(first) > 160:
        return ""
    return "" if _SENTENCE_END.search(first) and not first.endswith("?") else first


def title_from_name(name: str) -> str:
    """A file's name as words: "iraq_troops-2021.txt" is "iraq troops 2021"."""
    stem = PurePath(name.replace("\\", "/")).stem
    return one_line(re.sub(r"[_+]+|(?<=\w)-(?=\w)", " ", stem))


def english(text: str) -> str | None:
    """ "en" if the words of `text` are English beyond doubt, else None: other languages are the coder's to name."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    if len(words) < 20:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    return "en" if share >= 0.2 else None


def _is_wrapped(blocks: list[str], inner: list[int]) -> bool:
    long = [block for block in blocks if block.count("\n") >= 2]
    if len(inner) < 4 or not long:
        return False
    width = max(inner)
    full = sum(length >= 0.75 * width for length in inner)
    return 40 <= width <= 110 and full >= 0.85 * len(inner)


def _joined(block: str) -> str:
    lines = _HYPHEN.sub(r"\1", block).split("\n")
    kept = [lines[0].rstrip()]
    for line in lines[1:]:
        if _MARKED.match(line):
            kept.append(line.rstrip())
        else:
            kept[-1] = f"{kept[-1]} {line.strip()}".strip()
    return "\n".join(kept)
