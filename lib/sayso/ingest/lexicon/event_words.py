"""Words around an event: what is expected, demanded, begun, denied, usual, or only said by way of opinion."""

from __future__ import annotations

EXPECTED_BY = frozenset(
    "expected scheduled due set plan plans planned planning going about intends intend intended poised likely ready preparing "
    "prepares prepared hopes hope slated bound sure".split()
)
BEGUN_BY = frozenset(
    "began begin begins begun start started starts continue continued continues resume resumed resumes kept keep keeps stop "
    "stopped stops ceased finished managed helped proceeded went used".split()
)
GOING_ON = frozenset(
    "continue continues continued continuing keep keeps kept remain remains remained maintain maintains maintained".split()
)
TRIED = frozenset("tried try tries attempted attempt attempting attempts sought".split())
FAILED = frozenset("failed fail fails failing unable refused declined neglected".split())
DEMANDED_BY = frozenset(
    "for demand demands demanded demanding urge urged urges urging order ordered orders stipulating stipulates require requires required "
    "seek seeks sought seeking request requested requests insist insisted ensure want wants wanted advocated advocate need needs "
    "propose proposed proposing demanded".split()
)
DEMAND_NOUNS = frozenset(
    "need demand demands call calls appeal appeals condition conditions request requests deadline timetable".split()
)
LEADS_TO = frozenset(("lead to", "leads to", "led to"))
HYPOTHETICAL = frozenset("if unless whether lest".split())
MAYBE = frozenset("could may might can ca cannot".split())
OUGHT = frozenset("should must ought".split())
WILL = frozenset("will would shall 'll wo".split())
USUALLY = frozenset(
    "often always usually generally typically routinely regularly historically frequently sometimes rarely never long traditionally "
    "repeatedly increasingly commonly".split()
)
# triggers that tell an opinion or a wish rather than an act
OPINIONS = frozenset(
    "should must need needs unacceptable angrily support supports supporting supported backing support underscoring intend intends plans plan "
    "ready willing prepared seek seeks seeking sought proposal proposals propose reform reforms relax angry allow allows restrict restricts "
    "restricting cooperation denied denies deny denying insists insisted insisting insist invited invite invites warns opposes oppose disputes dispute warns back backs".split()
)
DENIED_BY = frozenset("denied denies deny denying refuted rejects rejected dismissed".split())
# a place or a source, not somebody who acts or is acted on
LOCATIVE = frozenset("in near inside across around outside throughout within".split())
