"""Review: what was found in an article, and does it count? For the coder, by keyboard."""

from sayso.views import filters, review

review.show(filters.current())
