"""One run of one page, and what a reader would read on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

import pandas as pd
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from sayso.views.registry import BY_KEY, PAGES

MAIN = BY_KEY["overview"].path.parents[1] / "lib" / "sayso" / "main.py"
PATIENCE = 60  # seconds; a run takes about 0.1
FOLDS = tuple(
    f"{name}-{fold}"
    for name in (
        "matrix",
        "timeline",
        "changed",
        "weeks",
        "comparison",
        "quotes",
        "coalitions",
        "agreement",
        "wedges",
        "polarization",
        "sources-mix",
        "sources-quoted",
        "sources-left-out",
        "sources-withdraw",
    )
    for fold in ("table", "sql")
)
TEXTS = ("markdown", "caption", "warning", "info", "error", "success", "code", "title", "header", "subheader")

# A server looks through the installed packages once, AppTest before every run, which costs 0.15 s each time.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def open_screen(page: str, /, **params: str | list[str]) -> Screen:
    """Open `page` as a link would: a fresh visitor, with `params` in the address."""
    app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    if page != PAGES[0].key:
        app.switch_page(str(BY_KEY[page].path))
    for name, value in params.items():
        app.query_params[name] = value
    for fold in FOLDS:  # what is closed is not made
        app.session_state[fold] = True
    return Screen(app.run())


@dataclass(frozen=True)
class Screen:
    """A page after its latest run."""

    app: AppTest

    @property
    def markup(self) -> str:
        """Our own HTML, as it is sent."""
        return "\n".join(self._values("html"))

    @property
    def words(self) -> str:
        """What stands on the page, without tags, charts and tables."""
        texts = self._values(*TEXTS)
        labels = [str(link.proto.label) for link in self.links]
        ours = re.sub(r"<style>.*?</style>|<[^>]*>", " ", self.markup, flags=re.DOTALL)
        return "\n".join([unescape(ours), *texts, *labels])

    @property
    def cells(self) -> str:
        """What stands in tables."""
        return "\n".join(str(cell) for table in self.app.dataframe for cell in table.value.to_numpy().ravel())

    @property
    def markdown(self) -> str:
        """Everything that Streamlit reads as Markdown."""
        pieces = self._values("markdown", "caption", "warning", "info", "error")
        return "\n".join([*pieces, *(str(link.proto.label) for link in self.links)])

    @property
    def links(self) -> list[Any]:
        """Links to other pages."""
        return list(self.app.get("page_link"))

    @property
    def warnings(self) -> str:
        """What the page warns of."""
        return "\n".join(str(piece.value) for piece in self.app.warning)

    @property
    def tables(self) -> list[pd.DataFrame]:
        """The tables on it, twins included."""
        return [piece.value for piece in self.app.dataframe]

    def charts(self) -> Iterator[str]:
        """Each chart's document, as JSON."""
        components: list[Any] = list(self.app.get("bidi_component"))
        for piece in components:
            if piece.proto.component_name != "sayso_figure":
                continue
            yield bytes(piece.proto.bytes).decode()

    def select(self, label: str, value: Any) -> Screen:
        """Choose `value` in the select box named `label`, by id."""
        box = next(box for box in self.app.selectbox if box.label == label)
        return Screen(box.set_value(value).run())

    def press(self, label: str) -> Screen:
        """Press the button named `label`."""
        button = next(button for button in self.app.button if button.label == label)
        return Screen(button.click().run())

    def _values(self, *kinds: str) -> list[str]:
        return [str(getattr(piece, "value", "")) for kind in kinds for piece in self.app.get(kind)]
