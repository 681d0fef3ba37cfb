"""Every part of every page of both datasets as a picture, read again; and what is hard to draw."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from PIL import Image

from sayso.errors import ExportError
from sayso.exports.pictures import plot, svg, words
from sayso.exports.pictures.picture import source_line
from sayso.exports.pictures.print import printed
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import Exhibit, exhibit
from sayso.reports.pages import REPORTS, report
from sayso.store.hub import Database, Hub
from tests import quick
from tests.conftest import REPOSITORY
from tests.exports.pictures.crowd import ARABIC, NAMES, crowd
from tests.exports.pictures.known import unknown
from tests.exports.pictures.measured import Picture, plain

DATASETS = ("harbour-debate", "iraq-us-troops-2021")


@pytest.fixture(scope="module")
def databases() -> Iterator[dict[str, Database]]:
    hub = Hub()
    yield {name: hub.load_into_memory(REPOSITORY / "data" / name, name, name) for name in DATASETS}
    hub.close()


@pytest.fixture(scope="module")
def exhibits(
    databases: dict[str, Database], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Exhibit]]:
    """Every chart of both datasets, and those of a crowd with names that are hard to draw."""
    file = tmp_path_factory.mktemp("crowd") / "crowd.duckdb"
    crowded = quick.dataset(file, "crowd", crowd())
    charts = [
        exhibit(answer, part)
        for database in (*databases.values(), crowded)
        for page in REPORTS
        for answer in [report(page, database, scope_of(database))]
        for part in answer.parts
        if part.draw is not None
    ]
    yield charts
    crowded.close()


def test_every_chart_says_what_it_shows(exhibits: list[Exhibit]) -> None:
    assert len(exhibits) > 30
    for each in exhibits:
        assert each.drawing is not None
        picture = Picture.read(svg(each))
        text, whole = picture.text, picture.text + picture.titles
        assert plain(words._COMMANDS.sub("", each.title)) in whole, each.part
        for part in (
            each.subtitle.replace(": choose others under Filters", ""),
            each.provenance,
            source_line(each),
        ):
            assert plain(part) in text, each.part
        for head in (*each.drawing.heads.rows, *each.drawing.heads.columns) if each.drawing.heads else ():
            name = plain(words._COMMANDS.sub("", head.label).replace("\x07", "\ufffd"))
            assert name in whole.replace("- ", "") or name in whole or _hyphenated(name, text), head.label
        for key in each.legend:
            assert plain(key.words) in text and plain(key.sign) in text, key
        assert each.legend, each.part


def _hyphenated(name: str, text: str) -> bool:
    """Whether a word that is longer than a line stands there in pieces."""
    return name.replace(" ", "") in text.replace("- ", "").replace(" ", "")


def test_no_word_leaves_the_picture_or_is_too_small(exhibits: list[Exhibit]) -> None:
    for each in exhibits:
        picture = Picture.read(svg(each))
        width, height = picture.size
        for box in picture.words():
            assert box.size >= words.LEAST, (each.part, box)
            assert box.left >= 4 and box.right <= width - 4, (each.part, box)
            assert box.top >= 4 and box.bottom <= height - 4, (each.part, box)


def test_heads_and_paragraphs_stand_clear_of_each_other(exhibits: list[Exhibit]) -> None:
    for each in exhibits:
        picture = Picture.read(svg(each))
        paragraphs = [box for box in picture.words() if box.size in (22, 12) or box.left < 29]
        for place, one in enumerate(paragraphs):
            for other in paragraphs[place + 1 :]:
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.bottom, other.bottom) - max(one.top, other.top)
                assert across < 2 or down < 3, (each.page, each.part, one, other)


def test_every_property_of_every_figure_is_known(
    exhibits: list[Exhibit], databases: dict[str, Database]
) -> None:
    harbour = databases["harbour-debate"]
    matrix = report("matrix", harbour, scope_of(harbour), fade_years=1).parts[0]
    assert matrix.draw is not None
    cell = next(iter(matrix.ids()))
    figures = [each.drawing.figure for each in exhibits if each.drawing]
    for figure in (*figures, matrix.draw(cell).figure):
        assert not unknown(plot.plain(figure))


def test_a_figure_that_pictures_cannot_draw_is_told() -> None:
    figure = go.Figure(go.Pie(values=[1, 2]), layout={"margin": {"l": 1}, "polar": {"hole": 0.2}})
    assert {"pie.values", "layout.polar.hole"} <= unknown(plot.plain(figure))


def test_nothing_in_a_picture_is_code_or_leads_out(exhibits: list[Exhibit]) -> None:
    names = {"svg", "style", "defs", "title", "desc", "rect", "g", "text", "tspan", "line", "path", "circle", "polygon", "clipPath", "pattern"}  # fmt: skip
    for each in exhibits:
        picture = Picture.read(svg(each))
        for piece in picture.root.iter():
            assert piece.tag.split("}")[1] in names
            assert not any(key.startswith("on") or "href" in key for key in piece.attrib)
        style = picture.root.findtext("{http://www.w3.org/2000/svg}style") or ""
        assert "@import" not in style and style.count("url(") == style.count("url(data:font/woff2;base64,")


def test_hostile_names_stay_names(exhibits: list[Exhibit]) -> None:
    matrix = next(each for each in exhibits if each.dataset == "crowd" and each.page == "matrix")
    text = Picture.read(svg(matrix)).text
    for name in (NAMES[0], ARABIC, NAMES[2], NAMES[3]):
        assert name in text
    titled = matrix.retitled("]]></title><script>alert(1)</script> \x00 🚢 & &amp; \u202e")
    assert "]]></title><script>alert(1)</script> \ufffd 🚢 & &amp;" in Picture.read(svg(titled)).text


def test_an_exhibit_read_from_a_file_gives_the_same_picture(exhibits: list[Exhibit]) -> None:
    for each in exhibits[:12]:
        assert svg(Exhibit.from_json(each.to_json())) == svg(each)


def test_arabic_is_kept_in_its_place() -> None:
    assert words.in_order(ARABIC) == f"\u2067{ARABIC}\u2069"
    assert words.in_order(f"{ARABIC} supports “Tax” and opposes all the others") == (
        f"\u2067{ARABIC}\u2069 supports “Tax” and opposes all the others"
    )
    assert "\u202e" not in words.in_order("a\u202eb")


def test_what_has_no_chart_is_no_picture(exhibits: list[Exhibit]) -> None:
    with pytest.raises(ExportError, match="no chart"):
        svg(replace(exhibits[0], drawing=None))


@pytest.fixture
def typst() -> None:
    try:
        import typst  # noqa: F401
    except ImportError:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "PNG needs the extra `print`: uv sync --extra print"
        )


@pytest.mark.usefixtures("typst")
def test_png_is_twice_as_large_and_not_empty(exhibits: list[Exhibit]) -> None:
    for each in (exhibits[0], next(each for each in exhibits if each.dataset == "crowd")):
        picture = svg(each)
        image = Image.open(io.BytesIO(printed(picture)))
        assert image.size == tuple(2 * side for side in Picture.read(picture).size)
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or ()}
        assert {(0x1F, 0x5F, 0x99), (0xB3, 0x58, 0x06), (255, 255, 255)} <= colours


@pytest.mark.usefixtures("typst")
def test_pdf_has_the_words(exhibits: list[Exhibit]) -> None:
    from pypdf import PdfReader

    (page,) = PdfReader(io.BytesIO(printed(svg(exhibits[0]), "pdf"))).pages
    assert "Ten of sixteen actors support" in " ".join(page.extract_text().split())


def test_without_typst_an_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(ExportError, match=r"sayso\[print\]"):
        printed("<svg/>")
