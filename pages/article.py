"""Article: what does it say, and who is quoted in it? For whoever checks a quote in its place."""

from sayso.views import article, empty, filters

view = filters.current()
chosen = article.choose(view)
if not empty.is_empty(view, 1 if chosen else 0, "article") and chosen:
    article.show(view, chosen)
