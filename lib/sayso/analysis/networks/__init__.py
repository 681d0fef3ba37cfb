"""Discourse networks from coded statements: who shares positions with whom, who stands where."""

from sayso.analysis.networks.counts import Counts, count
from sayso.analysis.networks.one_mode import one_mode
from sayso.analysis.networks.selection import Selection, kept
from sayso.analysis.networks.two_mode import two_mode
from sayso.analysis.networks.windows import Window, windows

__all__ = ["Counts", "Selection", "Window", "count", "kept", "one_mode", "two_mode", "windows"]
