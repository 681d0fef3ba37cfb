"""`sayso show`: what a page says, in the terminal or as a file."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli_places import one_dataset

PAGES = (
    "overview", "matrix", "timeline", "changed", "comparison", "coalitions", "sources", "actor", "quotes",
    "two-sides",
)  # fmt: skip
FORMATS, PICTURES, FILES = (
    ("text", "md", "csv", "json"),
    ("svg", "png", "pdf"),
    ("pptx", "docx", "xlsx", "csl"),
)
_BINARY = ("png", "pdf", "pptx", "docx", "xlsx")
if TYPE_CHECKING:
    from sayso.reports.report import Part, Report

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("page", type=click.Choice(PAGES))
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--as-of", type=_DAY, help="Only what was said by this day.  [default: the last day]")
@click.option(
    "--actors",
    multiple=True,
    metavar="NAME",
    help="Only these; an id or a name. Repeatable, as are the next four.",
)
@click.option("--factions", multiple=True, metavar="NAME")
@click.option("--issues", multiple=True, metavar="NAME")
@click.option("--outlets", multiple=True, metavar="NAME")
@click.option(
    "--kinds",
    multiple=True,
    type=click.Choice(["direct", "mixed", "indirect", "act"]),
    help="Only such quotes.",
)
@click.option(
    "--credibility", "worst_credibility", type=click.IntRange(1, 6), help="Reports of this grade or better."
)
@click.option(
    "--count",
    "count_by",
    type=click.Choice(["article", "statement", "week", "month"]),
    help="One per …  [default: article]",
)
@click.option("--measure", type=click.Choice(["mean", "latest"]), help="What a position is.  [default: mean]")
@click.option(
    "--unit", type=click.Choice(["actors", "factions"]), help="matrix, changed, comparison: who the rows are."
)
@click.option(
    "--order",
    type=click.Choice(["agreement", "faction", "issue", "recency", "name", "hand"]),
    help="matrix: of its rows.",
)
@click.option(
    "--since",
    type=_DAY,
    help="Only what was said from this day on. changed: the earlier day.  [default: 13 weeks before]",
)
@click.option("--said-since", type=_DAY, help="changed: only what was said from this day on.")
@click.option(
    "--known-by",
    type=click.Choice(["said", "published", "coded"]),
    help="What must have happened by --as-of.  [default: said]",
)
@click.option("--sides", multiple=True, metavar="NAME", help="comparison: two or more, each with --sides.")
@click.option("--actor", metavar="NAME", help="actor: who.  [default: the most quoted]")
@click.option("--issue", metavar="NAME", help="two-sides: on what.  [default: the most contested]")
@click.option("--words", help="quotes: what they must hold.")
@click.option("--lanes", type=click.Choice(["faction", "actor", "issue"]), help="timeline.")
@click.option("--start", type=_DAY, help="timeline: its first day.")
@click.option("--end", type=_DAY, help="timeline: its last day.")
@click.option(
    "--part", "parts", multiple=True, metavar="NAME", help="Only this part of the page. Repeatable."
)
@click.option(
    "--format", "form", type=click.Choice([*FORMATS, *PICTURES, *FILES]), default="text", show_default=True
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file.  [default: the screen]",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="pptx: the house's .potx or .pptx.",
)
@click.option("--marking", default="", metavar="TEXT", help="pptx, docx, xlsx: a line on every page.")
def show(
    page: str, dataset: Path, form: str, parts: tuple[str, ...], output: Path | None, template: Path | None, marking: str, **given: Any
) -> None:  # fmt: skip
    """Print what a page says: its finding, its tables and its numbered sources.

    DATASET is a database file, a folder of tables, or the name of a dataset that comes with Sayso. The words and
    numbers are those of the page in the browser. csv is the table of the page's first part, or of --part; svg, png and
    pdf are the picture of its first chart (png and pdf need: pip install 'sayso[print]'). pptx is a slide for each
    part, docx a memo, xlsx a workbook, csl the sources for a reference manager.

    \b
    Example:
      sayso show matrix harbour-debate --as-of 2024-12-31
      sayso show changed harbour-debate --since 2025-01-01 --format md > changed.md
      sayso show coalitions harbour-debate --part wedges --format csv > wedges.csv
      sayso show matrix harbour-debate --format png -o matrix.png
      sayso show matrix harbour-debate --format pptx -o matrix.pptx
    """
    from sayso.exports.pictures.files import FORMATS as DRAWN
    from sayso.exports.report_files import FORMATS as TOLD
    from sayso.exports.report_files import Writer
    from sayso.exports.wide_files import write_bytes
    from sayso.reports.choosing import Filters, scope_of
    from sayso.reports.pages import options_of, report

    writers: dict[str, Writer] = {**TOLD, **DRAWN}
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for the screen: name a file with -o.")
    chosen = {name: _plain(value) for name, value in given.items() if value not in (None, ())}
    own = options_of(page)
    filters = {
        name: chosen.pop(name) for name in list(chosen) if name in Filters.__annotations__ and name not in own
    }
    if page == "changed" and "said_since" in chosen:
        filters["since"] = chosen.pop("said_since")
    for name in chosen:
        if name not in own:
            hint = f"--{name.replace('_', '-')}"
            raise click.BadParameter(f"the page {page} has no such option.", param_hint=hint)
    with one_dataset(dataset, may_read_only=True) as database:
        answer = report(page, database, scope_of(database, **filters), **chosen)
        selection = tuple(answer.part(name) for name in parts) or answer.parts
        if form in writers:
            content = writers[form](answer, selection[:1] if form == "csv" else selection)
        else:
            content = _briefing(answer, selection, chosen, form, template, marking)
    if output is None:
        click.echo(content, nl=False)
        return
    write_bytes(content, output)


def _briefing(
    answer: Report, parts: tuple[Part, ...], options: dict[str, Any], form: str, template: Path | None, marking: str
) -> bytes:  # fmt: skip
    """The parts as slides, a memo, a workbook or citations."""
    from sayso.exports.briefings import FILES
    from sayso.exports.deck import Template, deck, slide
    from sayso.reports.brief_parts import Brief
    from sayso.reports.exhibit import exhibit

    shown = [exhibit(answer, part, options=options) for part in parts]
    paper = Template(template.read_bytes() if template else None)
    if form == "pptx" and len(shown) == 1:
        return slide(shown[0], paper, marking)
    brief = Brief(answer.title, answer.view.scope.as_of, shown, marking)
    return deck(brief, paper) if form == "pptx" else FILES[form](brief)


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
