"""What a view shows, as sentences by rule. The chart's title, its alt text and the slide's title are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from sayso.analysis.basis import in_words, is_recent
from sayso.analysis.change_words import now
from sayso.model.wording import (
    agreeing,
    all_of,
    counted,
    is_plural,
    listed,
    number,
    part,
    quoted,
    sentence,
    verb_of,
)

FOR = ("supports", "strongly_supports")
AGAINST = ("opposes", "strongly_opposes")
MOST_ISSUES, MOST_TORN = 5, 3


@dataclass(frozen=True)
class Finding:
    """A sentence, the page that shows it and that page's own parameters."""

    text: str
    page: str
    params: Mapping[str, str] = field(default_factory=dict)


def issue_sentence(
    positions: pd.DataFrame, issue: str, issue_name: str, names: Mapping[str, str], unit: str, as_of: date,
    where: str = "",
) -> str:  # fmt: skip
    """Who supports and who opposes one issue: "Four of six actors support “X”, two of them in words this year; Y opposes it".

    One "stands alone" only if all others take the other side; without a majority each side is a plain count. What is
    told in words has words of the 365 days up to `as_of`; the rest are older words, acts and inference. `where` follows a
    claim about everyone: " in this selection".
    """
    # Plain loops: on some hundred rows they are ten times faster than frames, and a page tells five issues.
    columns = (positions["issue_id"], positions["unit_id"], positions["state"])
    states = {unit: state for about, unit, state in zip(*columns, strict=True) if about == issue}
    last_words = zip(positions["issue_id"], positions["unit_id"], positions["last_words_on"], strict=True)
    recent = {who for about, who, day in last_words if about == issue and is_recent(day, as_of)}
    found = len(states)
    supporting = [unit for unit, state in states.items() if state in FOR]
    opposing = [unit for unit, state in states.items() if state in AGAINST]
    title = quoted(issue_name)
    if not found:
        return f"No {unit}{where} was found to speak on {title}"
    everyone = in_words(len(recent), found)
    if found == 1:
        ((unit_id, state),) = states.items()
        name = _name(unit_id, names)
        only = f"Only {name} {verb_of(name, 'was', 'were')} found on {title}{where}"
        return f"{only}, and {_verb(state, name)} it, {everyone}"
    if len(supporting) == found:
        return f"{_all(found)} {unit}s found on {title} support it, {everyone}"
    if len(opposing) == found:
        return f"{_all(found)} {unit}s found on {title} oppose it, {everyone}"
    if not supporting and not opposing:
        none = "Neither of the two" if found == 2 else f"None of the {number(found)}"
        return f"{none} {unit}s found on {title} takes a clear side"
    larger, smaller, verb, other = (
        (supporting, opposing, "support", "oppose")
        if len(supporting) >= len(opposing)
        else (opposing, supporting, "oppose", "support")
    )
    if 2 * len(larger) <= found:
        divided = _divided(len(supporting), len(opposing), found, unit, title)
        return f"{divided}; {in_words(len(recent), found, f'the {number(found)}')}"
    head = sentence(f"{part(len(larger), found)} {unit}s {agreeing(len(larger), verb + 's', verb)} {title}")
    head = f"{head}, {in_words(len(recent & set(larger)), len(larger))}"
    if not smaller:
        return head
    who = listed([_name(actor, names) for actor in smaller])
    is_one = len(smaller) == 1 and not is_plural(who)
    if len(smaller) == 1 and len(larger) + 1 == found:
        return f"{head}; {who} {'stands' if is_one else 'stand'} alone"
    return f"{head}; {who} {other}{'s' if is_one else ''} it"


def _divided(n_for: int, n_against: int, found: int, unit: str, title: str) -> str:
    """No side has a majority: how many take each."""
    rest = found - n_for - n_against
    sides = [(n_for, "supports", "support"), (n_against, "opposes", "oppose")]
    words = [
        f"{number(n)} {agreeing(n, one, many)} it"
        for n, one, many in sorted(sides, key=lambda side: -side[0])
        if n
    ]
    words += [f"{number(rest)} {agreeing(rest, 'takes', 'take')} no clear side"] if rest else []
    return f"Of {number(found)} {unit}s found on {title}, {listed(words)}"


def headline_issue(positions: pd.DataFrame, issues: Sequence[str]) -> str | None:
    """The issue to lead with: the most positions, then the most on both sides, then reading order."""
    if positions.empty:
        return None
    on_issue: dict[str, list[str]] = {}
    for issue, state in zip(positions["issue_id"], positions["state"], strict=True):
        on_issue.setdefault(issue, []).append(state)
    places = {issue: place for place, issue in enumerate(issues)}

    def rank(issue: str) -> tuple[int, int, int, str]:
        states = on_issue[issue]
        plus, minus = (sum(state in side for state in states) for side in (FOR, AGAINST))
        return -len(states), -min(plus, minus), places.get(issue, 999), issue

    return min(on_issue, key=rank)


