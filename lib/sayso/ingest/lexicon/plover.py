"""Words that tell an event, by PLOVER kind. The weight decides where several kinds fit one clause."""

from __future__ import annotations

from sayso.ingest.lexicon.gate import Gated, gated, index

VERBAL_COOPERATION = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")
MATERIAL_COOPERATION = ("COOPERATE", "AID", "RETREAT", "INVESTIGATE")
VERBAL_CONFLICT = ("DEMAND", "DISAPPROVE", "REJECT", "THREATEN")
MATERIAL_CONFLICT = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FIGHT")
MATERIAL = frozenset((*MATERIAL_COOPERATION, *MATERIAL_CONFLICT))
KINDS = (*VERBAL_COOPERATION, *MATERIAL_COOPERATION, *VERBAL_CONFLICT, *MATERIAL_CONFLICT)
QUADS = {
    kind: number
    for number, kinds in enumerate(
        (VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT), start=1
    )
    for kind in kinds
}

_FEW = r"(?:[\w'’.-]+\s+){0,%d}?"
_TROOPS = r"(?:troops?|forces|soldiers|army|armies|military|warships?|tanks?|peacekeep\w+|reservists?|police|patrols?|missiles?|units?|planes?|jets?|contingent|weapons|battalions?|brigades?|regiments?|divisions?|frigates?|destroyers?|carriers?|squadrons?|fleet|marines|paratroopers|commandos|artillery|armou?r|gunboats?|corvettes?|guardsmen|gendarmes)"
_HELP = r"(?:aid|assistance|loans?|grants?|relief|food|supplies|medicine|dollars|money|funds?|equipment|support|asylum|refuge|help)"
_MEET = r"(?:talks?|meetings?|summit|negotiations?|consultations?|discussions?|conversations?|dialogue)"

