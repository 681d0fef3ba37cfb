"""`sayso brief`: briefings listed, printed, checked, and made from a plan."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sayso.cli_places import one_dataset
from sayso.errors import ExportError, printable
from sayso.model.wording import counted

_DATASET = click.argument("dataset", type=click.Path(path_type=Path))


@click.group()
def brief() -> None:
    """Briefings: pinned views in order, with the analyst's words between them.

    DATASET is a database file, a folder of tables, or the name of a dataset that comes with Sayso.

    \b
    Example:
      sayso brief list harbour-debate
      sayso brief show harbour-debate the-harbour-in-twelve-views
      sayso brief check harbour-debate the-harbour-in-twelve-views
    """


@brief.command("list")
@_DATASET
def list_(dataset: Path) -> None:
    """Print the briefings of DATASET, the latest first."""
    from sayso.briefings.reading import briefings

    with one_dataset(dataset, may_read_only=True) as database:
        for each in briefings(database):
            line = f"{each.briefing_id}  {each.held_on or 'no day'}  {counted(each.n_views, 'view')}  {each.title}"
            click.echo(printable(line))


@brief.command("show")
@_DATASET
@click.argument("name")
def show(dataset: Path, name: str) -> None:
    """Print the parts of the briefing NAME (id or title) in order, and its source summary."""
    from sayso.briefings.reading import briefing
    from sayso.briefings.source_summary import draft
    from sayso.model.estimates import likelihood_words

    with one_dataset(dataset, may_read_only=True) as database:
        chosen = briefing(database, name)
        lines = [chosen.title, " · ".join(filter(None, [chosen.held_on, chosen.marking])), ""]
        for place, item in enumerate(chosen.items, 1):
            if item.exhibit:
                lines += [f"{place}. {item.exhibit.title}", f"   {item.exhibit.subtitle}"]
            if item.text:
                lines.append(f"{'   ' if item.exhibit else f'{place}. '}[{item.kind}] {item.text}")
            if item.likelihood:
                lines.append(f"   likelihood: {likelihood_words(item.likelihood)}")
            if item.confidence:
                lines.append(f"   confidence: {item.confidence}")
            if item.fault:
                lines.append(f"{place}. cannot be shown: {item.fault}")
        lines += ["", "What this rests on", chosen.source_summary or draft(chosen)]
        click.echo(printable("\n".join(lines)))


@brief.command("check")
@_DATASET
@click.argument("name")
def check(dataset: Path, name: str) -> None:
    """Print what to look at before the briefing NAME is shown: one line each, with the number of its part."""
    from sayso.briefings.preflight import preflight
    from sayso.briefings.reading import briefing

    with one_dataset(dataset, may_read_only=True) as database:
        chosen = briefing(database, name)
        places = {item.item_id: place for place, item in enumerate(chosen.items, 1)}
        cautions = preflight(database, chosen)
        for each in cautions:
            where = f"{places[each.item_id]:>3}" if each.item_id else "   "
            click.echo(printable(f"{where}  {each.words}"))
        if not cautions:
            click.echo("Nothing to look at.")


@brief.command("save")
@_DATASET
@click.argument("name")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
def save(dataset: Path, name: str, files: tuple[Path, ...]) -> None:
    """Write the briefing NAME to FILES; their names say the format: .pptx, .docx, .xlsx, .csl.json, .briefing.json.

    \b
    Example:
      sayso brief save harbour-debate the-harbour-in-twelve-views harbour.pptx harbour.docx
    """
    from sayso.briefings.files import FORMATS
    from sayso.briefings.reading import briefing
    from sayso.exports.wide_files import write_bytes

    forms = [
        next((form for form in FORMATS.values() if file.name.endswith(form.suffix)), None) for file in files
    ]
    endings = ", ".join(form.suffix for form in FORMATS.values())
    for file, form in zip(files, forms, strict=True):
        if form is None:
            raise click.BadParameter(f"{file} has none of these endings: {endings}.", param_hint="FILES")
    with one_dataset(dataset, may_read_only=True) as database:
        chosen = briefing(database, name)
        for file, form in zip(files, forms, strict=True):
            assert form is not None
            content = form.write(chosen)
            write_bytes(content, file)
            click.echo(f"{file}: {len(content) / 1000:,.0f} kB")


@brief.command("make")
@_DATASET
@click.argument("plan", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", default="sayso-plan", show_default=True, help="Who is written beside the change.")
def make(dataset: Path, plan: Path, by: str) -> None:
    """Add a briefing to DATASET from PLAN, a JSON file: its title and parts, each asked of the data as they are now."""
    from sayso.briefings.planning import make as made_of

    try:
        outline = json.loads(plan.read_text(encoding="utf-8"))
        outline["title"], outline["parts"]
    except (ValueError, KeyError, TypeError) as error:
        raise ExportError(
            "Reading the plan", f"{plan} is no plan of a briefing: {error}.", "See docs/briefings.md."
        ) from error
    with one_dataset(dataset) as database:
        click.echo(made_of(database, by, outline).key)