def overview(
    positions: pd.DataFrame, issues: Sequence[str], issue_names: Mapping[str, str], names: Mapping[str, str],
    as_of: date, where: str = "",
) -> list[Finding]:  # fmt: skip
    """The findings of the front page, the weightiest first; each issue has one at the most.

    `where` follows a claim about everyone, as in `issue_sentence`.
    """
    found: list[Finding] = []
    spoken = Counter(positions["issue_id"])
    by_weight = sorted(issues, key=lambda issue: -spoken[issue])
    for issue in [issue for issue in by_weight if spoken[issue] > 1][:MOST_ISSUES]:
        text = issue_sentence(positions, issue, issue_names[issue], names, "actor", as_of, where)
        found.append(Finding(text, "comparison", {"issue": issue_names[issue]}))
    torn = positions[positions["state"] == "conflicting"]
    for row in torn.head(MOST_TORN).to_dict("records"):
        name = _name(row["unit_id"], names)
        text = f"{name} {verb_of(name, 'is', 'are')} on both sides of {quoted(issue_names[row['issue_id']])}"
        found.append(
            Finding(text, "matrix", {"actor": names[row["unit_id"]], "on": issue_names[row["issue_id"]]})
        )
    conditional = positions[positions["condition"].notna()]
    if len(conditional):
        who = listed([_name(actor, names) for actor in dict.fromkeys(conditional["unit_id"])])
        n = len(conditional)
        text = f"{sentence(number(n))} {agreeing(n, 'position is', 'positions are')} conditional: {who}"
        first = conditional.iloc[0]
        found.append(
            Finding(text, "matrix", {"actor": names[first["unit_id"]], "on": issue_names[first["issue_id"]]})
        )
    silent = [issue for issue in issues if not spoken[issue]]
    if silent:
        text = (
            f"Nobody{where} was found to speak on {listed([quoted(issue_names[issue]) for issue in silent])}"
        )
        found.append(Finding(text, "matrix"))
    return found


def comparison_sentence(gaps: pd.DataFrame, issue_names: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Where the camps part and where they meet, from `comparison.gaps`."""
    known = gaps.dropna(subset=["gap"])
    if known.empty:
        return "No issue has positions from two of the chosen sides"
    widest = known.iloc[0]
    title = quoted(issue_names[widest["issue_id"]])
    if widest["gap"] == 0:
        shared = all_of(len(known), "issue")
        return f"The chosen sides take the same position on {shared} on which two of them were found"
    head = f"{_name(widest['highest'], names)} and {_name(widest['lowest'], names)} part most on {title}"
    closest = known.iloc[-1]
    if len(known) > 1 and closest["gap"] <= 0.5:
        return f"{head}; closest on {quoted(issue_names[closest['issue_id']])}"
    return head


def actor_sentence(positions: pd.DataFrame, name: str, n_issues: int, as_of: date) -> str:
    """One actor in a sentence: how many issues were found, on which side, and on how many in words of the last year."""
    if positions.empty:
        issues = "the one issue" if n_issues == 1 else f"any of {counted(n_issues, 'issue')}"
        return f"{name}: no position found on {issues}"
    plus, minus = positions["state"].isin(FOR).sum(), positions["state"].isin(AGAINST).sum()
    n = len(positions)
    verbs = ("support", "oppose") if is_plural(name) else ("supports", "opposes")
    if n == 1:
        side = (
            verbs[0] if plus else verbs[1] if minus else f"{verb_of(name, 'takes', 'take')} no clear side on"
        )
        stand = f"{side} the one issue found"
    else:
        sides = [
            f"{verb} {number(int(count))}" for verb, count in zip(verbs, (plus, minus), strict=True) if count
        ]
        none = f"{verb_of(name, 'takes', 'take')} no clear side on any"
        stand = f"{' and '.join(sides) or none} of {number(n)} issues found"
    recent = in_words(sum(is_recent(day, as_of) for day in positions["last_words_on"]), n, f"the {number(n)}")
    return f"{name} {stand}, {recent}" + (f" ({number(n_issues - n)} not found)" if n_issues > n else "")


def _name(unit: str, names: Mapping[str, str]) -> str:
    return names.get(unit, unit)


def _verb(state: str, name: str) -> str:
    return now(state, name).replace("now ", "", 1)


def _all(count: int) -> str:
    return "Both" if count == 2 else f"All {number(count)}"
