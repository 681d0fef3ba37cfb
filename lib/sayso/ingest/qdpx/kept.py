"""What Sayso's tables have no column for, as JSON beside them."""

from __future__ import annotations

from typing import Any

from sayso.ingest.qdpx.choices import Chosen
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.rows import Rows


def kept(project: Project, chosen: Chosen, made: Rows) -> dict[str, Any]:
    """Plain values for JSON: codebook, every coding with its place in the kept numbering, variables, sets, links, memos."""
    articles = {
        key: row["article_id"] for key, row in zip(project.sources, made.tables["articles"], strict=True)
    }
    return {
        "origin": project.origin, "name": project.name, "positions": made.counting.words, "chosen": chosen.said,
        "not_held": dict(project.unheld),
        "codebook": [
            {"guid": code.key, "name": code.name, "parent": code.parent, "description": code.description}
            for code in project.codes.values()
        ],
        "codings": {
            "columns": ["article_id", "start", "stop", "code", "coder", "coded_on"],
            "rows": [
                [articles[s.source], s.start, s.stop, s.code, s.coder, s.coded_on and s.coded_on.isoformat()]
                for s in project.segments
            ],
        },
        "variables": {articles[key]: source.variables for key, source in project.sources.items() if source.variables},
        **project.beside,
    }  # fmt: skip
