"""Verbs that attribute, by class, with their inflections and the prepositions that they take."""

from __future__ import annotations

import re

from sayso.ingest.records import CueClass

SPEECH = (
    "say tell add note argue announce suggest report write explain acknowledge claim insist assert state declare "
    "conclude maintain contend warn admit recall remark reply respond confirm reveal observe stress emphasize emphasise "
    "underscore underline reiterate repeat promise pledge vow predict estimate indicate caution counter complain concede "
    "quip joke tweet comment continue testify allege charge recount assure inform remind notify advise hint imply boast "
    "lament muse opine swear affirm clarify exclaim shout yell scream whisper ask wonder inquire protest disclose "
    "disagree posit theorize interject retort hypothesize speculate proclaim profess elaborate agree read text email "
    "post reason retweet deadpan chant intone gush relay signal stipulate reaffirm reassert pronounce avow bemoan scoff "
    "snap bellow thunder echo summarize surmise answer quote blog"
).split()
COGNITION = (
    "think believe feel hope fear worry expect doubt know understand realize suspect assume guess imagine consider "
    "decide wish anticipate see forget remember learn conclude"
).split()
EVIDENTIAL = "show find suggest indicate reveal demonstrate prove conclude estimate project rank rate".split()
ATTITUDE = (
    "criticize criticise condemn denounce slam blast mock praise applaud welcome hail laud support back endorse oppose "
    "reject dismiss defend embrace favor favour tout deny dispute decry blame demand propose recommend cite describe "
    "call label brand dub term characterize characterise portray accuse urge encourage deride ridicule rebuke assail "
    "lambaste chide disavow repudiate question challenge express voice want seek prefer like love hate regret downplay "
    "outline discuss detail mention rip bash champion deplore lash hit rail advocate compare liken highlight refer "
    "allude attack threaten refuse decline plan intend order direct promote brag vote point speak talk lecture push "
    "plead appeal request"
).split()

ASKS = frozenset("questioned pressed demanded wanted went".split())  # after a question in quotation marks

PREPOSITIONS: dict[str, frozenset[str]] = {
    verb: frozenset(words.split())
    for verb, words in {
        "call": "for on", "vote": "for against", "point": "to out", "speak": "of about against out",
        "talk": "about of", "lash": "out", "hit": "out", "rail": "against", "refer": "to", "allude": "to",
        "brag": "about", "advocate": "for", "complain": "about of", "worry": "about", "think": "about of",
        "agree": "with to on that", "disagree": "with", "argue": "for against", "push": "for",
        "warn": "of about against", "boast": "about of", "comment": "on about", "respond": "to", "plan": "to on for",
        "hope": "for to", "want": "to", "seek": "to", "intend": "to", "refuse": "to", "decline": "to",
        "threaten": "to", "promise": "to", "pledge": "to", "vow": "to", "decide": "to", "expect": "to",
        "lament": "about", "caution": "against about", "wonder": "about if whether", "ask": "about for if whether", "joke": "about",
        "testify": "about", "write": "about", "tweet": "about", "report": "on", "insist": "on", "appeal": "for", "plead": "for", "hint": "at",
    }.items()
}  # fmt: skip
NEEDS_PREPOSITION = frozenset(
    "vote point speak talk lash hit rail refer allude brag push appeal plead".split()
)
NEEDS_TO = frozenset("plan intend refuse decline threaten".split())
TAKES_ADDRESSEE = frozenset("tell ask inform remind assure notify warn advise text email".split())
TO_ADDRESSEE = frozenset("say announce complain explain write suggest confirm speak reveal admit".split())
NEVER_AFTER_CONTENT = frozenset("post read quote learn".split())
INVERTS = frozenset(
    "say report write explain tweet quip argue insist add note warn recall declare claim predict complain joke "
    "caution conclude reply".split()
)
TAKES_CLAUSE = frozenset(
    "say argue believe think claim contend maintain insist note acknowledge predict assert warn explain concede "
    "complain allege reply hope doubt estimate testify".split()
)
TAKES_NOUN = frozenset(
    "announce acknowledge predict confirm suggest report admit claim reveal see fear expect doubt understand know "
    "consider show find ask question promise pledge vow reiterate emphasize emphasise stress underscore underline note "
    "repeat decide hope threaten agree caution warn stipulate lament allege reaffirm recall tweet".split()
)
ONLY_BEFORE_THAT = frozenset(
    "read text post email charge reason relate rank rate project echo signal snap".split()
)
AMBIGUOUS_NOUNS = frozenset(
    "report reports claim claims statement call calls comment comments note notes plan plans question questions fear "
    "fears hope hopes support promise promises view charge charges attack attacks demand demands thought post posts "
    "text texts vote votes order orders estimate estimates request requests challenge concern concerns complaint joke "
    "jokes tweet tweets poll show shows finding findings back read state states remark remarks reply answer point "
    "points talk talks doubt doubts love hate thinking feeling feelings understanding meaning reason reasons warning "
    "writing detail details email emails quote quotes project projects brand label term terms protest protests hit hits "
    "push signal signals appeal desire pledge pledges".split()
)

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "think": "thinks thought thinking", "know": "knows knew known knowing", "feel": "feels felt feeling",
    "understand": "understands understood understanding", "find": "finds found finding",
    "see": "sees saw seen seeing", "show": "shows showed shown showing", "swear": "swears swore sworn swearing",
    "forget": "forgets forgot forgotten", "read": "reads read reading", "seek": "seeks sought seeking",
    "speak": "speaks spoke spoken speaking", "hit": "hits hit hitting", "learn": "learns learned learnt learning",
}  # fmt: skip
_DOUBLED = frozenset("quip admit slam rip dub brag plan refer prefer regret chat snap rebut".split())


