"""What a view shows, as sentences by rule. The chart's title, its alt text and the slide's title are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from sayso.model.scales import BY_STATE
from sayso.model.wording import counted, listed, number, part, quoted, sentence

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
    positions: pd.DataFrame, issue: str, issue_name: str, names: Mapping[str, str], unit: str
) -> str:
    """Who supports and who opposes one issue: "Four of six actors support “X”; Y stands alone"."""
    # Plain loops: on some hundred rows they are ten times faster than frames, and a page tells five issues.
    columns = (positions["issue_id"], positions["unit_id"], positions["state"])
    states = {unit: state for about, unit, state in zip(*columns, strict=True) if about == issue}
    found = len(states)
    supporting = [unit for unit, state in states.items() if state in FOR]
    opposing = [unit for unit, state in states.items() if state in AGAINST]
    title = quoted(issue_name)
    if not found:
        return f"No {unit} was found to speak on {title}"
    if found == 1:
        ((unit_id, state),) = states.items()
        return f"Only {_name(unit_id, names)} was found on {title}, and {_verb(state)} it"
    if len(supporting) == found:
        return f"{_all(found)} {unit}s found on {title} support it"
    if len(opposing) == found:
        return f"{_all(found)} {unit}s found on {title} oppose it"
    if not supporting and not opposing:
        return f"None of the {number(found)} {unit}s found on {title} takes a clear side"
    larger, smaller, verb, other = (
        (supporting, opposing, "support", "oppose")
        if len(supporting) >= len(opposing)
        else (opposing, supporting, "oppose", "support")
    )
    head = sentence(f"{part(len(larger), found)} {unit}s {verb if len(larger) != 1 else verb + 's'} {title}")
    if not smaller:
        return head
    if len(smaller) == 1 and len(larger) > 1:
        return f"{head}; {_name(smaller[0], names)} stands alone"
    who = listed([_name(actor, names) for actor in smaller])
    return f"{head}; {who} {other}{'s' if len(smaller) == 1 else ''} it"


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
    positions: pd.DataFrame, issues: Sequence[str], issue_names: Mapping[str, str], names: Mapping[str, str]
) -> list[Finding]:
    """The findings of the front page, the weightiest first; each issue has one at the most."""
    found: list[Finding] = []
    spoken = Counter(positions["issue_id"])
    by_weight = sorted(issues, key=lambda issue: -spoken[issue])
    for issue in [issue for issue in by_weight if spoken[issue] > 1][:MOST_ISSUES]:
        text = issue_sentence(positions, issue, issue_names[issue], names, "actor")
        found.append(Finding(text, "comparison", {"issue": issue_names[issue]}))
    torn = positions[positions["state"] == "conflicting"]
    for row in torn.head(MOST_TORN).to_dict("records"):
        text = f"{_name(row['unit_id'], names)} is on both sides of {quoted(issue_names[row['issue_id']])}"
        found.append(
            Finding(text, "matrix", {"actor": names[row["unit_id"]], "on": issue_names[row["issue_id"]]})
        )
    conditional = positions[positions["condition"].notna()]
    if len(conditional):
        who = listed([_name(actor, names) for actor in dict.fromkeys(conditional["unit_id"])])
        text = f"{sentence(counted(len(conditional), 'position'))} {'is' if len(conditional) == 1 else 'are'} conditional: {who}"
        first = conditional.iloc[0]
        found.append(
            Finding(text, "matrix", {"actor": names[first["unit_id"]], "on": issue_names[first["issue_id"]]})
        )
    silent = [issue for issue in issues if not spoken[issue]]
    if silent:
        text = f"Nobody was found to speak on {listed([quoted(issue_names[issue]) for issue in silent])}"
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
        return f"The chosen sides take the same position on all {counted(len(known), 'shared issue')}"
    head = f"{_name(widest['highest'], names)} and {_name(widest['lowest'], names)} part most on {title}"
    closest = known.iloc[-1]
    if len(known) > 1 and closest["gap"] <= 0.5:
        return f"{head}; closest on {quoted(issue_names[closest['issue_id']])}"
    return head


def actor_sentence(positions: pd.DataFrame, name: str, n_issues: int) -> str:
    """One actor in a sentence: how many issues were found, and on which side."""
    if positions.empty:
        return f"{name}: no position found on any of {counted(n_issues, 'issue')}"
    plus, minus = positions["state"].isin(FOR).sum(), positions["state"].isin(AGAINST).sum()
    parts = [
        f"supports {number(int(plus))}" if plus else "",
        f"opposes {number(int(minus))}" if minus else "",
    ]
    said = " and ".join(part for part in parts if part) or "takes no clear side"
    return f"{name} {said} of {number(len(positions))} issues found" + (
        f" ({number(n_issues - len(positions))} not found)" if n_issues > len(positions) else ""
    )


def _name(unit: str, names: Mapping[str, str]) -> str:
    return names.get(unit, unit)


def _verb(state: str) -> str:
    word = BY_STATE[state].word
    return {"neutral": "is neutral on", "conflicting": "is on both sides of"}.get(word, word)


def _all(count: int) -> str:
    return "Both" if count == 2 else f"All {number(count)}"