_SOURCES: tuple[tuple[str, int, str], ...] = (
    # threats and refusals first: the helping verb decides, not what it governs
    (
        "THREATEN",
        95,
        r"(?<!-)\bthreaten(?:s|ed|ing)?\b|(?:issued?|gave|delivered) (?:an )?ultimatum|(?:give|gave)\w* (?:[\w-]+ ){1,6}(?:ultimatum|deadline)",
    ),
    (
        "THREATEN",
        94,
        r"\b(?:will|would)\s+"
        + _FEW % 12
        + r"unless\b|warn(?:s|ed|ing)?\s+"
        + _FEW % 10
        + r"(?:(?:it|they|he|she|we|I) (?:would|will)|retaliat\w+|attack|war|consequences|force)|(?:vow(?:s|ed)?|swore|sworn|swears?|pledged|promised) (?:to )?(?:retaliat\w+|revenge|attack|avenge|punish|crush|destroy|fight|attack|strike|kill|hit back|respond)",
    ),
    (
        "COERCE",
        91,
        r"\b(?:held|holding|kept) (?:\w+ ){0,3}without (?:charge|trial)\b|\b(?:extend(?:ed|s|ing)?|impos(?:ed|es|ing)|declar(?:ed|es|ing))\b[^,;]{0,30}?\bcurfew\b",
    ),
    ("CONSULT", 91, r"\b(?:spoke|spoken|talked) (?:to each other )?(?:by|over|on) (?:the )?(?:tele)?phone\b"),
    (
        "CONCEDE",
        91,
        r"\b(?:suspend(?:ed|s|ing)?|call(?:ed|s|ing)? off|end(?:ed|s|ing)?) (?:its|their|the|a) (?:[\w-]+ ){0,2}(?:strike|boycott|protests?|sit-in|blockade)\b",
    ),
    # what is lifted, ordered or looked into decides, not the curfew, the newspaper or the envoys
    (
        "CONCEDE",
        91,
        r"\b(?:lift(?:ed|s|ing)?|eas(?:ed|es|ing)|shorten(?:ed|s|ing)?|relax(?:ed|es|ing)?|end(?:ed|s|ing)|repeal(?:ed|s|ing)?|scrapp?(?:ed|s|ing)?|drop(?:ped|s)|revok(?:ed|es)|suspended)\b[^,;]{0,45}?\b(?:state of emergency|emergency rule|curfews?|restrictions|martial law|censorship|the ban|(?:a|its|their) ban|(?:press|travel|speech) bans?|charges|controls)\b|\btak(?:e|es|en|ing) (?:\w+ ){0,3}steps (?:to|toward|towards) (?:\w+ )?(?:enhanc|improv|expand|open|liberal|reform|democrat|restor|free)\w*|\b(?:gave|gives?|given) (?:in|way) to\b|\b(?:bow(?:ed|s)|yield(?:ed|s)) to\b|\bdecided to (?:allow|permit|free|release|let)\b",
    ),
    (
        "RETREAT",
        91,
        r"\b(?:lift(?:ed|s|ing)?|end(?:ed|s|ing)|eas(?:ed|es))\b[^,;]{0,45}?\b(?:blockade|siege|embargo|occupation|offensive)\b|\b(?:laid|lay|laying|put) down (?:their |its )?(?:arms|weapons)\b|\b(?:vacat|disband)(?:ed|es|ing|s)?\b",
    ),
    (
        "INVESTIGATE",
        91,
        r"\b(?:sent|send|dispatch\w*|appoint\w*|set up|form(?:ed|s)|order(?:ed|s)|named)\b[^;]{0,110}?\bto (?:investigate|probe|examine|look into|inspect|verify|assess|inquire)\b|\b(?:visited|toured|arrived|flew|travel\w+)\b[^;]{0,80}?\bto (?:investigate|probe|examine|look into|inspect|verify)\b|\b(?:order(?:ed|s)|launch(?:ed|es)|open(?:ed|s)|began|start(?:ed|s)) (?:an? |the )?(?:\w+ ){0,3}?(?:investigation|inquiry|probe|audit|review)\b",
    ),
    (
        "COERCE",
        91,
        r"\border(?:ed|s)\b[^;]{0,60}?\bto (?:suspend (?:publication|broadcast\w*|operations)|close|shut|cease|stop (?:publishing|broadcasting|printing))\b|\b(?:hold(?:s|ing)?|held|us(?:ed|es|ing))\b[^;,]{0,60}\bas human shields\b|\b(?:(?:fir|us|lobb|shoot|launch)(?:ed|es|ing) )?(?:volleys of )?tear[- ]?gass?(?:ed)?\b|\bus(?:ed|ing) (?:batons|truncheons)\b|\bwater cannons?\b|\brubber bullets\b|\bburn(?:ed|t) down\b|\bunder house arrest\b|\brounded up (?:\d|dozens|hundreds|scores|suspect|opponents|more than|at least|students|activists|critics)|\bshut(?:s|ting)? down\b|\block(?:ed|s|ing) up\b|\bclos(?:ed|es|ing) (?:its|the|their|a|all) (?:\w+ ){0,3}?(?:border|borders|crossings?|frontier|checkpoints?|airspace|newspaper|station|broadcaster|newsroom|website)\b|\b(?:expropriat|nationali[sz]|interrogat)(?:ed|es|ing)\b|\bfin(?:ed|es) (?:the )?[A-Z]",
    ),
    (
        "DISAPPROVE",
        91,
        r"\bsummon(?:ed|s|ing)?\b[^;]{0,60}?\b(?:ambassador|envoy|charg[ée] d[’']affaires|diplomats?)\b|\b(?:is |are |was |were )?su(?:ed|es|ing)\b|\b(?:fil(?:ed|es|ing)|lodg(?:ed|es|ing)|brought)\b[^,;]{0,25}\b(?:complaint|lawsuit|suit|legal action)\b|\battack(?:ed|s|ing)?\b[^,;]{0,50}?\b(?:over|for (?:his|her|its|their|\w+ing)|as (?:an? |\w+ing)|in (?:an? |the |his |her |their |[\w-]+ )*(?:tweets?|interviews?|speech|ads?|statement|debate|letter|column|op-ed|book|posts?))\b",
    ),
    (
        "REJECT",
        90,
        r"\brejects?\b|\brejected\b|\brejecting\b|\brefus(?:es|ed|ing|e)\b|\bdeclin(?:ed|es) to\b|\bspurn\w*|\brebuff\w*|\bvetoe?\w*|\b(?:does|do|did|could|can) not (?:accept|allow|agree|negotiate|permit|recogni[sz]e|sign|compromise)\b|\b(?:will|would) not (?:accept|allow|agree|negotiate|permit|recognis?z?e|sign|attend|join|withdraw|return|talk|meet|hand|compromise|participate|take part|be allowed)|\bruled out\b|\bturn(?:ed|s) down\b|\bthr(?:ew|ows|own) out (?:the|an?|his|her)\b|\breneg(?:ed|es|ing)\b|\bout of the question\b|\bfail(?:ed|s|ing)? to (?:reach|agree|sign|comply|honou?r|ratify|approve|respond|attend)\b|\bdismiss(?:ed|es|ing) [^,;.]{2,40} as\b|\bdismiss(?:ed|es|ing) (?:an? |the |his |her |their |its |\w+ )?(?:appeals?|calls?|demands?|offers?|proposals?|plans?|requests?|idea|suggestions?|possibility)\b|\bviolat(?:ed|es|ing) (?:the |an? )?(?:\w+ )?(?:ban|order|embargo|law|treaty|pact|accord|border|airspace)\b|\bflout\w*|\bsnub(?:bed|s)?\b|\bbalk(?:ed|s)? at\b|\bblock(?:ed|s|ing) (?:an? |the |\w+ )?(?:\w+ )?(?:resolution|bill|motion|deal|plan|proposal|move|vote|bid|request|entry|accession)\b|\bvot(?:ed|es|ing) (?:by [\w ]{3,20} )?(?:against|down)\b|\boverrul(?:ed|es)\b|\bstr(?:uck|ikes?) down\b|\bbacked out\b|\btore up\b|\bwalked away from\b|\babandon(?:ed|s) (?:the |its |their )?(?:talks|deal|agreement|truce|plan)\b|\bwon't\b|\bunwilling\b|\bdefied\b|\bdefying\b|\bbroke off (?:talks|negotiations)|\bresist(?:ed|s)? (?:calls|demands|pressure)|\bviolat(?:ed|ing) (?:the |a )?(?:cease-?fire|truce|agreement)|\boppos(?:es|ed)\b|\bdisregard\w*|\bignor(?:ed|es|ing) (?:the |an? |his |her |their |its |\w+ )?(?:calls?|demands?|appeals?|orders?|summons|requests?|warnings?|ruling|deadline)",
    ),
    (
        "INVESTIGATE",
        88,
        r"\binvestigat\w+|\binquir\w+ into|\bopened (?:an? )?"
        + _FEW % 3
        + r"(?:hearing|inquiry|probe)|\bprobe[sd]?\b|\bfact-finding|\binspect(?:ed|ing|ion)\b|\bexhum\w+|\bautops(?:y|ies)\b|\bquestion(?:ed|ing) (?:suspects?|witness(?:es)?|him|her|them|officials|\d+)\b|\bsearch(?:ed|es|ing) (?:the |his |her |their )?(?:\w+ )?(?:homes?|offices?|houses?|premises)\b|\bwar crimes tribunal",
    ),
    (
        "PROTEST",
        86,
        r"\bdemonstrat(?:ed|ions?|ors|ing|e)\b|\bprotest(?:ed|ers|s|ing)?\b(?! with| to\b| note)|\bhunger strikes?|\b(?:on|general|went on|staged|began|sit-in) strike\b|\ba strike\b|\bstrikes? (?:over|to protest|against)|\bstrikers?\b|\bstopp?ed work|\brall(?:y|ied|ies)\b|\bmarched\b|\briot(?:ed|ers|ing|s)?\b(?! police| gear)|\b(?:barricad(?:ed|ing|es)|block(?:ed|aded|ing|s|ading|ade)) (?:\w+ ){0,3}?(?:roads?|highways?|streets?|bridges?|traffic|transport|access|entrances?|squares?|ports?|border|crossings?|railways?|lines?|trains?|buildings?|Bridge)\b|\bpicket(?:ed|ing|s)?\b|\bwalk-?outs?\b|\bdowned tools\b|\bmutin(?:y|ied|ies)\b|\brampag(?:ed|ing)\b|\bchant(?:ed|ing)\b|\bvigils?\b|\b(?:day|hour|week)(?:-long)? strike\b|\b(?:nationwide|national|one-day|indefinite|teachers[’']|doctors[’']|miners[’']|transport|dock|railway|rail) strikes?\b|\bwalk(?:ed)? out\b|\bboycott(?:ed|ing|s)?\b|\b(?:took to|poured into) the streets|\bsit-in\b|\bburn(?:ed|ing) (?:\w+ ){0,3}(?:flags?|effig\w+)",
    ),
    (
        "ASSAULT",
        84,
        r"\bsuicide (?:\w+ ){0,2}bomb\w*|\b(?:car|roadside|truck|bus) bomb\w*|\bassassinat\w+|\btortur\w+|\bbeat(?:en|ing)?(?: up)?\b(?! the)|\bstabb(?:ed|ing)\b|\bmassacre\w*|\brap(?:ed|ing)\b|\bmurder(?:ed|s|ing)\b|\bmachetes\b|\bbomb(?:ing)? (?:attack|killed|exploded)|\bdrone strike|\bshot (?:dead|and killed|and wounded|at|the|an?|his|her|two|three|\d+)\b|\b(?:threw|hurled|lobbed) (?:\w+ )?(?:grenades?|petrol bombs?)|\bgunn?ed down|\bpoison(?:ed|ing)\b|\bhacked to death|\bwounded\b|\bkill(?:ed|s|ing)?\b|\battack(?:ed|s|ers)?\b|\bambush\w*|\bbomb(?:ed|ings?)\b|\bexplosion\b|\bblown? up\b|\bmug(?:ged)\b|\bexecut(?:ed|ing|es|ions? of) (?:[\w’'-]+ ){0,3}?(?:prisoners?|men|people|soldiers|opponents|convicts?|hostages?|civilians|\d+)\b|\b(?:was|were|been|be) executed\b(?! by)|\bset fire|\btorch(?:ed)\b|\bstoned\b|\blynch\w*",
    ),
    (
        "FIGHT",
        85,
        r"\bshell(?:ed|ing)\b|\bopened fire\b|(?<!-)\bfired (?!tear|rubber|water)(?:\w+ ){0,4}(?:shells?|rockets?|missiles?|mortars?|bombs?|at)\b|\binva(?:ded|sion|ding)\b|\bclash\w*|\bfighting\b|\bbattl(?:ed|es|ing)\b|\bair ?strikes?|\bair raids?|\bbombard\w*|\b(?:re)?captur(?:ed|es|ing) (?:the |a |\w+ )?"
        + _FEW % 3
        + r"(?:town|village|city|base|positions?|area|territory|hill)|\bretaken\b|\bretook\b|\bseized (?:control|the (?:town|city|village))|\boverran\b|\bshot down\b|\bminefield|\bland ?mine|\bmounted\b.{0,30}\b(?:invasion|offensive|attack)|\boffensive against|\blaunched\b.{0,30}\b(?:offensive|assault|strikes?|raids?|attacks?)|\bforced (?:out|from)\b|\bethnic(?:ally)? cleans\w*|\boccup(?:ied|ation of)\b|\bwarplanes\b|\bgun ?battle|\bdeport(?:ed|ing|ations?)\b|\bexchanged (?:fire|gunfire)|\brockets? (?:rained|fell|landed)\b|\bdrove (?:\w+ ){1,4}out of\b|\bhelicopters? (?:and|fired|attacked)|\boust(?:ed)?\b",
    ),
    (
        "COERCE",
        82,
        r"\barrest(?:ed|s|ing)?\b|\bdetain\w*|\bjail(?:ed)?\b|\bimprison\w*|\bkidnapp?\w*|\babduct\w*|\bhostages?\b|\bdemolish\w*|\bcurfew\b|\bconfiscat\w+|\bseiz(?:ed|ure|ing)\b(?! on\b| upon| the (?:opportunity|moment|initiative|chance))|\bcensor\w*|\bhack(?:ed|ing)? into|\bcyber ?-?attack|\bsuspend publication|\bbann(?:ed|ing)\b|\bimposed (?:a )?(?:ban|martial law|state of emergency|restrictions)|\bmartial law|\bstate of emergency|\braid(?:ed|s)?\b|\bevict\w*|\bdispers(?:ed|e)\b|\btear ?gas|\bsentenced\b|\bclosed (?:down )?(?:the )?(?:newspaper|borders?|radio|office)|\bdestroy(?:ed|ing)\b|\brestrict(?:ed|ing)\b|\bcrack(?:ed)? ?down|\bconvicted\b|\bcharged with\b|\bblew up\b|\bloot\w*|\bdissolved\b|\boutlaw(?:ed)?\b",
    ),
    (
        "SANCTION",
        83,
        r"\bsanctions (?:on|against)\b|\bimposed\b.{0,25}\b(?:sanctions|embargo|tariffs|blockade)|\bembargo\b|\bexpel(?:led|s|ling)?\b|\bsuspen(?:ded|sion|ding)\b(?! (?:his|her|their|the|its) (?:\w+ ){0,2}(?:campaign|candidacy|bid|strike|hunger strike|protests?))|\bbr(?:oke|eak|oken) (?:off )?(?:diplomatic )?(?:relations|ties)|\bcut(?:s|ting)? (?:off )?(?:all |its |their |diplomatic |trade )*(?:aid|ties|relations|links|contacts?)|\bsever(?:ed)?\b.{0,20}\b(?:ties|relations|links)|\brecall(?:ed|ing)? (?:its|his|their|the) (?:ambassador|envoy)|\bhalt(?:ed|ing)\b.{0,20}\b(?:aid|exports?|talks|imports?|supplies|shipments)|\bfroze\b|\bwithdrew (?:its |the )?ambassador|\bblacklist\w*|\bcancel(?:l?ed|ling)?\b|\bcall(?:ed|s|ing) off\b|\breduced (?:aid|ties|relations)|\bended\b.{0,20}\b(?:mediation|aid|cooperation|ties)|\bpull(?:ed)? out of (?:the )?talks|\bblockad(?:ed?|es|ing)\b|\b(?:prohibit|bann?)(?:ed|s|ing)? (?:\w+ ){0,3}?(?:aid|trade|imports?|exports?|flights?|investment|visas?|travel|goods|sales)\b|\bden(?:y|ied|ies|ying) (?:\w+ )?(?:entry|visas?|accreditation|access)\b|\b(?:revok|withh)(?:ed|eld|es|ing|old|olds) |\bclos(?:ed|es|ing) (?:its|their) (?:embassy|consulate|airspace)\b|\bdowngrad(?:ed|es|ing)\b",
    ),
    (
        "MOBILIZE",
        80,
        r"\bmobili[sz]\w*|\bdeploy(?:ed|s|ment|ing)?\b|\bredeploy\w*|\bmass(?:ed|ing)\b.{0,15}"
        + _TROOPS
        + r"|\b(?:sent|sending|send|dispatch\w*|move[sd]|ordered)\s+"
        + _FEW % 5
        + _TROOPS
        + r"\b|\bon (?:high |full )?alert|\breinforcements\b|\breinforc(?:ed|ing) (?:its|their|the) (?:\w+ )?(?:troops|positions?|borders?|garrison|defen[cs]es|presence)\b|\bmaintained? (?:a |its )?(?:troop|military) presence|\bmilitary (?:exercises?|buildup|build-up)|\bcall(?:ed|ing) up reserv\w+|\bprepar(?:ed|ing|es|e) (?:to |for )?(?:\w+ ){0,2}?(?:shell|attacks?|assault|war|fight|invade|invasion|defend|shelling|launch|offensive|strike|deploy)\b|\btest-?fired|\bnuclear test|\btightened security|\bordered patrols",
    ),
    (
        "RETREAT",
        81,
        r"\bwithdr(?:ew|awn|awal|awing|aw)\b|\bmoved (?:away|back) from\b|\b(?:go|going|went|gone) back to barracks\b|\bpull(?:ed|s|ing)? (?:out|back)\b|\bpull-?out\b|\bretreat\w*|\bsurrender\w*|\bresign(?:ed|s|ing|ation)\b|\bstep(?:ped|ping)? down|\blift(?:ed|s|ing)? (?:\w+ ){0,4}(?:blockade|siege|embargo|sanctions|ban)|\bcease-?fire\b|\btruce\b|\bceded\b|\brelinquish\w*|\bdisarm(?:ed|ing|ament)?\b|\bdemobili[sz]\w*|\bhand(?:ed|ing)? over (?:power|weapons|control|territory)|\bleft (?:the )?(?:city|town|country|province|village|base|area|government|coalition|alliance)|\babandon(?:ed|s|ing) (?:the |their |its |an? )?(?:\w+ )?(?:outposts?|base|positions?|city|town|village|posts?|camps?|armed struggle|siege)\b|\b(?:hand|turn|giv|gav)(?:ed|ing|e|en)? (?:over|up) (?:\w+ ){0,3}?(?:weapons|arms|guns|power|control|territory|bases?)\b|\breturn(?:ed|ing)? to (?:their )?barracks\b|\bevacuat\w+|\breleas(?:ed|ing|es) (?:\w+ ){0,4}(?:prisoners of war|captured soldiers)|\bremoval of\b|\b(?:removed|dismantl\w+) (?:\w+ ){0,3}(?:checkpoints?|roadblocks?|troops|missiles|weapons)|\b(?:re)?opened\b.{0,20}\b(?:border|bridge|crossing)|\bpeacekeep\w+ (?:troops? |forces? )?arriv\w+|\bended (?:its|the|their) (?:occupation|siege|blockade|offensive)",
    ),
    (
        "CONCEDE",
        79,
        r"\blift(?:ed|s|ing)?\b.{0,25}\b(?:emergency|curfew|restrictions|martial law|censorship|ban)|\bshortened?\b.{0,20}\bcurfew|\beased?\b.{0,25}\b(?:restrictions|curfew|sanctions|ban|embargo)|\baccept(?:ed|s|ing) (?:the )?(?:\w+ )?(?:demands?|conditions|resignation|proposal)|\ballow(?:ed|s|ing)?\b|\bpermitt?(?:ed|s|ing)\b|\bgrant(?:ed|s|ing)?\b.{0,25}\b(?:amnesty|autonomy|independence|rights|permission|bail|clemency|pardon|visa)|\bpardon(?:ed|s|ing)?\b|\bamnesty\b|\breforms?\b|\breleas(?:ed|es|ing|e)\b(?! (?:[\w’'-]+ ){0,4}?(?:statements?|reports?|videos?|letters?|returns?|records?|data|figures|documents?|transcripts?|details|footage|lists?|results?|stud(?:y|ies)|polls?|ads?|albums?|books?|e-?mails?|numbers|information|plans?|budget|cop(?:y|ies)|film|images?|photos?|audio|tapes?|tax|draft|text)\b)|\bfreed\b|\bset free|\bacquitted\b|\bdropped (?:the )?charges|\bcommut\w+|\bapologi[sz]\w+|\breinstat\w+|\bconcessions?\b|\bback(?:ed|ing) down|\brelax(?:ed|es|ing)\b|\blegali[sz]\w+|\bended\b.{0,20}\b(?:curfew|emergency|censorship|ban)|\breturned\b.{0,15}\b(?:land|property|bodies)",
    ),
    (
        "AGREE",
        78,
        r"\b(?:str(?:uck|ikes?|iking)|reach(?:ed|es|ing)?|clinch(?:ed|es)|seal(?:ed|s)|conclud(?:ed|es)|finali[sz](?:ed|es)|broker(?:ed|s)) (?:an? |the |\w+ ){0,4}?(?:deal|agreement|accord|pact|treaty|truce|settlement|compromise|understanding|consensus)\b|\bagree(?:d|s|ing)? (?:to|on|upon|that|in|with)\b|\bhave agreed\b|\bconsent(?:ed|s) to\b|\bundert(?:ook|aken) to\b|\bpromis(?:ed|es|ing)\b|\bpledg(?:ed|es|ing)\b|\boffer(?:ed|s|ing)? to\b|\bwilling(?:ness)? to\b|\bready to\b|\b(?:is|are|was|were|be|been|am|now|still|also) prepared to\b|\bcommitt?ed to\b|\bvow(?:ed|s)? to\b|\b(?:decided|due|scheduled|set) to (?:meet|visit|attend|sign|resume|send|hold|give|provide|release|withdraw|reopen|host)\b|\bintends? to\b|\bplans? to\b|\baccept(?:ed|s) (?:an? |the )?(?:invitation|plan|offer|ceasefire|proposal)|\bassured\b|\bapproved (?:a |the )?(?:plan|deal|agreement)",
    ),
    (
        "DEMAND",
        77,
        r"\bdemand(?:ed|s|ing)?\b|\border(?:ed|s)\b|\burg(?:ed|es|ing)\b|\bcall(?:ed|s|ing)? (?:\w+ ){0,2}?(?:for|on|upon)\b|\binsist(?:ed|s|ing)\b|\bmust\b|\bappeal(?:ed|s|ing)? (?:to|for|on)\b|\brequest(?:ed|s|ing)?\b|\basked?\b.{0,25}\b(?:to|for)\b|\bsought\b|\bseek(?:s|ing)?\b|\bsummoned\b(?!.{0,30}complain)|\bpress(?:ed|ing) (?:for|\w+ to)\b|\bstipulat\w+|\bunderscor\w+ the need|\bplead(?:ed|s|ing)?\b|\bpropos(?:ed|es|ing|al)\b|\binvit(?:ed|es|ing)\b|\bshould\b|\bneeds? to\b|\bapplied for\b|\bpetition(?:ed)?\b",
    ),
    (
        "DISAPPROVE",
        87,
        r"\bcriti(?:ci[sz]ed|ci[sz]es|ci[sz]ing|cism)\b|\bcondemn\w*|\baccus(?:ed|es|ing)\b|\bdenounc\w*|\bblam(?:ed|es|ing)\b|\bcomplain(?:ed|s|t)?\b|\blodged\b.{0,20}\bprotest|\bprotest (?:note|with|to)\b|\bprotested (?:to|the decision|against what)|\brebuk\w*|\bslam(?:med|s|ming)\b|\bdeplor\w*|\bhit out at|\blash(?:ed)? out|\bassail\w*|\bcharg(?:ed|ing) (?:that|its|\w+ (?:with|of))\b|\bwarn(?:ed|s|ing)? (?:against|that|of)\b|\bexpressed (?:\w+ )?(?:concern|regret|anger|dismay|outrage|alarm|disappointment|fears?)|\bden(?:ied|ies|ying)\b|\bsued?\b|\blawsuit\b|\bdisput(?:ed|es)\b|\bridicul\w*|\bmock\w*|\bangrily\b|\bdismissed\b|\bunacceptable\b|\bfault(?:ed|s|ing)\b|\blambast\w*|\bdecri(?:ed|es)\b|\bdecrying\b|\bberat\w*|\bchid(?:ed|es)\b|\bscold(?:ed|s)\b|\bobject(?:ed|s) to\b|\bscorn(?:ed|s)\b|\bblast(?:ed|s) (?!off|through|a hole|open)",
    ),
    (
        "CONSULT",
        74,
        r"\b(?:held|hold|holds|holding|began|begin|opened|resum\w+|continued?|launched|attend\w*|in|end\w*|for) (?:\w+ ){0,4}?"
        + _MEET
        + r"\b|\bmet (?:with(?! opposition| resistance| criticism| silence| approval| anger)|in|for|on|\w+day|his|her|their|the|president|prime)\b|\bmeets? with\b|\bvisit(?:ed|s|ing)?\b|\bhost(?:ed|s|ing)?\b|\bmediat(?:ed|ion|or|ing)\b|\bdiscuss(?:ed|es|ing|ions?)\b|\btelephoned?\b|\bphone call|\bconferred\b|\bnegotiat(?:ed|ing|ions?|e)\b|\barriv(?:ed|es|ing) in\b|\breturn(?:ed|s)? to\b|\btravel(?:l?ed|s|ling)?\b|\bflew to\b|\breceived\b.{0,30}\b(?:minister|president|envoy|delegation|ambassador)|\bin talks\b|\btalks\b|\bmeeting\b|\bconsult\w*",
    ),
    (
        "COOPERATE",
        76,
        r"\bjoint (?:\w+ )?(?:exercises?|maneuvers|manoeuvres|patrols|operation|venture|drills?)|\bwar games\b|\bshar(?:ed|ing|es)\b.{0,25}\b(?:evidence|intelligence|information)|\bcooperat(?:ed|ion|ing)\b|\bextradit(?:ed|ion|ing)\b|\bexchang(?:ed|ing|es?)\b.{0,25}\b(?:prisoners|ambassadors|envoys|information|intelligence)|\bsigned\b.{0,30}\b(?:contract|trade)|\btrade deal|\bhanded over\b.{0,30}\bsuspects?|\bcollaborat(?:ed|ion)\b",
    ),
    (
        "SUPPORT",
        75,
        r"\bprais(?:ed|es|ing)\b|\bdefend(?:ed|s|ing)\b|\bendors(?:ed|es|ing)\b|\bwelcom(?:ed|es|ing)\b|(?<![-–])\bsupport(?:ed|s|ing)?\b|\bback(?:ed|s|ing)\b|\bestablish(?:ed|es)? (?:\w+ )?(?:diplomatic|ties|relations)|\bopened an? embassy|\brecogni[sz](?:ed|es|ing)\b|\bsigned\b|\bratif(?:ied|ies|y)\b|\bforgiv\w+|\bcongratulat\w+|\bcondolences|\bhail(?:ed|s|ing)\b|\bapplaud\w*|\bexpressed (?:\w+ )?(?:support|solidarity|sympathy|hope|confidence)|\bapprov(?:ed|es|ing)\b|\bresum(?:ed|es|ption)\b.{0,25}\b(?:ties|relations)|\brestor(?:ed|es|ing)\b.{0,25}\b(?:ties|relations)|\brall(?:y|ied) behind|\bthanked\b|\bupgrad(?:ed|ing)\b|\bvoiced hope",
    ),
    (
        "AID",
        80,
        r"\b(?:gave|gives?|giving|given|provid(?:ed|es|ing)|sent|sends|deliver(?:ed|ing|s)|donat(?:ed|es|ing)|extend(?:ed|s)|suppl(?:ied|ies|ying)|shipp?(?:ed|ing)|contribut(?:ed|es|ing)|distribut(?:ed|ing))\b.{0,60}\b(?:"
        + _HELP[3:-1]
        + r"|intelligence|doctors|rice|grain|wheat|weapons|arms|tons|tonnes|tents|blankets|vaccines|doses|ventilators|shelter|water|fuel|flour|nurses|medics|million|euros)|\bgranted (?:political )?asylum|\bhumanitarian\b|\bpeacekeep\w+ (?:troops? |forces? )?(?:have |has )?(?:arriv|land)\w+|\bopened (?:its|their|the) borders?\b|\brescu(?:ed|ing)\b|\bairlift\w*|\barms sales?|\bsheltered\b|\bdebt relief|\bwrote off|\bforgave\b.{0,15}\bdebt",
    ),
)

