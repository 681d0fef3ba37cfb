"""An optional language model, off by default: it proposes, the article's own words decide what is kept."""

from sayso.ingest.model.disclosure import leaves_the_machine
from sayso.ingest.model.errors import ModelError
from sayso.ingest.model.find import find_with_model
from sayso.ingest.model.findings import ModelFindings, Unverified
from sayso.ingest.model.settings import Settings, configured, read_settings

__all__ = [
    "ModelError",
    "ModelFindings",
    "Settings",
    "Unverified",
    "configured",
    "find_with_model",
    "leaves_the_machine",
    "read_settings",
]
