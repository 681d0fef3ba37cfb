"""Prints how many lines of each room of lib/sayso the tests ran: `make coverage`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from coverage import Coverage

ROOMS = Path(__file__).resolve().parents[1] / "lib" / "sayso"


def main() -> None:
    """A line per room, the least covered first; what no room holds is one, too."""
    measured = Coverage()
    measured.load()
    lines: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file in measured.get_data().measured_files():
        parts = Path(file).relative_to(ROOMS).parts
        _, statements, _, missing, _ = measured.analysis2(file)
        room = lines[parts[0] if len(parts) > 1 else "(the launcher)"]
        room[0] += len(statements)
        room[1] += len(statements) - len(missing)
    for name, (every, ran) in sorted(lines.items(), key=lambda item: item[1][1] / max(item[1][0], 1)):
        print(f"{name:14} {ran / max(every, 1):6.1%}  {ran} of {every} lines")


if __name__ == "__main__":
    main()