# what is to come is a promise or a threat by PLOVER; as an event it keeps its kind and is expected
_TO_COME: tuple[tuple[str, int, str], ...] = (
    (
        "AGREE",
        78,
        r"\b(?:will|would|shall) (?:\w+ )?(?:support|give|provide|send|help|join|attend|meet|visit|resume|sign|restore|reopen|establish|release|withdraw|host|lift|cut|supply|donate|begin|start|hold|return|contribute|participate|cooperate|allow|recogni[sz]e|lend|free|pull|grant|extend|ease|train|build|open|accept|increase|finance|make|work|pay|share|repay|respect|comply|continue)\b",
    ),
    (
        "THREATEN",
        94,
        r"(?:would|will) (?:boycott|blockade|retaliate|attack|strike|punish|expel|cut off|impose)",
    ),
)

TRIGGERS: tuple[tuple[str, int, Gated], ...] = tuple(
    (kind, weight, one) for kind, weight, pattern in _SOURCES for one in gated(pattern)
)
TRIGGER_INDEX = index([one for _, _, one in TRIGGERS])
PROMISES: tuple[tuple[str, int, Gated], ...] = tuple(
    (kind, weight, one) for kind, weight, pattern in _TO_COME for one in gated(pattern)
)

# what makes an attack a fight when it is the subject
ARMS = frozenset(
    "helicopters helicopter jets jet planes plane warplanes artillery tanks tank drones drone gunships gunship predator "
    "missiles rockets warships bombers aircraft airstrikes".split()
)

# verbs that make an event of a noun: `held talks`, `a riot broke out`
EVENT_VERBS = frozenset(
    "extend extends extended use uses used bless enter enters reiterate reiterates reiterated renew renewed repeat repeated press pressed voice voiced express expressed hold holds held holding stage stages staged staging launch launches launched launching begin begins began begun start "
    "starts started end ends ended resume resumes resumed continue continues continued continuing open opens opened mount "
    "mounted carry carried conduct conducted conducting complete completed make made announce announced declare declared "
    "impose imposed impose erupt erupted break broke occur occurred happen happened take took taken hit rock rocked strike "
    "struck kill killed kills killing wound wounded left sparked join joined attend attended suffer suffered call called "
    "order ordered go went host hosted issue issued give gave file filed sign signed seal reach reached suspend suspended "
    "halt halted conclude concluded collapse collapsed claimed injured injuring enter entered prompted follow followed".split()
)
