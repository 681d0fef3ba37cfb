"""`sayso network`: who shares positions with whom, as a file for another program."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

TIES = ("subtract", "congruence", "conflict", "ignore")
CELLS = ("subtract", "ignore", "combine")
NORMS = ("none", "average", "cosine", "jaccard")
REPEATS = ("document", "include", "week", "month", "year", "range")
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
@click.option("--form", type=click.Choice(FORMS), help="Format.  [default: by the file's name]")
def network(
    path: Path, file: Path, dataset: str | None, mode: str, tie: Any, norm: Any, duplicates: Any,
    as_of: datetime | None, form: str | None,
) -> None:  # fmt: skip
    """Write a network of actors for Gephi, visone, UCINET or a spreadsheet.

    PATH is a database file or a folder of tables. FILE's name says the format: .gexf, .graphml, .matrix.csv,
    .edges.csv or .dl. Actors carry their name, kind, country and faction, ties their weight and sign.

    \b
    Example:
      sayso network data/harbour-debate allies.gexf --tie congruence --norm average
    """
    from sayso.dataset import open_dataset
    from sayso.exports.networks import written

    wanted = form or next((known for known in FORMS if file.name.lower().endswith(known)), "")
    filters = {"as_of": as_of.date()} if as_of else {}
    with open_dataset(path, dataset) as opened:
        if mode == "actors":
            if norm in ("activity", "prominence"):
                raise click.BadParameter(f"{norm} is for --mode affiliations.", param_hint="--norm")
            made = opened.network(tie, norm, duplicates, **filters)
        else:
            if tie not in CELLS or norm not in ("none", "activity", "prominence"):
                raise click.BadParameter(f"affiliations know no {tie} with {norm}.", param_hint="--tie")
            made = opened.affiliations(tie, norm, duplicates, **filters)
        content = written(made, opened.attributes(), wanted)
    file.write_bytes(content)
    click.echo(
        f"{file}: {made.shape[0]} × {made.shape[1]}, {int((made != 0).to_numpy().sum())} cells that are not 0"
    )
