"""Article in, proposals out: pure steps over immutable text, offline, without a model."""

from sayso.ingest.chain import extract
from sayso.ingest.records import Extraction, Issue, KnownActor
from sayso.ingest.stances.codebook import issue_of

__all__ = ["Extraction", "Issue", "KnownActor", "extract", "issue_of"]
