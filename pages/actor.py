"""Actor: where does this one stand, in which words, and who says so? For the analyst who prepares a meeting."""

from sayso.reports.actor import actor as report
from sayso.views import actor, empty, filters

view = filters.current()
if not empty.is_empty(view, len(view.lookup.actors), "actor"):
    who = actor.choose(view)
    if who is not None:
        actor.show(report(view.database, view.scope, actor=who))
