"""Parts of speech in a sentence: a word's usual tag, put right by its neighbours."""

from __future__ import annotations

from sayso.ingest.lexicon.cues import AMBIGUOUS_NOUNS, CUES
from sayso.ingest.lexicon.function_words import ADVERBS, AUXILIARIES, BE, HAVE, MODALS, PRONOUNS, TIME_WORDS
from sayso.ingest.text.tokens import Token
from sayso.ingest.text.word_tags import is_third_person, is_verb, usual_tag

_ONLY_PAST = frozenset(
    "spoke went came gave took wrote saw rose fell drove flew began drew grew ran sang swore".split()
)
_NOUN_BEFORE = frozenset(("DT", "PRP$", "POS", "JJ", "JJS", "JJR", "CD"))
_SUBJECT_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "Q"))


def tag(tokens: list[Token]) -> None:
    """Set the tags of a sentence, in place."""
    first = True
    for token in tokens:
        if token.word:
            token.tag = usual_tag(token.text, first)
            first = False
        elif token.kind == "p":
            token.tag = token.text
            first = first or token.text in ":—–"
        else:
            first = token.last in ".!?…"
    for number in range(len(tokens)):
        if tokens[number].word:
            _adjust(tokens, number)


def _adjust(tokens: list[Token], i: int) -> None:
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.lower == "'s":
        noun = (
            after is not None
            and (after.word or after.quote)
            and not after.tag.startswith(("VBN", "VBG", "RB", "DT", "IN", "PRP"))
        )
        pronoun = before is not None and before.lower in (
            "he",
            "she",
            "it",
            "that",
            "there",
            "what",
            "who",
            "here",
        )
        token.tag = "POS" if noun and not pronoun else "VBZ"
        return
    if token.lower == "that" and before is not None and after is not None:
        if (
            before.nominal
            and before.tag != "PRP"
            and (after.finite or after.tag in ("VBZ", "VBD", "VBP", "MD", "VBN"))
        ):
            token.tag = "WDT"
        elif before.tag == "NNS" and after.tag in ("VB", "VBP") and after.lower in CUES:
            token.tag, after.tag = "WDT", "VBP"
        elif after.tag in ("NN",) and before.lower not in CUES:
            token.tag = "DT"
        return
    if token.lower == "her" and (after is None or not after.word or after.lower in _AFTER_OBJECT):
        token.tag = "PRP"
        return
    if token.tag in ("VB", "VBN", "NN") and token.lower in _SAME_PAST and before is not None:
        if before.tag in ("NNP", "NNPS", "NNS", "PRP", "WP") or (token.tag == "VB" and before.tag == "NN"):
            token.tag = "VBD"
        if token.tag == "VBD":
            return
    named = after is not None and after.tag.startswith("NNP") and (before is None or not before.word)
    if token.text == "May" and named:
        token.tag = "NNP"  # `May Chidiac said`
        return
    further = tokens[i + 2] if i + 2 < len(tokens) and after is not None and after.tag == "RB" else after
    if _is_name_before_verb(token, before, further):
        token.tag = "NNP"
        return
    if token.tag.startswith("NNP") or token.tag in ("MD", "IN", "TO", "DT", "PRP", "PRP$", "CC"):
        return
    if (
        token.tag in ("VBN", "VBD")
        and before is not None
        and before.lower in ("more", "most")
        and after is not None
        and after.tag == "NNS"
    ):
        token.tag = "JJ"
        return
    helper = _helper(tokens, i)
    if (
        helper in ("to", "modal", "do")
        and (token.tag.startswith("NN") or token.tag in ("VBP", "VBD", "VBN", "JJ", "VBZ"))
        and is_verb(token.lower)
        and not (helper == "to" and token.tag == "JJ")
    ):
        token.tag = "VB"
        return
    if (
        token.tag == "JJ"
        and before is not None
        and before.tag in ("DT", "JJ", "PRP$", "CC", "RB", ",")
        and after is not None
        and after.lower in CUES
        and after.tag in ("VBD", "VBZ", "VBP")
        and CUES[after.lower][1] == "speech"
        and token.text[-2:] not in ("ly", "ed")
    ):
        token.tag = "NN"  # `the democratic socialist said`, `a third say`
        return
    if token.lower.endswith(("ed", "en", "n")) or token.tag in ("VBN", "VBD"):
        _participle(token, before, after, helper)
    if token.lower in CUES:
        _cue(token, before, after)
    elif (
        before is not None
        and token.tag in ("VB", "VBP")
        and before.tag in _NOUN_BEFORE
        and before.lower not in PRONOUNS
    ):
        token.tag = "NN"
    elif token.tag == "VB" and before is not None and (before.tag in ("NNS", "PRP", "NNPS", "WP")):
        token.tag = "VBP"
    elif (
        token.tag == "NNS"
        and before is not None
        and after is not None
        and _third_person(token, before, after)
    ):
        token.tag = "VBZ"


_AFTER_OBJECT = frozenset(
    "to that and but in on at for from with by as when if whether about how why what not".split()
)
_SAME_PAST = frozenset("put cut hit set let quit spread shut split cast burst shed".split())


