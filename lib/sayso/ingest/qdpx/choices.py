"""Which codes of a project are speakers, issues, stances, events: said, or plain from the codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from sayso.ingest.qdpx.archive import NOTHING, refuse
from sayso.ingest.qdpx.folders import Folders, listed
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.words import ISSUES, SPEAKERS, STANCES, is_called, stance_word

NONE = "none"
KINDS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "INVESTIGATE", "DEMAND", "DISAPPROVE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FIGHT",
)  # fmt: skip
DATES = ("date", "published", "published on", "publication date", "datum", "fecha")
OUTLETS = (
    "outlet",
    "newspaper",
    "paper",
    "publication",
    "publisher",
    "medium",
    "media",
    "zeitung",
    "journal",
)


@dataclass(frozen=True)
class Asked:
    """What the person said; nothing means "whatever is plain". Codes are named as "Pro" or "Themes / Tax / Pro".

    A folder stands for all codes below it. `stances` maps codes to −2 … +2, `events` folders to PLOVER kinds; `date`
    and `outlet` name variables, `outlet_name` is the one outlet of all texts. Issues, date and outlet may be "none".
    """

    speakers: Sequence[str] = ()
    issues: Sequence[str] = ()
    stances: Mapping[str, int] | None = None
    events: Mapping[str, str] = field(default_factory=dict)
    ignored: Sequence[str] = ()
    date: str = ""
    outlet: str = ""
    outlet_name: str = ""


@dataclass(frozen=True)
class Chosen:
    """The roles of codes by key, in the codebook's order, and where dates and outlets come from.

    `stances`: the stance of each stance code; one below an issue is about that issue. `said`: all of it in names.
    """

    speakers: tuple[str, ...]
    issues: tuple[str, ...]
    stances: Mapping[str, int]
    events: Mapping[str, str]
    date: str
    outlet: str
    outlet_name: str
    said: dict[str, object]


def choose(project: Project, asked: Asked) -> Chosen:
    """The roles of all codes. Raises IntakeError, with the choices, where they are not plain."""
    folders = Folders(project)
    if wrong := [stance for stance in (asked.stances or {}).values() if not -2 <= stance <= 2]:
        refuse(f"{wrong[0]} is no stance: it is −2, −1, 0, 1 or 2.", f"Change --stance. {NOTHING}")
    if unknown := [kind for kind in asked.events.values() if kind not in KINDS]:
        refuse(
            f"“{unknown[0]}” is no kind of event.", f"--events takes one of: {', '.join(KINDS)}. {NOTHING}"
        )
    fixed = {
        "event": folders.named(tuple(asked.events), "--events"),
        "ignored": folders.named(asked.ignored, "--ignore"),
    }
    speakers, issues = _said(folders, asked.speakers, "--speakers"), _said(folders, asked.issues, "--issues")
    taken = [key for keys in (*fixed.values(), speakers, issues) for key in keys or ()]
    if speakers is None:
        speakers = guessed_folder(folders, SPEAKERS, taken)
    if issues is None:
        issues = guessed_folder(folders, ISSUES, [*taken, *(speakers or ())])
    if asked.stances is not None:
        stances = asked_stances(folders, asked.stances)
    else:
        others = {
            *taken,
            *(
                code
                for keys in (*fixed.values(), speakers)
                for key in keys or ()
                for code in folders.members(key)
            ),
        }
        stances = {key: stance for key, stance in guessed_stances(project).items() if key not in others}
    if not speakers:
        _open(folders, "speakers", "--speakers", stances, [*taken, *(issues or ())])
    if issues is None:
        rest = folders.units([*taken, *speakers, *stances])
        if len(rest) > 1:
            _open(folders, "issues", "--issues", stances, [*taken, *speakers])
        issues = rest  # the one that is left, or none
    roles = folders.roles({"speaker": speakers, "issue": issues, **fixed}, stances)
    kinds = {key: kind for name, kind in asked.events.items() for key in folders.named((name,), "--events")}
    chosen = {
        role: tuple(key for key in project.codes if roles.get(key) == role) for role in ("speaker", "issue")
    }
    date = _variable(project, asked.date, DATES, "--date", "date")
    outlet = "" if asked.outlet_name else _variable(project, asked.outlet, OUTLETS, "--outlet", "outlet")
    said: dict[str, object] = {
        "speakers": [folders.title(key) for key in speakers], "issues": [folders.title(key) for key in issues],
        "stances": {project.path(key): stance for key, stance in stances.items()}, "date": date,
        "outlet": outlet or asked.outlet_name,
    }  # fmt: skip
    events = {key: folders.nearest(key, kinds) for key in project.codes if roles.get(key) == "event"}
    return Chosen(
        chosen["speaker"], chosen["issue"], stances, events, date, outlet, asked.outlet_name.strip(), said
    )


def _said(folders: Folders, names: Sequence[str], flag: str) -> list[str] | None:
    if not names:
        return None
    if [name.casefold() for name in names] == [NONE]:
        return []
    return folders.named(names, flag)


def guessed_folder(folders: Folders, words: frozenset[str], taken: Sequence[str]) -> list[str] | None:
    """The one folder with such a name, in a list; None if there are several or none."""
    found = [key for key in folders.all(taken) if is_called(folders.name(key), words)]
    found = [key for key in found if not any(above in found for above in folders.above(key))]
    return found if len(found) == 1 else None


def asked_stances(folders: Folders, asked: Mapping[str, int]) -> dict[str, int]:
    """The stance of every code that has one of the names. Raises IntakeError for a name that no code has."""
    return {key: stance for name, stance in asked.items() for key in folders.codes_named(name, "--stance")}


def guessed_stances(project: Project) -> dict[str, int]:
    """The codes that say a stance by their names and places, with it."""
    said = {
        key: stance for key in project.codes if (stance := stance_word(project.codes[key].name)) is not None
    }
    return {
        key: stance for key, stance in said.items()
        if not project.children.get(key) and _is_stance(project, key, said)
    }  # fmt: skip


def _is_stance(project: Project, key: str, said: Mapping[str, int]) -> bool:
    """One "Support" among topics is a topic; "Pro" beside "Contra", or alone below a topic, is a stance."""
    parent = project.codes[key].parent
    beside = [said.get(other) for other in project.codes if project.codes[other].parent == parent]
    known = [stance for stance in beside if stance is not None]
    if parent is None or min(known) < 0 < max(known):
        return min(known) < 0 < max(known)
    below_topic = project.codes[parent].parent is not None and len(known) == len(beside)
    return below_topic or is_called(project.codes[parent].name, STANCES)


def _open(
    folders: Folders, noun: str, flag: str, stances: Mapping[str, int], taken: Sequence[str]
) -> NoReturn:
    rest = folders.units([*taken, *stances]) or folders.units([])
    some = f' {flag} "{folders.title(rest[0])}"' if rest else ""
    none = f" If it has none, say {flag} none." if noun == "issues" else ""
    refuse(
        f"Which codes are the {noun} is not plain. The codebook has: {listed(folders, rest)}.",
        f"Say which with {flag}, a folder for all codes in it:{some}.{none} {NOTHING}",
    )


def _variable(project: Project, asked: str, usual: Sequence[str], flag: str, noun: str) -> str:
    used = {name for source in project.sources.values() for name in source.variables}
    names = sorted(used, key=str.casefold)
    if asked:
        found = [name for name in names if name.casefold() == asked.casefold()]
        if not found and asked.casefold() == NONE:
            return ""
        if not found:
            shown = ", ".join(f"“{name}”" for name in names[:20]) or "none"
            refuse(f"“{asked}” is no variable of its texts.", f"{flag} takes one of: {shown}. {NOTHING}")
        return found[0]
    called = [name for name in names if name.casefold().rpartition(":")[2].strip() in usual]
    if len(called) > 1:
        shown = ", ".join(f"“{name}”" for name in called)
        refuse(f"Several variables could be the {noun}.", f"Say which with {flag}: {shown}. {NOTHING}")
    return called[0] if called else ""
