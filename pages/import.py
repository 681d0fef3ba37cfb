"""Import: which tables or coded files come in, and what do their columns mean? For coders."""

from sayso.views import filters, importing

importing.show(filters.current())
