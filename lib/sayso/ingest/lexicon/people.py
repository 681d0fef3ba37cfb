"""Titles, roles, role synonyms and common given names."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor sen senator rep representative gov governor gen general col "
    "colonel lt lieutenant sgt sergeant capt captain maj major brig brigadier adm admiral president vice prime minister "
    "foreign defence defense interior finance secretary chancellor ambassador mayor judge justice chief king queen prince "
    "princess sultan emir sheikh sheik ayatollah grand imam rev reverend pope bishop archbishop cardinal patriarch rabbi "
    "spokesman spokeswoman spokesperson director chairman chairwoman chairperson chair leader former then-potus potus "
    "commander cleric businessman businesswoman billionaire mogul nominee candidate speaker whip majority minority house "
    "senate deputy congressman congresswoman delegate attorney premier journalist reporter host columnist editor author "
    "strategist pollster manager campaign press communications republican democrat democratic conservative liberal top "
    "interim acting ex-president officer agent detective sheriff coach ceo cfo founder co-founder analyst adviser advisor "
    "aide lawyer actor actress singer activist economist diplomat envoy official scholar expert researcher socialist "
    "libertarian secretary-general first lady ex-minister mp mep co-chair treasurer pastor comedian tycoon developer "
    "supreme excellency highness majesty retired outgoing incoming national security senior state".split()
)
PERSON_ROLES = frozenset(
    "president minister secretary chancellor ambassador mayor judge justice chief king queen prince princess sultan emir "
    "sheikh ayatollah imam pope bishop cardinal spokesman spokeswoman spokesperson director chairman chairwoman leader "
    "commander cleric businessman businesswoman billionaire mogul nominee candidate speaker senator congressman "
    "congresswoman governor premier journalist reporter host columnist editor author strategist pollster manager officer "
    "sheriff coach ceo founder analyst adviser advisor aide lawyer activist economist diplomat envoy official scholar "
    "expert researcher head general colonel professor doctor deputy lawmaker politician representative delegate "
    "legislator veteran pastor comedian tycoon developer man woman father mother son daughter wife husband brother sister "
    "student teacher owner writer historian socialist democrat republican libertarian front-runner frontrunner candidate's "
    "nominee's incumbent rival successor predecessor boss executive chairperson attorney prosecutor detective mp convener superintendent scientist solicitor barrister counsel patron warden "
    "coordinator negotiator inspector".split()
)
ROLE_SYNONYMS: dict[str, frozenset[str]] = {
    role: frozenset(words.split("|"))
    for role, words in {
        "diplomat": "foreign minister|ambassador|secretary of state|envoy", "premier": "prime minister",
        "lawmaker": "senator|representative|congressman|congresswoman|sen|rep|mp|deputy", "senator": "sen|senator",
        "congressman": "rep|representative|congressman", "congresswoman": "rep|representative|congresswoman",
        "governor": "gov|governor", "president": "president|potus|then-potus", "commander": "general|gen|commander",
        "mogul": "businessman|billionaire|developer", "billionaire": "mogul|businessman|tycoon",
        "nominee": "candidate", "candidate": "nominee|candidate|front-runner", "chief": "director|head|secretary general",
        "leader": "head|chief|speaker|president|chairman", "head": "chief|director|secretary general|leader",
        "cleric": "ayatollah|sheikh|imam", "secretary": "sec", "general": "gen", "professor": "prof|dr",
        "front-runner": "nominee|candidate", "politician": "senator|governor|minister|mp",
        "businessman": "mogul|billionaire|tycoon", "attorney": "lawyer", "lawyer": "attorney",
        "author": "writer", "official": "secretary|director|minister",
    }.items()
}  # fmt: skip
MALE_TITLES = frozenset(
    "mr sir lord king prince sultan emir sheikh ayatollah imam pope bishop cardinal rabbi".split()
)
FEMALE_TITLES = frozenset("mrs ms miss dame lady queen princess".split())
MALE_ROLES = frozenset(
    "spokesman chairman businessman congressman father son husband brother king prince man actor".split()
)
FEMALE_ROLES = frozenset(
    "spokeswoman chairwoman businesswoman congresswoman mother daughter wife sister queen princess woman actress".split()
)
MALE_NAMES = frozenset(
    "donald john robert michael william david richard joseph james thomas charles christopher daniel matthew anthony mark "
    "paul steven stephen andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey jeff ryan jacob gary "
    "nicholas eric jonathan larry justin scott brandon frank benjamin ben gregory greg samuel sam raymond patrick "
    "alexander jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary walter kyle harold carl jeremy "
    "keith roger gerald ethan arthur christian sean lawrence austin joe jim bill bob tom mike mick mitch mitt ted tim "
    "bernie barack marco jeb rand rick chris newt dan steve rob ron rudy harry chuck lindsey karl vladimir emmanuel boris "
    "tony gordon nick nigel jeremy ed francois angus alan ali mohammed muhammad mohamed ahmed ahmad hassan hussein omar "
    "ibrahim mahmoud abdul abdullah khalid khaled yusuf yousef mustafa saddam bashar fuad qais ammar qasem benjamin "
    "binyamin yitzhak shimon moshe juan carlos luis miguel pedro hans jens lars olaf karel jan igor sergei dmitry "
    "viktor recep tayyip xi narendra imran kofi nelson jacob cyril kim moon shinzo rodrigo ashraf hamid".split()
)
FEMALE_NAMES = frozenset(
    "hillary mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra "
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy "
    "angela shirley anna ruth brenda pamela nicole katherine virginia catherine christine samantha debra janet carolyn "
    "rachel heather maria diane julie joyce victoria christina lauren joan evelyn olivia judith megan martha andrea "
    "hannah jacqueline ann anne jean alice kathryn gloria teresa janice julia grace judy theresa beverly denise marilyn "
    "amber danielle rose brittany diana abigail jane lori ivanka melania chelsea huma debbie wendy loretta carly sally "
    "claire condoleezza madeleine nikki kellyanne megyn ursula theresa nicola priyanka indira benazir aung "
    "fatima aisha layla leila zeinab zainab mariam maryam noor khadija golda tzipi olga natalia svetlana hope katrina "
    "gretchen kamala jill sonia elena patty jeanne maggie kristen katie kate emma sophie valerie cheryl "
    "dianne barbara maxine ilhan rashida tulsi".split()
)
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
