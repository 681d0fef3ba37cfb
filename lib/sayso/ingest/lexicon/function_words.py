"""Small closed classes of English words."""

from __future__ import annotations

AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might must should "
    "shall ought 's 're 've 'd 'll 'm n't not ca wo cannot".split()
)
FINITE_AUXILIARIES = frozenset(
    "is are was were am has have had do does did will would can could may might must should shall ca wo cannot".split()
)
BE = frozenset("is are was were be been being am 's 're 'm".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("will would can could may might must should shall ca wo 'll 'd cannot".split())
ADVERBS = frozenset(
    "also then later further again once repeatedly previously recently often never even still just only always first "
    "reportedly publicly privately now already instead there here both all too long ever perhaps largely simply flatly "
    "soon twice thus however though meanwhile initially ultimately eventually earlier nonetheless nevertheless "
    "likewise similarly separately immediately quickly strongly openly famously falsely correctly rightly wrongly "
    "apparently allegedly sometimes usually generally typically more so".split()
)
SEMI_AUXILIARIES = frozenset(
    "continue continued continues began begins begin went appeared appears seemed seems sought seeks tried tries used "
    "going started starts wanted wants kept keeps keep stopped stops".split()
)
PRONOUNS = frozenset(
    "he she they it i we you who which that this these those others some many one everyone everybody nobody neither "
    "both most few several all none someone anyone another".split()
)
PERSONAL = frozenset("he she they it i we you".split())
SUBORDINATORS = frozenset(
    "that because as when while after before if although though whether since unless until till where whereas once "
    "which who whom whose what how why but and or so than amid despite".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december feb apr aug "
    "sept sep oct nov dec jan. feb. aug. sept. oct. nov. dec.".split()
)
TIME_WORDS = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "today yesterday tomorrow tonight morning afternoon evening night week weekend month year earlier later "
        "ago overnight".split()
    )
)
ABBREVIATIONS = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Col Lt Sgt St Jr Sr Prof Rev Hon Sec Pres Capt Cmdr Adm Maj Brig Inc "
    "Corp Co Ltd vs Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec No Ariz Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md "
    "Mich Minn Miss Mo Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Atty Supt Messrs".split()
)
