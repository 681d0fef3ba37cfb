"""The codebook as folders: what a name means, what is below it, and which role a code has from above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from sayso.ingest.qdpx.archive import NOTHING, refuse
from sayso.ingest.qdpx.records import Project
from sayso.model.wording import counted

MOST = 12  # names in a list


class Folders:
    """Codes with others below them, and sets of codes. A set's key is `set:` with its name."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._used = Counter(segment.code for segment in project.segments)
        self._sets = {f"set:{name}": members for name, members in project.groups.items()}
        self._by_name: dict[str, list[str]] = {}
        for key in project.codes:
            names = {project.codes[key].name, project.path(key), project.path(key).replace(" / ", "/")}
            for name in names:
                self._by_name.setdefault(name.casefold(), []).append(key)
        for key in self._sets:
            self._by_name.setdefault(key.removeprefix("set:").casefold(), []).append(key)

    def name(self, key: str) -> str:
        """What a folder or code is called."""
        return key.removeprefix("set:") if key in self._sets else self._project.codes[key].name

    def title(self, key: str) -> str:
        """A name that says which one: with its path if another has the same name."""
        name = self.name(key)
        alone = key in self._sets or len(self._by_name[name.casefold()]) == 1
        return name if alone else self._project.path(key)

    def members(self, key: str) -> list[str]:
        """All codes below a folder or in a set."""
        if key not in self._sets:
            return self._project.below(key)
        return [code for member in self._sets[key] for code in (member, *self._project.below(member))]

    def segments(self, key: str) -> int:
        """How many passages are coded with a code or with one below it."""
        return sum(self._used[code] for code in {key, *self.members(key)})

    def all(self, taken: Sequence[str]) -> list[str]:
        """Every folder that is neither in `taken` nor below one of them."""
        gone = set(taken)
        under = {code for key in taken for code in self.members(key)}
        folders = [*self._sets, *(key for key in self._project.codes if self._project.children.get(key))]
        return [key for key in folders if key not in gone | under]

    def units(self, taken: Sequence[str]) -> list[str]:
        """What a role could be given to: top folders, sets and single codes in use, but those in `taken`."""
        gone = set(taken) | {code for key in taken for code in self.members(key)}
        top = [key for key, code in self._project.codes.items() if code.parent is None and key not in gone]
        grouped = {code for key in self._sets if key not in gone for code in self.members(key)}
        sets = [key for key in self._sets if key not in gone and not gone.issuperset(self.members(key))]
        rest = [*sets, *(key for key in top if key not in grouped and not self._all_gone(key, gone))]
        return [key for key in rest if self.segments(key)]

    def above(self, key: str) -> list[str]:
        """The keys of the codes above a code, nearest first."""
        found = []
        code = self._project.codes.get(key)
        while code is not None and code.parent is not None:
            found.append(code.parent)
            code = self._project.codes[code.parent]
        return found

    def nearest(self, key: str, values: Mapping[str, str]) -> str:
        """The value of a code, of the nearest code above it, or of a set that it is in."""
        for at in (key, *self.above(key)):
            if at in values:
                return values[at]
        return next(values[name] for name in values if key in self.members(name))

    def named(self, names: Sequence[str], flag: str) -> list[str]:
        """The folder or code of each name. Raises IntakeError if a name is unknown, or means several."""
        return [self._one(name, flag) for name in names]

    def codes_named(self, name: str, flag: str) -> list[str]:
        """All codes with a name: "Pro" may stand below every issue. Raises IntakeError if there is none."""
        found = [key for key in self._by_name.get(_plain(name), ()) if key not in self._sets]
        if not found:
            self._unknown(name, flag)
        return found

    def roles(self, given: Mapping[str, Sequence[str]], stances: Iterable[str]) -> dict[str, str]:
        """The role of each code: its own, else that of the nearest folder above it that has one.

        Raises IntakeError if one code is given two.
        """
        direct: dict[str, str] = {}
        for role, keys in given.items():
            for key in keys:
                for each in self._sets.get(key, (key,)):
                    if direct.setdefault(each, role) != role:
                        refuse(
                            f"“{self.title(each)}” cannot be both {direct[each]} and {role}.",
                            f"Give every code one role. {NOTHING}",
                        )
        roots = {key for keys in given.values() for key in keys if self._project.children.get(key)}
        found = {}
        for code in self._project.codes:
            at = next((key for key in (code, *self.above(code)) if key in direct), None)
            if at is not None:
                found[code] = "folder" if code in roots else direct[at]
        for code in stances:
            if code in direct:
                refuse(
                    f"“{self.title(code)}” cannot be both {direct[code]} and stance.",
                    f"Give every code one role. {NOTHING}",
                )
            found |= dict.fromkeys(self._project.below(code), "ignored") | {code: "stance"}
        return found

    def _one(self, name: str, flag: str) -> str:
        found = self._by_name.get(_plain(name), [])
        if not found:
            self._unknown(name, flag)
        whole = [
            key
            for key in found
            if key not in self._sets and self._project.path(key).casefold() == _plain(name)
        ]
        if len(whole) == 1:
            return whole[0]
        if len(found) > 1:
            paths = [
                self._project.path(key) if key not in self._sets else f"the set {self.name(key)}"
                for key in found
            ]
            refuse(
                f"Several codes are called “{name}”: {', '.join(f'“{path}”' for path in paths[:MOST])}.",
                f"Give {flag} the whole path. {NOTHING}",
            )
        return found[0]

    def _unknown(self, name: str, flag: str) -> NoReturn:
        refuse(
            f"There is no code or folder “{name}”.",
            f"{flag} takes one of: {listed(self, self.units([]))}. {NOTHING}",
        )

    def _all_gone(self, key: str, gone: set[str]) -> bool:
        return bool(self.members(key)) and gone.issuperset(self.members(key)) and not self._used[key]


def listed(folders: Folders, keys: Sequence[str]) -> str:
    """Folders and codes with their sizes, the most used first: "“Actors” (14 codes, 220 passages)"."""
    order = sorted(keys, key=lambda key: (not folders.members(key), -folders.segments(key)))
    shown = []
    for key in order[:MOST]:
        codes = len(folders.members(key))
        size = f"{counted(codes, 'code')}, " if codes else ""
        shown.append(f"“{folders.title(key)}” ({size}{counted(folders.segments(key), 'passage')})")
    more = f" and {len(order) - MOST:,} more" if len(order) > MOST else ""
    return (", ".join(shown) or "nothing that is in use") + more


def _plain(name: str) -> str:
    return name.strip().casefold()
