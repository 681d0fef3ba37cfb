"""Add articles: what text comes in, and is it what it seems? For coders."""

from sayso.views import add, filters

add.show(filters.current().database)
