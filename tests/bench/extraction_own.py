"""Twenty articles that we wrote ourselves, gold and all: `uv run python tests/bench/extraction_own.py [N]`.

Prints the figures, then how many misses there are of each kind, and N of each kind. Whoever wrote these articles
also wrote their gold, so the figures stand apart from those on other people's articles.
"""

from __future__ import annotations

import collections
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import extraction_own_acts as acts
from tests.bench import extraction_own_tables as tables
from tests.bench.extraction_own_match import FOLDER, Held, read
from tests.bench.extraction_table import Row, show

Counts = collections.Counter[tuple[str, str]]


def score(folder: Path = FOLDER) -> tuple[Counts, list[Held]]:
    """Counts by (table, what) over all articles, and the articles."""
    total: Counts = collections.Counter()
    held = read(folder)
    for article in held:
        tables.quotes(article)
        tables.actors(article)
        tables.dates(article)
        acts.events(article)
        acts.stances(article)
        total += article.n
    return total, held


def show_own() -> list[Held]:
    """Print the figures in a table of their own; gives the articles with their misses."""
    n, held = score()
    print(f"\n{len(held)} articles of our own: text and gold are by the same hand, so these stand apart.")
    print("Targets in brackets are those for other people's articles.")
    show(rows(n), [], "our own articles")
    return held


def rows(n: Counts) -> list[Row]:
    """The figures, each beside the target that the same figure has on other people's articles."""

    def share(table: str, what: str, of: str) -> float:
        return 100 * n[table, what] / max(1, n[table, of])

    def f1(hits: str) -> float:
        return 200 * n["quotes", hits] / max(1, n["quotes", "found"] + n["quotes", "gold"])

    def both(table: str) -> str:
        return f"{share(table, 'right', 'gold'):.1f} / {share(table, 'right', 'found'):.1f} (n = {n[table, 'gold']})"

    found = [
        Row(
            "statements, lenient / exact F1",
            f"{f1('lenient'):.1f} / {f1('exact'):.1f}",
            target="(88 / 76)",
        )
    ]
    found.append(Row("with speaker's words F1", f"{f1('speaker'):.1f}", target="(82)"))
    found.append(Row("with the right actor F1", f"{f1('actor'):.1f}"))
    for kind, target in (("direct", "(97.5 / 95)"), ("mixed", "—"), ("indirect", "(80 / 86)")):
        recall = share("quotes", f"lenient {kind}", f"gold {kind}")
        precision = share("quotes", f"right {kind}", f"found {kind}")
        value = f"{recall:.1f} / {precision:.1f} (n = {n['quotes', f'gold {kind}']})"
        found.append(Row(f"{kind} quotes recall / precision", value, target=target))
    named, described = (
        share("actors", f"right {which}", f"gold {which}") for which in ("named", "described")
    )
    counts = f"(n = {n['actors', 'gold named']} / {n['actors', 'gold described']})"
    found.append(
        Row("actors recall, with a name / only described", f"{named:.1f} / {described:.1f} {counts}")
    )
    found.append(Row("actors precision, found once each", f"{share('actors', 'right', 'found'):.1f}"))
    found.append(Row("kind of the actors found", f"{share('actors', 'kind', 'right'):.1f}"))
    found.append(Row("dates, exact EDTF recall / precision", both("dates")))
    found.append(Row("events by kind recall / precision", both("events"), target="(72 of sentences)"))
    happened = f"{share('events', 'date', 'right'):.1f} / {share('events', 'modality', 'right'):.1f}"
    found.append(Row("date / modality of those events", happened))
    stances = f"{share('stances', 'sure', 'found'):.1f} / {share('stances', 'right', 'gold'):.1f}"
    number = f"(n = {n['stances', 'found']} / {n['stances', 'gold']})"
    found.append(Row("stance proposals precision / recall", f"{stances} {number}", target="(80 / 40)"))
    kept = f"{n['stances', 'conditions']} of {n['stances', 'gold conditions']}"
    found.append(Row("conditions of those, found with their stance", kept))
    return found


def main() -> None:
    """Print figures, kinds of miss, and some of each."""
    kinds: dict[str, list[str]] = collections.defaultdict(list)
    for article in show_own():
        for kind, line in article.misses:
            kinds[kind].append(line)
    shown = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    for kind, lines in sorted(kinds.items(), key=lambda pair: (pair[0].split(":")[0], -len(pair[1]))):
        print(f"{len(lines):5}  {kind}")
        for line in lines[:shown]:
            print(f"         {line}")


if __name__ == "__main__":
    main()
