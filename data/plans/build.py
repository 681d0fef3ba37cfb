"""Makes the briefings that ship, from their plans and the reports: `uv run python data/plans/build.py`."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

DATA = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(DATA.parent / "lib"))

from sayso.briefings.planning import make
from sayso.store.catalog import BRIEFING_TABLES
from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package

FILES = (*(f"{table}.csv" for table in BRIEFING_TABLES), "datapackage.json")


def build(plan: Path, place: Path) -> str:
    """The briefing of `plan` into the package of the same name, in place of what was there; its id."""
    package = DATA / plan.stem
    bare = place / plan.stem
    shutil.copytree(package, bare)
    for name in FILES[:-1]:
        (bare / name).unlink(missing_ok=True)
    file = load_package(bare, place / f"{plan.stem}.duckdb")
    hub = Hub()
    try:
        made = make(hub.attach(file), "sayso", json.loads(plan.read_text(encoding="utf-8")))
        out = export_package(hub.databases[plan.stem], place / "out" / plan.stem)
    finally:
        hub.close()
    for name in FILES:
        shutil.copyfile(out / name, package / name)
    return made.key


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for each in sorted(DATA.glob("plans/*.json")):
            print(build(each, Path(folder)))
