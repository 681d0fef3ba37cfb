"""What a coder typed into a form, made plain and checked field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sayso.errors import CodingError
from sayso.model import dates

Values = Mapping[str, Any]
LONGEST_NAME = 120


class InvalidError(CodingError):
    """Fields that cannot be saved so. `fields` says what is wrong, by column name."""

    def __init__(self, title: str, fields: Mapping[str, str]) -> None:
        super().__init__(title, " ".join(fields.values()), "Correct it and save again.")
        self.fields = dict(fields)


class Checks:
    """Collects what is wrong with a form's values, so that all of it is told at once."""

    def __init__(self, title: str, values: Values) -> None:
        self.title = title
        self.wrong: dict[str, str] = {}
        self.values: dict[str, Any] = {
            key: plain(value) if isinstance(value, str) else value for key, value in values.items()
        }

    def need(self, field: str, message: str) -> None:
        """`field` must hold something, if it is among the values."""
        if field in self.values and not self.values[field]:
            self.refuse(field, message)

    def short(self, field: str, longest: int = LONGEST_NAME) -> None:
        """`field` must not be longer than `longest` characters."""
        length = len(self.values.get(field) or "")
        if length > longest:
            self.refuse(field, f"{length} characters are too many here; at most {longest}.")

    def date(self, field: str) -> dates.Span | None:
        """`field` must be an EDTF date or empty; returns the days that it can mean."""
        text = self.values.get(field)
        if not text:
            return None
        try:
            return dates.parse(text)
        except ValueError:
            self.refuse(field, "Write a date as 2021-07-24, 2021-07 or 2021.")
            return None

    def language(self, field: str) -> None:
        """`field` must be a code of two letters or empty; it is kept in small letters."""
        if code := self.values.get(field):
            self.values[field] = code.lower()
            if not re.fullmatch("[a-z]{2}", code.lower()):
                self.refuse(field, "Two letters, such as en or ar.")

    def web_address(self, field: str) -> None:
        """`field` must be a web address or empty."""
        if (url := self.values.get(field)) and not re.fullmatch(r"https?://[^\s<>\"]+", url):
            self.refuse(field, "A web address begins with https:// or http://.")

    def refuse(self, field: str, message: str) -> None:
        """Note what is wrong with `field`; the first fault is told."""
        self.wrong.setdefault(field, message)

    def passed(self) -> dict[str, Any]:
        """The values as they are saved. Raises InvalidError if anything was refused."""
        if self.wrong:
            raise InvalidError(self.title, self.wrong)
        return self.values


def plain(text: str) -> str | None:
    """`text` without white space around it and without control characters; None if nothing is left."""
    kept = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t" or sign in "\u200c\u200d")
    return kept.strip() or None


def phrases(text: str) -> list[str] | None:
    """Phrases typed with commas, semicolons or on lines of their own, each once; None if there are none."""
    pieces = text.replace(";", "\n").replace(",", "\n").splitlines()
    found = dict.fromkeys(filter(None, (plain(" ".join(piece.split())) for piece in pieces)))
    return list(found) or None
