"""What a date looks like, most specific first."""

from __future__ import annotations

import re

MONTH_NUMBERS = {
    name: number + 1
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|")
    )
    for name in names.split()
}
WEEKDAY_NUMBERS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
NUMBERS = (
    {
        word: number
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve".split()
        )
    }
    | {
        word: 10 * number
        for number, word in enumerate(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
        )
    }
    | {"a": 1, "an": 1, "a couple of": 2, "fifteen": 15}
)
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}

DAY_WORDS = {
    word: number + 1
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
        "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split()
    )
} | {"last": 0}  # the last of a month
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b(?:(?<=\b[JFMASOND][a-z]{2})\.|(?<=\bSept)\.)?"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAY_TO = r"(?:(?i:and|to|until|through)|[-–—])\s?(?P<dayto>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?P<part>(?i:early|late|mid|(?:the )?end of|(?:the )?beginning of|(?:the )?start of|(?:the )?middle of))(?: in)?[ -])?"
_COUNT = (
    r"(?P<count>(?i:\d{1,3}|an?|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))"
)
_ABOUT = r"(?P<about>(?i:about|around|nearly|almost|more than|over|some|roughly|at least|just over)\s)?"
_UNITS = r"(?P<unit>(?i:day|week|month|year|decade))s?"
_HIJRI = (
    r"(?:Muharram|Safar|Rabi[’']? (?:al-)?(?:awwal|thani|II?)|Jumada (?:al-)?(?:awwal|ula|thani|II?)|Rajab|Sha[’']?ban|"
    r"Ramadan|Ramadhan|Shawwal|Dhu al-(?:Qa[’']?da|Hijja)h?|محرم|صفر|ربيع الأول|ربيع الآخر|رجب|شعبان|رمضان|شوال|"
    r"ذو القعدة|ذو الحجة|ذي القعدة|ذي الحجة)"
)
_NOT_COUNTED = (
    r"(?![-,.]?\d|\s*(?:%|percent|per cent|million|billion|people|troops|soldiers|dollars|euros|pounds|votes|miles|others|"
    r"km|kilomet|met(?:re|er)s|tons|tonnes|feet|hours|homes|houses|families|refugees|migrants|seats|jobs|cases|deaths|"
    r"men\b|women\b|children\b|prisoners|fighters))"
)

# one search for each of these spares a sentence most of the patterns
SIGNS: dict[str, re.Pattern[str]] = {
    "digit": re.compile(r"\d"),
    "month": re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    "weekday": re.compile(r"[a-z]day\b"),
    "unit": re.compile(r"day|week|month|year|decade|century|quarter", re.IGNORECASE),
}

