"""Words that state a side, on their own or with an issue's cue phrases."""

from __future__ import annotations

import re

FOR = re.compile(
    r"\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|support(?:s|ed|ing)?|back(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|endors(?:e|es|ed|ing)|"
    r"favou?r(?:s|ed|ing)?|approv(?:e|es|ed|ing)|in favou?r of|the need for|importance of|advocat(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|"
    r"insist(?:s|ed|ing)? on|committed to|prais(?:e|es|ed|ing)|stipulat(?:e|es|ed|ing)|defend(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|oppos(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|criticis(?:e|es|ed|ing)|"
    r"criticiz(?:e|es|ed|ing)|slam(?:s|med|ming)?|(?:will |would |do |does |did |can |should |must )?not (?:to )?(?:allow|accept|tolerate|"
    r"permit|support|back|agree to)|against|rul(?:es?|ed|ing) out|refus(?:e|es|ed|ing)|unacceptable|hit out at|veto(?:es|ed)?|"
    r"no (?:place|need|room) for|a complete failure|failure)\b",
    re.IGNORECASE,
)
MUST = re.compile(r"\b(?:must|should|has to|have to|needs? to|ought to|need)\b", re.IGNORECASE)
STRONG = re.compile(
    r"\b(?:must|all|any|every|never|completely|totally|demand\w*|reject\w*|unacceptable|not allow)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no longer|without)\b|n['’]t\b", re.IGNORECASE)
CONDITION = re.compile(
    r"\b(?:only if|if and only if|unless|provided(?: that)?|as long as|on condition that|on the condition that|in order for|until)\b[^.;”\"]{3,160}",
    re.IGNORECASE,
)
