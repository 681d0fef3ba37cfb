"""`sayso network`: who shares positions with whom, as a file for another program."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import click

TIES = ("subtract", "congruence", "conflict", "ignore")
CELLS = ("subtract", "ignore", "combine")
NORMS = ("none", "average", "cosine", "jaccard")
REPEATS = ("document", "include", "week", "month", "year", "range")
STRETCHES = ("days", "weeks", "months", "years")
FORMS = ("gexf", "graphml", "matrix.csv", "edges.csv", "dl")


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dataset", help="Its name, if PATH holds several.")
@click.option(
    "--mode",
    type=click.Choice(["actors", "affiliations"]),
    default="actors",
    show_default=True,
    help="Actors by actors, or actors by issues.",
)
@click.option(
    "--tie",
    type=click.Choice(TIES),
    default="subtract",
    show_default=True,
    help="What a tie is; affiliations take subtract, ignore or combine.",
)
@click.option(
    "--norm",
    type=click.Choice([*NORMS, "activity", "prominence"]),
    default="none",
    show_default=True,
    help="What ties are divided by.",
)
@click.option(
    "--duplicates",
    type=click.Choice(REPEATS),
    default="document",
    show_default=True,
    help="How often one actor's statement on an issue counts.",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Only what was said by this day.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what was said from this day on.")
@click.option(
    "--only", multiple=True, metavar="VARIABLE=VALUE", help="Only statements of this value. Repeatable."
)
@click.option(
    "--exclude", multiple=True, metavar="VARIABLE=VALUE", help="No statements of this value. Repeatable."
)
@click.option("--isolates", is_flag=True, help="Keep actors and issues of which no statement is left.")
@click.option(
    "--window",
    default="",
    metavar="UNIT=SIZE",
    help="A network for each window, as months=4; units are days, weeks, months, years (.edges.csv only).",
)
@click.option("--form", type=click.Choice(FORMS), help="Format.  [default: by the file's name]")
def network(
    path: Path, file: Path, dataset: str | None, mode: str, tie: Any, norm: Any, duplicates: Any,
    as_of: datetime | None, since: datetime | None, only: tuple[str, ...], exclude: tuple[str, ...], isolates: bool,
    window: str, form: str | None,
) -> None:  # fmt: skip
    """Write a network of actors for Gephi, visone, UCINET or a spreadsheet.

    PATH is a database file or a folder of tables. FILE's name says the format: .gexf, .graphml, .matrix.csv,
    .edges.csv or .dl. Actors carry all that is known of them, ties their weight and sign. Variables are the columns of
    a statement: actor_id, issue_id, stance, coder, basis, outlet, venue, article_id … A window moves through time a
    unit at a time.

    \b
    Example:
      sayso network data/harbour-debate allies.gexf --tie congruence --norm average
      sayso network data/harbour-debate moving.edges.csv --window months=4 --exclude basis=act
    """
    from sayso.dataset import open_dataset
    from sayso.exports.networks import written, written_windows
    from sayso.exports.wide_files import write_bytes
    from sayso.reports.network import Network

    wanted = form or next((known for known in FORMS if file.name.lower().endswith(known)), "")
    if mode == "actors" and norm in ("activity", "prominence"):
        raise click.BadParameter(f"{norm} is for --mode affiliations.", param_hint="--norm")
    if mode == "affiliations" and (tie not in CELLS or norm not in ("none", "activity", "prominence")):
        raise click.BadParameter(f"affiliations know no {tie} with {norm}.", param_hint="--tie")
    stretch, size = _window(window)
    if stretch and (mode != "actors" or wanted != "edges.csv"):
        raise click.BadParameter(
            "windows are written as .edges.csv, actors by actors.", param_hint="--window"
        )
    filters: dict[str, Any] = {"only": _values(only, "--only"), "exclude": _values(exclude, "--exclude"), "isolates": isolates}  # fmt: skip
    filters |= {name: day.date() for name, day in (("as_of", as_of), ("since", since)) if day}
    with open_dataset(path, dataset) as opened:
        if stretch:
            many = opened.networks(stretch, size, tie, norm, duplicates, **filters)
            content, told = written_windows(many), f"{len(many)} windows"
        else:
            ask = opened.network if mode == "actors" else opened.affiliations
            ties = ask(tie, norm, duplicates, **filters)
            content = written(Network(ties, opened.attributes()), wanted)
            n_tied = int((ties != 0).to_numpy().sum())
            told = f"{ties.shape[0]} × {ties.shape[1]}, {n_tied} cells that are not 0"
    write_bytes(content, file)
    click.echo(f"{file}: {told}")


def _values(pairs: tuple[str, ...], flag: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, is_pair, value = pair.partition("=")
        if not is_pair:
            raise click.BadParameter(f"{pair!r} is not VARIABLE=VALUE, such as basis=act.", param_hint=flag)
        found.setdefault(name, []).append(value)
    return found


def _window(window: str) -> tuple[Any, int]:
    if not window:
        return "", 0
    unit, _, size = window.partition("=")
    if unit not in STRETCHES or not re.fullmatch(r"[1-9][0-9]{0,4}", size):
        raise click.BadParameter(f"{window!r} is not UNIT=SIZE, such as months=4.", param_hint="--window")
    return unit, int(size)