# rule, the sign without which it cannot match, pattern
PATTERNS: tuple[tuple[str, str | None, re.Pattern[str]], ...] = tuple(
    (name, sign, re.compile(rf"(?<![\w/])(?:{pattern})(?!\w)"))
    for name, sign, pattern in (
        ("hijri", None, rf"(?:[\d٠-٩]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_HIJRI}(?:,?\s+[\d٠-٩]{{4}})?|{_HIJRI},?\s+[\d٠-٩]{{1,4}}|1[34]\d\d\s?(?:AH|A\.H\.|هـ))|(?<=uring )Ramadan"),
        ("iso", "digit", r"(?P<year>\d{4})-(?P<monthnumber>\d\d)-(?P<day>\d\d)(?:T[\d:.+Z-]+)?|(?P<year2>(?:19|20)\d\d)/(?P<monthnumber2>\d{1,2})/(?P<day2>\d{1,2})(?!/)"),
        ("numeric", "digit", r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"),
        ("day range", "month", rf"(?i:between\s|from\s)?(?:the\s)?{_DAY}\s?{_DAY_TO}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"),
        ("day range", "month", rf"(?i:between\s|from\s)?{_MONTH}\s+{_DAY}\s?{_DAY_TO}(?:,?\s+{_YEAR})?(?![:,]?\d|\s*(?:percent|million|billion|%)|\s[A-Z][a-z]+\b)"),
        ("day", "month", rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"),
        ("day", "month", rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
        ("day of year", "month", rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}"),
        ("day of year", "month", rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?![:,]?\d|\s*(?:percent|million|billion|%))"),
        ("ordinal day", "month", rf"(?:the\s+)?(?P<ordinal>{'|'.join(DAY_WORDS)})\s+(?:day\s+)?of\s+{_MONTH}(?:,?\s+{_YEAR})?"),
        ("piece of month", "month", rf"(?i:the\s+)?(?P<piece>(?i:first|second|third|fourth|last)\s(?i:week|half)) of {_MONTH}(?:,?\s+{_YEAR})?"),
        ("month", "month", rf"{_PART}{_MONTH},?\s+(?:of\s+)?{_YEAR}"),
        ("relative month", "month", rf"(?P<relation>(?i:last|this|next|this past|this coming))\s+{_MONTH}"),
        ("quarter", "unit", rf"(?i:the\s+)?(?P<quarter>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[- ](?:fiscal[- ])?(?i:quarter)(?:\s+(?:of\s+)?{_YEAR})?"),
        ("season", None, rf"(?:(?P<relation>(?i:last|this|next))\s+)?(?P<season>(?i:spring|summer|autumn|fall|winter))(?:\s+(?:of\s+)?{_YEAR})?"),
        ("relative weekday", "weekday", rf"(?P<relation>(?i:last|next|this past|this coming|this))\s+{_WEEKDAY}"),
        ("weekday", "weekday", _WEEKDAY),
        ("deictic", None, r"(?P<word>(?i:the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|this morning|this afternoon|this evening|last night|overnight))"),
        ("weekend", "unit", r"(?P<word>(?i:(?:over|at|during|on) the weekend|at weekend))"),
        ("ahead so far", "unit", rf"(?i:in|within)\s{_COUNT}\s{_UNITS}(?:[’'] time)?"),
        ("end of that", "unit", r"(?i:the\s)?(?P<part>(?i:end|beginning|start|middle)) of (?i:that)\s(?P<unit>(?i:week|month|year))"),
        ("stretch", "unit", rf"(?i:the\s)(?P<relation>(?i:past|last|next|coming))\s{_COUNT}\s{_UNITS}|(?i:the\s)(?P<relation2>(?i:past))\s(?P<unit2>(?i:week|month|year|decade))"),
        ("anchored day", None, r"(?P<word>(?i:the (?:very )?next day|the following day|the day after|the previous day|the day before|the same day|(?:earlier|later) that day|that (?:same )?day))"),
        ("anchored unit", "unit", r"(?P<relation>(?i:(?:later |earlier )?that(?: same)?|the same|the previous|the following))\s+(?P<unit>(?i:week|month|year|decade))"),
        ("end of next", "unit", r"(?i:the\s+)?(?P<part>(?i:end|beginning|start|middle)) of (?P<relation>(?i:last|next|this))\s(?P<unit>(?i:week|month|year))"),
        ("relative unit", "unit", r"(?P<relation>(?i:earlier this|later this|early this|late this|early next|late next|early last|late last|last|this|next|the current|the coming))\s+(?P<unit>(?i:week|month|year|quarter|decade|weekend|century))"),
        ("distance", "unit", rf"{_ABOUT}{_COUNT}\s+{_UNITS}\s+(?P<direction>(?i:ago|earlier|later|from now|before|after))"),
        ("some time ago", "unit", r"(?P<count>(?i:a few|several|some))\s+(?P<unit>(?i:day|week|month|year)s)\s+(?:ago|earlier)"),
        ("decade", "digit", r"(?i:the\s+)?(?:(?P<part>(?i:early|late|mid))[- ])?(?P<decade>1[89]\d0|20\d0)s"),
        ("century", "digit", r"(?i:the\s+)?(?P<century>1[5-9]|2[01])(?:th|st)[- ][Cc]entury"),
        ("part of year", None, r"(?i:the\s+)?(?P<part>(?i:end|beginning|start|middle)) of (?:the\s+|this\s+)?(?P<whole>(?i:year|month|week)|1[89]\d\d|20\d\d)"),
        ("half", "digit", rf"(?i:the\s+)?(?P<half>(?i:first|second))\shalf of {_YEAR}"),
        ("years", "digit", rf"{_YEAR}\s?[-–—/]\s?(?P<yearto>(?:1[89]|20)\d\d|\d\d)(?![-,./]?\d)"),
        ("old year", "digit", r"(?<=\bin )(?P<old>1[0-7]\d\d)(?![-,.]?\d)|(?<=\buntil )(?P<old2>1[0-7]\d\d)(?![-,.]?\d)|(?<=\bsince )(?P<old3>1[0-7]\d\d)(?![-,.]?\d)"),
        ("year", "digit", rf"{_PART}{_YEAR}{_NOT_COUNTED}"),
        ("bare month", "month", rf"{_PART}{_MONTH}"),
        ("sequel", None, r"(?P<word>(?i:shortly (?:later|after|afterwards?|thereafter)|soon (?:after|afterwards?)|(?:a few |several )?(?:hours|days|weeks|months|years) (?:later|after)))"),
        ("ahead", None, r"(?P<word>(?i:in the (?:immediate|near) future|in the coming (?:days|weeks|months|years)|soon))"),
    )
)  # fmt: skip

# every date has one of these
TELLTALE = re.compile(
    r"\d|[A-Z][a-z]+day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Ramadan)|(?i:\b(?:to-?day|tonight|yesterday|"
    r"tomorrow|overnight|soon|shortly|future|spring|summer|autumn|fall|winter|quarter|(?:last|this) (?:night|morning|afternoon|"
    r"evening)|(?:hour|day|week|month|year|decade|weekend|century)s?)\b|century)|[\u0600-\u06ff]"
)

# rules whose meaning hangs on a date that stands before in the text
ANCHORED = frozenset(("sequel", "anchored day", "anchored unit", "end of that"))