def inflections(verb: str) -> list[str]:
    """The forms of a verb: base, third person, past, participles."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if re.search(r"(s|sh|ch|x|z)$", verb):
        third = verb + "es"
    else:
        third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"
    if verb.endswith("e"):
        return [verb, third, verb + "d", verb[:-1] + "ing"]
    if re.search(r"[^aeiou]y$", verb):
        return [verb, third, verb[:-1] + "ied", verb + "ing"]
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return [verb, third, stem + "ed", stem + "ing", verb + "ed", verb + "ing"]


_CLASSES: tuple[tuple[CueClass, list[str]], ...] = (
    ("attitude", ATTITUDE), ("evidential", EVIDENTIAL), ("cognition", COGNITION), ("speech", SPEECH)
)  # fmt: skip
# form → (verb, class); a verb in two classes takes the last: speech wins.
CUES: dict[str, tuple[str, CueClass]] = {
    form: (verb, kind) for kind, verbs in _CLASSES for verb in verbs for form in inflections(verb)
}

SPEECH_NOUNS = frozenset(
    "claim claims statement statements assertion assertions comment comments remark remarks argument allegation "
    "allegations suggestion announcement warning promise pledge vow contention prediction charge complaint insistence "
    "declaration acknowledgment admission observation accusation accusations quip boast reminder message tweet pledges promises threat threats".split()
)
_NOUNS_OF = {
    "express": "concern concerns hope hopes confidence support doubt doubts interest regret disappointment frustration "
    "outrage alarm fear fears optimism skepticism belief",
    "voice": "concern concerns hope hopes support doubt doubts opposition frustration alarm",
    "decline": "comment", "refuse": "comment", "make": "clear claim claims case argument statement remarks comments "
    "point promise announcement", "raise": "questions concerns doubts possibility question", "issue": "statement "
    "warning", "take": "responsibility issue credit", "claim": "credit responsibility", "give": "assurances speech",
    "warn": "clear",
}  # fmt: skip
WITH_NOUN: dict[str, frozenset[str]] = {
    form: frozenset(nouns.split()) for verb, nouns in _NOUNS_OF.items() for form in inflections(verb)
} | {
    form: frozenset(_NOUNS_OF[verb].split())
    for verb, forms in (
        ("make", "made makes making"),
        ("take", "took taken takes taking"),
        ("give", "gave given giving"),
    )
    for form in forms.split()
}
