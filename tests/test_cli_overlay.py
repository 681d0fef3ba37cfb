"""`sayso overlay`: a file laid over the timeline from the command line."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from sayso.cli import main
from sayso.store.datasets import open_datasets
from sayso.store.new import create_dataset
from sayso.store.overlays import overlays
from tests.overlay_files import acled


def test_bad_rows_are_told_and_left_out_only_by_choice(tmp_path: Path) -> None:
    data, file = tmp_path / "new.duckdb", tmp_path / "v.csv"
    create_dataset(data)
    file.write_bytes(acled([{}, {"event_date": "soon"}]))
    asked = ["overlay", str(file), "--data", str(data), "--accessed-on", "2026-01-05"]
    refused = CliRunner().invoke(main, asked)
    assert refused.exit_code == 1 and "row 3 has the event_date “soon”" in refused.output
    assert "Nothing was added" in refused.output
    done = CliRunner().invoke(main, [*asked, "--leave-out"])
    assert done.exit_code == 0 and "ACLED: v.csv: 1 event, 1 row left out" in done.output
    assert "www.acleddata.com, accessed 2026-01-05" in done.output
    hub = open_datasets(data)
    assert [each.n_left_out for each in overlays(hub.databases["new"])] == [1]
    hub.close()
