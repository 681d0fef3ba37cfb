"""Words that tell an organisation, a state or a group, and the kind of actor each makes."""

from __future__ import annotations

from sayso.ingest.records import ActorKind

_WORDS: tuple[tuple[ActorKind, str], ...] = (
    (
        "organisation",
        "committee movement organisation organization agency department bureau office commission group groups institute "
        "university foundation association federation company corp corporation inc forum center centre campaign pac "
        "board club college school church bank union fund trust network council court courts project society league "
        "police hospital firm think-tank service services tribunal authority secretariat delegation taskforce panel "
        "conference mission academy lab laboratory initiative institution chamber team fbi cia nsa doj ferries industries "
        "resources traders airlines holdings plc ltd gmbh collective confederation cooperative solidarity convention "
        "congregation diocese synod syndicate consortium partners enterprises petroleum railways exporters community",
    ),
    (
        "government",
        "government administration ministry regime cabinet treasury pentagon kremlin junta inspectorate",
    ),
    ("parliament", "parliament congress senate assembly knesset duma bundestag legislature lawmakers majlis"),
    ("party", "party democrats republicans conservatives labour liberals greens"),
    ("alliance", "coalition alliance nations bloc axis nato"),
    (
        "armed group",
        "militia militias brigade brigades front guard guards battalion battalions rebels insurgents faction factions "
        "hezbollah daesh isis isil taliban hamas army resistance",
    ),
    (
        "media",
        "times post journal news tribune herald gazette chronicle guardian telegraph agency-news tv radio newspaper "
        "magazine cnn bbc reuters afp nbc cbs abc msnbc pbs npr politico breitbart buzzfeed bloomberg press "
        "broadcaster reports outlet daily weekly review observer courier",
    ),
    (
        "group",
        "forces troops officials diplomats leaders voters supporters sources analysts experts activists protesters "
        "critics lawyers aides allies advisers residents clerics commanders soldiers families workers students "
        "elders doctors farmers unions witnesses refugees people authorities delegates investigators prosecutors",
    ),
)
HEADS: dict[str, ActorKind] = {word: kind for kind, words in _WORDS for word in words.split()}  # fmt: skip
FACILITIES = frozenset(
    "airport street avenue road square bridge hall hotel stadium arena river mountain lake island valley bay gulf sea "
    "ocean tower house prison camp base port station park plaza building palace theater theatre room desert city county "
    "province district day week war act bill accord agreement treaty award prize cup olympics games amendment constitution "
    "deal law pact summit".split()
)
LANDMARKS = frozenset(
    "dam river prison camp bridge valley crossing road mine refinery bay lake mountains mountain hills island islands "
    "peninsula strait square stadium airport hospital bridge highway district province basin skerries reef beach "
    "exchange side area region neighbourhood neighborhood suburb".split()
)
SHIPS = frozenset("mv ss hms uss rms hmas".split())
DOCUMENTS = frozenset("bill statement letter resolution decree communique memo petition law motion".split())
OUTLET_WORDS = frozenset(
    "newspaper magazine paper outlet network channel agency broadcaster daily website editorial article story report".split()
)
PLURAL_COLLECTIVES = frozenset(
    "aides officials sources supporters critics voters analysts experts advisers allies lawyers leaders members "
    "groups reports lawmakers democrats republicans".split()
)
