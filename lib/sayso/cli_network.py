"""`sayso network`: who shares positions with whom, as a file for another program."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import click

TIES = ("subtract", "congruence", "conflict", "ignore", "combine")
NORMS = ("none", "average", "cosine", "jaccard", "activity", "prominence")
NODES = ("actor", "speaker", "outlet", "article", "author")
REPEATS = ("document", "include", "week", "month", "year", "range")
STRETCHES = ("days", "weeks", "months", "years")
KERNELS = ("uniform", "epanechnikov", "triangular", "gaussian")
FORMS = ("gexf", "graphml", "matrix.csv", "edges.csv", "dl")
TABLES = ("levels", "levels-by-node", "dispersion", "backbone", "fit")
ARCHIVES = tuple(f"{form}.zip" for form in FORMS)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dataset", help="Its name, if PATH holds several.")
@click.option(
    "--mode", type=click.Choice(["actors", "affiliations"]), default="actors", show_default=True,
    help="Actors by actors, or actors by issues.",
)  # fmt: skip
@click.option(
    "--node", type=click.Choice(NODES), default="actor", show_default=True,
    help="What stands where actors do; authors where the dataset keeps them.",
)  # fmt: skip
@click.option(
    "--tie", type=click.Choice(TIES), default="subtract", show_default=True,
    help="What a tie is; affiliations take subtract, ignore or combine.",
)  # fmt: skip
@click.option(
    "--norm", type=click.Choice(NORMS), default="none", show_default=True, help="What ties are divided by."
)
@click.option(
    "--qualifier", default="stance", show_default=True, metavar="VARIABLE",
    help="What statements agree on; texts are equal or not.",
)  # fmt: skip
@click.option(
    "--duplicates", type=click.Choice(REPEATS), default="document", show_default=True,
    help="How often one actor's statement on an issue counts.",
)  # fmt: skip
@click.option("--as-of", type=DAY, help="Only what was said by this day.")
@click.option("--since", type=DAY, help="Only what was said from this day on.")
@click.option(
    "--only", multiple=True, metavar="VARIABLE=VALUE", help="Only statements of this value. Repeatable."
)
@click.option(
    "--exclude", multiple=True, metavar="VARIABLE=VALUE", help="No statements of this value. Repeatable."
)
@click.option("--isolates", is_flag=True, help="Keep actors and issues of which no statement is left.")
@click.option(
    "--window", default="", metavar="UNIT=SIZE",
    help="A network for each window, as months=4; units are days, weeks, months, years.",
)  # fmt: skip
@click.option(
    "--kernel", default="", metavar="KERNEL=DAYS",
    help=f"A network for each window without edges, as gaussian=60: {', '.join(KERNELS)}, and the bandwidth.",
)  # fmt: skip
@click.option(
    "--step", type=click.IntRange(1), metavar="DAYS", help="With --kernel: how far apart.  [default: 30]"
)
@click.option("--edges", is_flag=True, help="With --kernel: windows from the first day to the last.")
@click.option(
    "--table", type=click.Choice(TABLES),
    help="A table about the network, as .csv: statements per level, how divided issues are, which carry it, how well a map fits actors.",
)  # fmt: skip
@click.option("--size", type=click.IntRange(1), help="With --table backbone: the best set of so many issues.")
@click.option(
    "--penalty",
    type=click.FloatRange(0),
    help="With --table backbone: the best set at a price for each issue.",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Of whatever is searched or drawn at random."
)
@click.option("--form", type=click.Choice([*FORMS, *ARCHIVES]), help="Format.  [default: by the file's name]")
def network(
    path: Path, file: Path, dataset: str | None, mode: Any, node: Any, tie: Any, norm: Any, qualifier: str,
    duplicates: Any, as_of: datetime | None, since: datetime | None, only: tuple[str, ...], exclude: tuple[str, ...],
    isolates: bool, window: str, kernel: str, step: int | None, edges: bool, table: str | None, size: int | None,
    penalty: float | None, seed: int, form: str | None,
) -> None:  # fmt: skip
    """Write a network of actors for Gephi, visone, UCINET or a spreadsheet.

    PATH is a database file or a folder of tables. FILE's name says the format: .gexf, .graphml, .matrix.csv,
    .edges.csv or .dl; windows go into one .edges.csv or .matrix.csv, or a file each into an archive such as .gexf.zip.
    Variables are the columns of a statement: actor_id, issue_id, stance, coder, basis, outlet, venue, article_id …,
    and of a DNA database section, type, author and its own variables.

    \b
    Example:
      sayso network data/harbour-debate allies.gexf --tie congruence --norm average
      sayso network data/harbour-debate moving.edges.csv --window months=4 --exclude basis=act
      sayso network data/harbour-debate smooth.gexf.zip --kernel gaussian=60 --mode affiliations
      sayso network data/harbour-debate carried.csv --table backbone --size 3
    """
    from sayso.cli_network_files import write

    filters = _filters(as_of, since, only, exclude, isolates, node, qualifier)
    if table or size or penalty is not None:
        click.echo(f"{file}: {_table(path, dataset, file, table, duplicates, filters, size, penalty, seed)}")
        return
    forms = (*ARCHIVES, *FORMS)
    wanted = form or next((known for known in forms if file.name.lower().endswith(f".{known}")), "")
    if mode == "actors" and norm in ("activity", "prominence"):
        raise click.BadParameter(f"{norm} is for --mode affiliations.", param_hint="--norm")
    if mode == "actors" and tie == "combine":
        raise click.BadParameter("combine is for --mode affiliations.", param_hint="--tie")
    if mode == "affiliations" and (
        tie in ("congruence", "conflict") or norm in ("average", "cosine", "jaccard")
    ):
        raise click.BadParameter(f"affiliations know no {tie} with {norm}.", param_hint="--tie")
    if window and kernel:
        raise click.BadParameter("--window has edges, --kernel has none: take one.", param_hint="--kernel")
    if not kernel and (step or edges):
        raise click.BadParameter("are for --kernel.", param_hint="--step and --edges")
    windows = _sized(window, STRETCHES, "--window", "UNIT=SIZE, such as months=4")
    smooth = _sized(kernel, KERNELS, "--kernel", "KERNEL=DAYS, such as gaussian=60")
    if (windows or smooth) and wanted not in ("edges.csv", "matrix.csv", *ARCHIVES):
        raise click.BadParameter(
            "windows are written as .edges.csv, .matrix.csv or an archive such as .gexf.zip.",
            param_hint="--window" if window else "--kernel",
        )
    if wanted in ARCHIVES and not (windows or smooth):
        raise click.BadParameter("an archive holds windows: --window or --kernel.", param_hint="FILE")
    summary = write(
        path,
        dataset,
        file,
        wanted,
        (mode, tie, norm, duplicates),
        filters,
        windows,
        smooth,
        step or 30,
        edges,
    )
    click.echo(f"{file}: {summary}")


def _table(
    path: Path, dataset: str | None, file: Path, table: str | None, duplicates: Any, filters: Any, size: int | None,
    penalty: float | None, seed: int,
) -> str:  # fmt: skip
    from sayso.cli_network_files import write_table

    if (size or penalty is not None) and table != "backbone":
        raise click.BadParameter("are for --table backbone.", param_hint="--size and --penalty")
    if size and penalty is not None:
        raise click.BadParameter("takes the place of --size: name one.", param_hint="--penalty")
    if not file.name.lower().endswith(".csv"):
        raise click.BadParameter("a table is written as .csv.", param_hint="FILE")
    return write_table(path, dataset, file, table, duplicates, filters, size, penalty, seed)


def _filters(
    as_of: datetime | None, since: datetime | None, only: tuple[str, ...], exclude: tuple[str, ...], isolates: bool,
    node: Any, qualifier: str,
) -> Any:  # fmt: skip
    days = {name: day.date() for name, day in (("as_of", as_of), ("since", since)) if day}
    return {
        "only": _values(only, "--only"), "exclude": _values(exclude, "--exclude"), "isolates": isolates, "node": node,
        "qualifier": qualifier, **days,
    }  # fmt: skip


def _values(pairs: tuple[str, ...], flag: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, is_pair, value = pair.partition("=")
        if not is_pair:
            raise click.BadParameter(f"{pair!r} is not VARIABLE=VALUE, such as basis=act.", param_hint=flag)
        found.setdefault(name, []).append(value)
    return found


def _sized(text: str, names: tuple[str, ...], flag: str, form: str) -> tuple[Any, int] | None:
    if not text:
        return None
    name, _, size = text.partition("=")
    if name not in names or not re.fullmatch(r"[1-9][0-9]{0,4}", size):
        raise click.BadParameter(f"{text!r} is not {form}.", param_hint=flag)
    return name, int(size)
