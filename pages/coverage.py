"""Coverage: what is left to code, and how good were the finds? For whoever runs the coding."""

from sayso.views import coverage, filters

coverage.show(filters.current())