def _is_name_before_verb(token: Token, before: Token | None, after: Token | None) -> bool:
    """`Jolly said`, `a month ago, Cuban told`: a capital right before a verb of speech."""
    if (
        not token.text[0].isupper()
        or after is None
        or after.lower not in CUES
        or after.tag not in ("VBD", "VBZ")
    ):
        return False
    if (
        token.lower in ADVERBS
        or token.lower in PRONOUNS
        or token.lower in TIME_WORDS
        or CUES[after.lower][1] != "speech"
    ):
        return False
    opens = before is None or not before.word
    return (
        opens
        and token.tag in ("JJ", "JJR", "VB", "VBP", "VBD", "VBN", "NN", "RB")
        and not (token.lower.endswith("ly") and len(token.lower) > 5)
    )


def _third_person(token: Token, before: Token, after: Token) -> bool:
    subject = before.tag in ("PRP", "WP", "WDT", "NNP") and before.lower != "her"
    return subject and after.lower in _OBJECT_STARTS and is_third_person(token.lower)


_OBJECT_STARTS = frozenset(
    "the a an to that his her their its this on for in with about out up it him them us not more how why what".split()
)


def _helper(tokens: list[Token], i: int) -> str:
    """The auxiliary that governs a verb: to, modal, do, have, be or none."""
    at = i - 1
    while at >= 0 and tokens[at].word and (tokens[at].tag == "RB" or tokens[at].lower in ADVERBS):
        at -= 1
    if at < 0 or not tokens[at].word:
        return "none"
    lower = tokens[at].lower
    if lower == "to":
        return "to"
    if lower in MODALS and tokens[at].tag == "MD":
        return "modal"
    if lower in ("do", "does", "did"):
        return "do"
    if lower in HAVE:
        return "have"
    return "be" if lower in BE and tokens[at].tag != "POS" else "none"


_ONLY_PARTICIPLES = frozenset("known seen written spoken taken given been done shown born driven".split())


def _participle(token: Token, before: Token | None, after: Token | None, helper: str) -> None:
    if token.tag not in ("VBN", "VBD", "JJ", "NN") or token.lower in AUXILIARIES:
        return
    if token.tag in ("JJ", "NN") and not (
        token.lower.endswith("ed") and is_verb(token.lower[:-2]) and token.lower in CUES
    ):
        return
    possessed = (
        before is not None and before.tag in ("DT", "PRP$", "POS") and after is not None and after.nominal
    )
    agent = (
        after is not None and after.lower == "by" and before is not None and before.tag != "PRP"
        and token.lower not in _ONLY_PAST
    )  # fmt: skip
    if helper in ("have", "be") or possessed or agent or token.lower in _ONLY_PARTICIPLES:
        token.tag = "VBN"
    elif before is not None and (
        before.tag in _SUBJECT_TAGS
        or before.lower in ADVERBS
        or before.tag == "RB"
        or before.lower in ("and", "but", ",", ")", "—", "–")
    ):
        follows = (
            after is not None and after.lower in ("of", "with", "from", "at", "as") and token.tag == "VBN"
        )
        token.tag = "VBN" if follows and before.tag in ("NN", "NNS") else "VBD"


_QUANTIFIERS = frozenset("those these some many few several all both most other such".split())


def _describes_noun(token: Token, before: Token, after: Token | None, base: str) -> bool:
    """`a written statement`, `475 pledged delegates`, `of reported cases`: a participle before its noun."""
    if token.tag not in ("VBD", "VBN") or base in ("say", "tell", "ask", "call", "find") or after is None:
        return False
    if before.tag == "CD" and after.tag == "NNS":
        return True
    place = before.tag in ("DT", "JJ", "POS", "PRP$", "IN") and before.lower not in PRONOUNS
    return place and before.lower not in ("that", "than") and after.tag in ("NN", "NNS", "JJ")


def _cue(token: Token, before: Token | None, after: Token | None) -> None:
    base = CUES[token.lower][0]
    if before is not None and token.tag.startswith("VB"):
        if token.lower in AMBIGUOUS_NOUNS and token.lower.endswith("s") and before.lower in _QUANTIFIERS:
            token.tag = "NNS"
            return
        if token.lower in ("alleged", "proposed") and before.tag in ("IN", "DT", "JJ", "PRP$"):
            token.tag = "JJ"
            return
        if _describes_noun(token, before, after, base):
            token.tag = "JJ"
            return
    noun_before = before is not None and (
        (before.tag in _NOUN_BEFORE and before.lower not in PRONOUNS)
        or before.lower
        in ("of", "for", "in", "with", "any", "no", "their", "his", "from", "by", "on", "without")
    )
    if (
        (
            token.lower.endswith("s")
            and after is not None
            and after.lower in CUES
            and after.lower != CUES[after.lower][0]
        )
        and not after.lower.endswith("ing")
        and not (before is not None and before.tag in ("PRP", "WP"))
    ):
        token.tag = "NNS"
        return
    if token.tag.startswith("NN") or token.tag in ("JJ", "RB", "IN"):
        if noun_before or before is None or not token.text[0].islower():
            return
        subject = (
            before.tag in _SUBJECT_TAGS
            or before.lower in PRONOUNS
            or before.lower in ADVERBS
            or before.lower in ",)"
        )
        if token.lower != base and subject:
            token.tag = (
                "VBG" if token.lower.endswith("ing") else "VBD" if token.lower.endswith("d") else "VBZ"
            )
        elif token.lower == base and (
            before.tag in ("PRP", "NNS", "MD") or before.lower in ("they", "we", "i", "you", "who")
        ):
            token.tag = "VBP"
    elif token.tag.startswith("VB") and noun_before and token.lower in AMBIGUOUS_NOUNS:
        token.tag = "NN"
    elif token.tag == "VB" and before is not None and before.tag in ("PRP", "NNS", "WP", "NNPS"):
        token.tag = "VBP"
