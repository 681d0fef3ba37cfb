"""What the reader did to a chart."""

from dataclasses import dataclass
from typing import Self, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Click:
    """A mark that was clicked, or chosen with Enter. Values are as the browser sent them: check them."""

    data: Json
    """The mark's `customdata`."""
    x: Json
    y: Json
    trace: str
    """The name of the trace it belongs to."""

    @classmethod
    def read(cls, sent: object) -> Self | None:
        """The click in a trigger value, if it is one."""
        if not isinstance(sent, dict):
            return None
        return cls(sent.get("data"), sent.get("x"), sent.get("y"), str(sent.get("trace") or ""))


@dataclass(frozen=True, slots=True)
class Zoom:
    """The x range now in view: two dates or numbers, as the axis has them. Both None: all of it."""

    start: str | float | None
    end: str | float | None

    @classmethod
    def read(cls, sent: object) -> Self | None:
        """The range in a trigger value, if it is one."""
        if not isinstance(sent, dict):
            return None
        return cls(_bound(sent.get("start")), _bound(sent.get("end")))


def _bound(value: object) -> str | float | None:
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None
