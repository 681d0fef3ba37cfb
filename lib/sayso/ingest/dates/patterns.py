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
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?P<part>(?i:early|late|mid|the end of|end of|the beginning of|the start of))[ -])?"
_COUNT = r"(?P<count>(?i:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<![\w/])(?:{pattern})(?!\w)"))
    for name, pattern in (
        ("iso", r"(?P<year>\d{4})-(?P<monthnumber>\d\d)-(?P<day>\d\d)"),
        ("numeric", r"(?P<monthnumber>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)"),
        ("day", rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"),
        ("day", rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
        ("day of year", rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}"),
        ("day of year", rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?![:,]?\d|\s*(?:percent|million|billion|%))"),
        ("month", rf"{_PART}{_MONTH},?\s+(?:of\s+)?{_YEAR}"),
        ("relative month", rf"(?P<relation>(?i:last|this|next|this past|this coming))\s+{_MONTH}"),
        ("quarter", rf"(?i:the\s+)?(?P<quarter>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[- ](?:fiscal[- ])?(?i:quarter)(?:\s+(?:of\s+)?{_YEAR})?"),
        ("season", rf"(?:(?P<relation>(?i:last|this|next))\s+)?(?P<season>(?i:spring|summer|autumn|fall|winter))(?:\s+(?:of\s+)?{_YEAR})?"),
        ("relative weekday", rf"(?P<relation>(?i:last|next|this past|this coming|this))\s+{_WEEKDAY}"),
        ("weekday", _WEEKDAY),
        ("deictic", r"(?P<word>(?i:today|tonight|yesterday|tomorrow|this morning|this afternoon|this evening|last night|overnight))"),
        ("relative unit", r"(?P<relation>(?i:earlier this|later this|last|this|next|the previous|the following|the current|the coming))\s+(?P<unit>(?i:week|month|year|quarter|decade|weekend|century))"),
        ("distance", rf"(?i:about |nearly |almost |more than |over |some )?{_COUNT}\s+(?P<unit>(?i:day|week|month|year|decade))s?\s+(?P<direction>(?i:ago|earlier|later|from now|before|after))"),
        ("decade", r"(?i:the\s+)?(?:(?P<part>(?i:early|late|mid))[- ])?(?P<decade>1[89]\d0|20\d0)s"),
        ("part of year", r"(?i:the\s+)?(?P<part>(?i:end|beginning|start|middle)) of (?:the\s+|this\s+)?(?P<whole>(?i:year|month|week)|1[89]\d\d|20\d\d)"),
        ("year", rf"{_PART}{_YEAR}(?![-,.]?\d|\s*(?:percent|million|billion|people|troops|soldiers|dollars|votes|miles|others))"),
        ("bare month", rf"{_PART}{_MONTH}"),
        ("sequel", r"(?P<word>(?i:shortly (?:later|after|afterwards?|thereafter)|soon (?:after|afterwards?)|days later|weeks later|later that (?:day|week|month|year)))"),
        ("ahead", r"(?P<word>(?i:in the (?:immediate|near) future|in the coming (?:days|weeks|months)|soon))"),
    )
)  # fmt: skip

FUTURE = re.compile(
    r"\b(?:will|would|'ll|shall|scheduled|expected|plans?|planned|planning|due|set to|to be|going to|upcoming|until|till|by)\b",
    re.IGNORECASE,
)
PAST_VERB = re.compile(
    r"\b(?:said|told|announced|reported|was|were|had|[a-z]+ed)\b[^.]{0,25}$", re.IGNORECASE
)
