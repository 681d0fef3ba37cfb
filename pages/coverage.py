"""Coverage: what is left to code, and how good were the finds? For whoever runs the coding."""

from sayso.views import coverage, filters

view = filters.current()
stages = coverage.article_answer(view.database)
coverage.head(view.database, stages)
coverage.articles(view.database, stages)
coverage.in_bulk(view.database)
coverage.rules(view.database)
