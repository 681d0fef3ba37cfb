"""What a form for a project's roles offers, and what it begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ingest.qdpx.choices import DATES, OUTLETS, guessed_folder, guessed_stances
from sayso.ingest.qdpx.folders import Folders
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.words import ISSUES, SPEAKERS
from sayso.model.wording import counted


@dataclass(frozen=True)
class Suggested:
    """Names that `Asked` takes. `offered` gives each folder's or code's size in words, folders first.

    `sayable` gives those of codes that could say a stance; one "Pro" stands for all codes of that name.
    `speakers`, `issues`, `stances`, `date` and `outlet` are guesses, empty where nothing suggests itself.
    """

    offered: dict[str, str]
    sayable: dict[str, str]
    speakers: list[str]
    issues: list[str]
    stances: dict[str, int]
    variables: list[str]
    date: str
    outlet: str


def suggest(project: Project) -> Suggested:
    """The choices of a project, for a form."""
    folders = Folders(project)
    speakers = guessed_folder(folders, SPEAKERS, []) or []
    issues = guessed_folder(folders, ISSUES, speakers) or []
    stances = guessed_stances(project)
    rest = folders.units([*speakers, *issues, *stances])
    if len(rest) == 1 and bool(speakers) != bool(issues):  # the one that is left
        speakers, issues = speakers or rest, issues or rest
    order = sorted(project.codes, key=lambda key: not project.children.get(key))
    names = sorted({name for each in project.sources.values() for name in each.variables}, key=str.casefold)
    named = _by_name(project, stances)
    passages = {name: sum(folders.segments(key) for key in keys) for name, keys in named.items()}
    return Suggested(
        {folders.title(key): _size(folders, key) for key in [*folders.all([]), *order]},
        {name: counted(number, "passage") for name, number in passages.items()},
        [folders.title(key) for key in speakers], [folders.title(key) for key in issues],
        {name: stances[keys[0]] for name, keys in named.items() if keys[0] in stances}, names, _usual(names, DATES),
        _usual(names, OUTLETS),
    )  # fmt: skip


def _by_name(project: Project, stances: Mapping[str, int]) -> dict[str, list[str]]:
    """Codes without others below them by name; by path where codes of one name do not all say the same, or nothing."""
    together: dict[str, list[str]] = {}
    for key, code in project.codes.items():
        together.setdefault(code.name.casefold(), []).append(key)
    found = {}
    for keys in together.values():
        ends = [key for key in keys if not project.children.get(key)]
        if len(ends) == len(keys) and len({stances.get(key) for key in keys}) == 1:
            found[project.codes[keys[0]].name] = keys
        else:
            found |= {project.path(key): [key] for key in ends}
    return found


def _size(folders: Folders, key: str) -> str:
    codes = len(folders.members(key))
    passages = counted(folders.segments(key), "passage")
    return f"{counted(codes, 'code')}, {passages}" if codes else passages


def _usual(names: list[str], usual: tuple[str, ...]) -> str:
    return next((name for name in names if name.casefold().rpartition(":")[2].strip() in usual), "")
