"""Slides hold what the exhibit holds: every number, native and editable, at ten points or more, inside the slide."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from sayso.errors import ExportError
from sayso.exports.deck import Template, deck, missing, slide
from sayso.exports.deck.bars import COURSE, WEEKS
from sayso.model.dates import short_words
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.reports.brief_parts import Brief, BriefPart, Judgement, Text
from sayso.reports.exhibit import Exhibit
from sayso.reports.numbering import numbering
from sayso.reports.pages import REPORTS
from sayso.store.hub import Database
from tests.conftest import DatasetMaker
from tests.exports.deck.exhibits import ARABIC, FACTIONS, NAMES, SAID, charts, exhibits, slides, tables
from tests.tiny import say


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, factions=FACTIONS, more=NAMES)


def one(database: Database, page: str, part: str, **options: Any) -> Exhibit:
    return next(each for each in exhibits(database, page, **options) if each.part == part)


def test_the_matrix_is_a_native_table_with_every_position(database: Database) -> None:
    view = one(database, "matrix", "matrix")
    (made,) = slides(slide(view))
    assert made.shapes.title.text_frame.text == view.title
    ((head, *rows),) = tables(made)
    names = {row["id"]: (row["Actor"], row["Issue"]) for row in records(view.table)}
    cells = {
        (row[0].removeprefix("■ "), issue): words
        for row in rows
        for issue, words in zip(head[1:], row[1:], strict=True)
    }
    assert len(cells) == len(view.table)
    known = {f"{row['unit_id']}/{row['issue_id']}": row for row in records(view.frame)}
    for key, name in names.items():
        if key not in known:
            assert cells[name] == "–"
            continue
        row = known[key]
        assert cells[name].startswith(BY_STATE[row["state"]].sign)
        assert short_words(row["latest_on"]) in cells[name]
        assert re.search(rf"\b{row['n']}\b", cells[name])


def test_cells_are_filled_with_their_stance(database: Database) -> None:
    view = one(database, "matrix", "matrix")
    (made,) = slides(slide(view))
    table = next(shape.table for shape in made.shapes if shape.has_table)
    fills = {row["id"]: row["Position"] for row in records(view.table)}
    words = {step.word: step for step in BY_STATE.values()}
    shown = sorted(
        str(cell.fill.fore_color.rgb) for row in list(table.rows)[1:] for cell in list(row.cells)[1:]
    )
    assert shown == sorted(words[word].fill.lstrip("#").upper() for word in fills.values())


def test_dumbbells_hold_the_values(database: Database) -> None:
    view = one(database, "comparison", "comparison")
    (made,) = slides(slide(view))
    (chart,) = charts(made)
    drawn = {
        series.name: sorted(_xs(series))
        for series in chart.plots[0].series
        if not series.name.startswith("Gap")
    }
    expected: dict[str, list[float]] = {}
    names = {row["id"].split("/")[0]: row["Side"] for row in records(view.table)}
    for row in records(view.frame):
        expected.setdefault(names[row["unit_id"]], []).append(row["value"])
    assert drawn == {name: pytest.approx(sorted(values)) for name, values in expected.items()}
    facts = " ".join(shape.text_frame.text for shape in made.shapes if shape.name.startswith("Values"))
    assert all(f"(n={row['n']})" in facts for row in records(view.frame))


def test_bars_and_courses_hold_the_values(database: Database) -> None:
    spread = one(database, "comparison", "spread")
    shown = [
        value
        for made in slides(slide(spread))
        for chart in charts(made)
        for series in chart.plots[0].series
        for value in series.values
        if value
    ]
    assert sorted(shown) == sorted(row["n"] for row in records(spread.frame))
    for page, part, names in (
        ("changed", "weeks", {"n": "Statements", **WEEKS}),
        ("coalitions", "polarization", COURSE),
    ):
        view = one(database, page, part)
        (chart,) = charts(slides(slide(view))[0])
        series = {each.name: list(each.values) for plot in chart.plots for each in plot.series}
        for name, words in names.items():
            assert series[words] == pytest.approx([row[name] for row in records(view.frame)], nan_ok=True)


def test_agreement_is_a_native_table(database: Database) -> None:
    view = one(database, "coalitions", "agreement")
    ((_, *rows),) = tables(slides(slide(view))[0])
    shown = sorted(cell for row in rows for cell in row[1:] if "·" in cell)
    pairs = [row for row in records(view.frame) if row["agreement"] is not None]
    assert shown == sorted(2 * [f"{row['agreement'] * 100:.0f} ·{row['n_shared']}" for row in pairs])


def test_the_timeline_has_a_shape_for_each_event_and_a_described_group(
    make_dataset: DatasetMaker, database: Database
) -> None:
    view = one(database, "timeline", "timeline")
    (made,) = slides(slide(view))
    (group,) = [shape for shape in made.shapes if shape.shape_type == 6]
    words = {step.word for step in BY_STATE.values()}
    assert sum(shape.name in words for shape in group.shapes) == len(
        {(row["date"], row["actor_id"], row["stance"]) for row in records(view.frame)}
    )
    assert group._element.xpath(".//p:cNvPr")[0].get("descr") == view.title


@pytest.mark.parametrize("page", REPORTS)
def test_nothing_leaves_the_slide_or_is_small(database: Database, page: str) -> None:
    for view in exhibits(database, page):
        content = slide(view, marking="INTERNAL")
        made = Presentation(io.BytesIO(content))
        for each in made.slides:
            assert each.shapes.title.text_frame.text.startswith(view.title[:40])
            for shape in each.shapes:
                assert shape.left >= 0 and shape.top >= 0
                assert (
                    shape.left + shape.width <= made.slide_width + 5
                    and shape.top + shape.height <= made.slide_height
                ), shape.name
            assert all(size >= 1000 for size in map(int, each.element.xpath("//@sz")))
            graphics = [shape for shape in each.shapes if shape.has_table or shape.has_chart]
            assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in graphics)


def test_thirty_by_fifteen_is_split_and_loses_nothing(make_dataset: DatasetMaker) -> None:
    said = [
        say(f"actor{n:02}", f"issue{i:02}", (n + i) % 5 - 2, f"2024-03-{i + 1:02}", article=f"a{i}")
        for n in range(30)
        for i in range(15)
    ]
    names = [
        {
            "actor_id": f"actor{n:02}",
            "kind": "person",
            "name": f"{n:02} {'a long name that does not end soon ' * 3}"[:60],
        }
        for n in range(30)
    ]
    view = one(make_dataset(said, more={"actors": names}), "matrix", "matrix")
    made = slides(slide(view))
    cells: dict[tuple[str, str], str] = {}
    for each in made:
        ((head, *rows),) = tables(each)
        cells |= {
            (row[0], issue): words for row in rows for issue, words in zip(head[1:], row[1:], strict=True)
        }
        table = next(shape for shape in each.shapes if shape.has_table)
        assert table.top + sum(row.height for row in table.table.rows) <= Inches(7.5) - Pt(55)
        assert (
            len(each.shapes.title.text_frame.text)
            and f"of {len(made)})\u200e" in each.shapes.title.text_frame.text
        )
    assert len(cells) == 450 and 2 < len(made) <= 8


def test_one_numbering_that_resolves(database: Database) -> None:
    views = [*exhibits(database, "matrix"), *exhibits(database, "comparison"), *exhibits(database, "quotes")]
    parts: list[BriefPart] = [
        Judgement("They will vote for it.", "likely", "moderate"),
        *views,
        Text("Nothing =1+1", "Gaps"),
    ]
    seen: list[tuple[int, int, str]] = []
    made = slides(
        deck(Brief("Who stands where", date(2024, 7, 1), parts, "INTERNAL"), step=lambda *at: seen.append(at))
    )
    numbers = numbering(views)
    texts = "\n".join(shape.text_frame.text for each in made for shape in each.shapes if shape.has_text_frame)
    assert "likely · moderate confidence" in texts and texts.count("INTERNAL") == 2 * len(made)
    listed = {
        int(row[0].strip("[]"))
        for each in made
        if each.shapes.title.text_frame.text.startswith("Sources")
        for row in tables(each)[0][1:]
    }
    assert listed == set(numbers.sources["number"]) == set(range(1, len(listed) + 1))
    notes = "\n".join(each.notes_slide.notes_text_frame.text for each in made if each.has_notes_slide)
    cited = {int(number) for number in re.findall(r"^\[(\d+)\] ", notes, re.MULTILINE)}
    assert cited and cited <= listed
    assert re.search(
        r"^\[\d+\] ann.*, The Herald, “Article .*; statement|^\[\d+\] A{30}", notes, re.MULTILINE
    )
    assert [at for at, *_ in seen] == list(range(len(seen))) and seen


def test_arabic_runs_from_right_to_left(database: Database) -> None:
    view = one(database, "matrix", "matrix").retitled(ARABIC)
    (made,) = slides(slide(view))
    assert made.shapes.title.text_frame.paragraphs[0]._p.pPr.get("rtl") == "1"
    turned = made.element.xpath("//a:tc//a:p[a:pPr/@rtl='1']//a:t/text()")
    assert [words for words in turned if words.strip("■ ")] == [ARABIC]
    (mirrored,) = [
        each for each in slides(deck(Brief("x", date(2024, 1, 1), [view], language="ar"))) if tables(each)
    ][:1]
    assert mirrored.element.xpath("//a:tblPr/@rtl") == ["1"]


def test_nothing_is_a_finding(make_dataset: DatasetMaker) -> None:
    empty = make_dataset([])
    for page in REPORTS:
        for view in exhibits(empty, page):
            assert slides(slide(view))


def test_a_house_template_is_used_or_told_what_it_lacks() -> None:
    house = Presentation()
    house.slide_width, house.slide_height = Inches(13.333), Inches(7.5)
    house.slides.add_slide(house.slide_layouts[0])
    file = io.BytesIO()
    house.save(file)
    assert missing(file.getvalue()) == []
    (made, *_) = slides(deck(Brief("Of the house", date(2024, 1, 1), []), Template(file.getvalue())))
    assert made.slide_layout.name == "Title Slide" and made.shapes.title.text_frame.text == "Of the house"
    narrow = io.BytesIO()
    Presentation().save(narrow)
    with pytest.raises(ExportError, match=r"16:9"):
        deck(Brief("x", date(2024, 1, 1), []), Template(narrow.getvalue()))
    with pytest.raises(ExportError, match="not a PowerPoint"):
        deck(Brief("x", date(2024, 1, 1), []), Template(b"no"))


def test_an_exhibit_that_came_back_from_json_makes_the_same_slide(database: Database) -> None:
    for page in ("matrix", "comparison", "coalitions", "timeline"):
        for view in exhibits(database, page):
            again = Exhibit.from_json(view.to_json())
            assert [tables(each) for each in slides(slide(again))] == [
                tables(each) for each in slides(slide(view))
            ]
            assert len(slides(slide(replace(again, statements=again.statements.head(0))))) >= 1


def _xs(series: Any) -> list[float]:
    return [float(value) for value in series._element.xpath("c:xVal//c:v/text()")]
