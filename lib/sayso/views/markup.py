"""Small pieces of HTML from text that is never trusted: everything goes in escaped."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

_CONDITIONAL = frozenset(
    "if unless until provided once when only as so with without on after before subject".split()
)


_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic, Syriac and their neighbours
_RUN = re.compile(f"[{_RIGHT}]+(?:[\\s\u200c\u200d’'،-]+[{_RIGHT}]+)*")


def text(value: object) -> str:
    """`value` as text inside HTML; None is empty."""
    return escape("" if value is None else str(value), quote=True)


def told(value: object) -> str:
    """A sentence of ours as text inside HTML, each name in a right-to-left script kept together in its place.

    Without that a name at its beginning would turn the sentence round, and digits after a name would change sides.
    """
    return _RUN.sub(lambda found: f"<bdi>{found[0]}</bdi>", text(value))


def tag(name: str, content: str, css: str = "", **attributes: str | None) -> str:
    """An element around `content`, which must be HTML already; attribute values are escaped here."""
    given = {"class": css or None, **attributes}
    parts = "".join(
        f' {key.rstrip("_")}="{text(value)}"' for key, value in given.items() if value is not None
    )
    return f"<{name}{parts}>{content}</{name}>"


def words(content: str, language: str | None = None, name: str = "span", css: str = "") -> str:
    """Someone's words in their own direction and language."""
    return tag(name, text(content), css, dir="auto", lang=language)


def condition(content: str) -> str:
    """On what a stance depends: "if …", or the condition's own word where it has one."""
    own, _, rest = content.strip().partition(" ")
    is_own = own.casefold() in _CONDITIONAL and bool(rest)
    word, told = (own.casefold(), rest) if is_own else ("if", content)
    return tag("p", f"{tag('i', word)} {text(told)}", "sy-condition", dir="auto")


def link(label: str, url: str | None) -> str:
    """A link that leaves the app, if `url` is http(s); otherwise the label alone."""
    if not url or not url.startswith(("http://", "https://")):
        return text(label)
    return tag("a", text(label), href=url, target="_blank", rel="noopener noreferrer nofollow")


def show(*pieces: str) -> None:
    """Put HTML pieces on the page."""
    st.html("".join(pieces))


_SHORTCODE = re.compile(r":(?=[\w+/-]+:)")
_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]()<>#+-.!|~$:"})


def plain_markdown(value: object) -> str:
    """`value` as text inside Markdown: nothing in it is read as formatting, links or directives."""
    apart = _SHORTCODE.sub(
        ":\u2060", str(value)
    )  # ":name:" is made an emoji or icon even where it is escaped
    return apart.translate(_MARKDOWN)


def told_markdown(value: object) -> str:
    """A sentence of ours as text inside Markdown, names kept together as in `told`."""
    return _RUN.sub("\u2068\\g<0>\u2069", plain_markdown(value))
