"""Verbs that tell an event by themselves, by PLOVER kind; combinations of words stand in plover.py."""

from __future__ import annotations

_VERBS = {
    "CONSULT": "confer parley telephone phone mediate negotiate convene huddle meet tour",
    "SUPPORT": "hail applaud laud commend congratulate salute exonerate vindicate ratify endorse praise thank congratulate "
    " reaffirm condole welcome",
    "CONCEDE": "relent acquiesce backtrack backpedal pardon reprieve parole unblock unfreeze legalise legalize compensate "
    "apologise apologize decriminalise decriminalize waive acquit reinstate liberalise liberalize amnesty rehabilitate "
    "naturalise naturalize",
    "COOPERATE": "cooperate collaborate extradite",
    "AID": "donate lend airlift subsidise subsidize shelter rescue vaccinate resettle rehouse "
    " ",
    "RETREAT": "withdraw retreat vacate evacuate surrender capitulate resign disarm demobilise demobilize relinquish cede disband "
    "abdicate dismantle ",
    "INVESTIGATE": "investigate probe inspect scrutinise scrutinize audit exhume interrogate subpoena",
    "DEMAND": "demand urge implore beseech exhort petition plead beg insist beg",
    "DISAPPROVE": "accuse blame condemn criticise criticize denounce deplore decry slam rebuke lambast lambaste castigate chide berate "
    "ridicule mock deride vilify fault impugn censure reprimand admonish upbraid excoriate sue impeach",
    "REJECT": "reject refuse veto spurn rebuff defy flout disobey scuttle torpedo quash rescind renege snub repudiate disavow "
    "overrule shun ",
    "THREATEN": "threaten blackmail",
    "PROTEST": "demonstrate riot picket barricade mutiny rampage rally protest march boycott",
    "SANCTION": "sanction expel blacklist embargo sever withhold freeze downgrade",
    "MOBILIZE": "deploy redeploy mobilise mobilize amass mass rearm remilitarise conscript garrison",
    "COERCE": "arrest detain jail imprison incarcerate sentence convict raid evict dissolve outlaw confiscate seize demolish raze "
    "bulldoze loot vandalise vandalize ransack kidnap abduct hijack censor deport disperse ban depose oust purge "
    "disqualify expropriate nationalise nationalize sabotage destroy torch ",
    "ASSAULT": "kill murder stab behead lynch rape torture assault ambush wound injure maim poison bomb explode detonate "
    "massacre mutilate attack assassinate slaughter decapitate shoot slay immolate bludgeon",
    "FIGHT": " clash shell bombard pound strafe invade besiege encircle storm overrun recapture repel battle skirmish conquer "
    "repulse annex ",
}  # fmt: skip
_IRREGULAR = {
    "meet": "met", "withdraw": "withdrew withdrawn", "lend": "lent", "shoot": "shot", "slay": "slew slain",
    "overrun": "overran", "freeze": "froze frozen", "withhold": "withheld", "beg": "begged begging",
    "beseech": "besought",
}  # fmt: skip
_DOUBLES = frozenset("deter expel overrun rebel ban torpedo stab beg kidnap snub".split())


def _forms(verb: str) -> list[str]:
    if verb.endswith("e"):
        regular = [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    elif verb.endswith("y") and verb[-2] not in "aeou":
        regular = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    else:
        stem = verb + verb[-1] if verb in _DOUBLES else verb
        plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
        regular = [verb, plural, stem + "ed", stem + "ing"]
    irregular = _IRREGULAR.get(verb, "").split()
    return [form for form in regular if not (irregular and form.endswith("ed"))] + irregular


# each form of each verb → kind
_FORMS_ONLY = {
    "freed": "CONCEDE", "frees": "CONCEDE", "freeing": "CONCEDE", "fined": "COERCE", "fines": "COERCE", "hanged": "ASSAULT",
    "fought": "FIGHT", "fights": "FIGHT", "beaten": "ASSAULT",
}  # fmt: skip
VERB_KINDS: dict[str, str] = _FORMS_ONLY | {
    form: kind for kind, verbs in _VERBS.items() for verb in verbs.split() for form in _forms(verb)
}
