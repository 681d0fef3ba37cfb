"""What is wrong with a data package, one problem a row, and the error that carries them all."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import StoreError, printable


@dataclass(frozen=True)
class Problem:
    """One thing wrong: `row` is the line's number as a spreadsheet shows it (the header is row 1)."""

    file: str
    row: int | None
    column: str
    wrong: str
    right: str

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return printable(f"{place}: {self.wrong} Expected: {self.right}")


class PackageRejected(StoreError):
    """A data package has problems; nothing was changed."""

    def __init__(self, title: str, problems: list[Problem]) -> None:
        self.problems = in_file_order(problems)
        count = len(problems)
        super().__init__(
            title,
            f"{count} problem{'s' if count != 1 else ''} found; nothing was changed.\n"
            + "\n".join(str(problem) for problem in self.problems),
            "Correct the rows named above and try again.",
        )


def in_file_order(problems: list[Problem]) -> list[Problem]:
    """Problems by file, then row, then column; those of a whole file first."""
    return sorted(problems, key=lambda problem: (problem.file, problem.row or 0, problem.column))
