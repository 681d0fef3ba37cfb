"""Which names this server answers to, and from whose pages it may be spoken to."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass

LOOPBACK = "127.0.0.1"
_PLACE = re.compile(
    r"(?P<name>\[[0-9a-f:.]{2,45}\]|(?:\*\.)?[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?)\.?(?::(?P<port>[0-9]{1,5}))?",
    re.IGNORECASE | re.ASCII,
)
_ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<place>[^/?#@\s]+)", re.IGNORECASE | re.ASCII)
_DEFAULT = {"http": 80, "ws": 80, "https": 443, "wss": 443}


@dataclass(frozen=True, slots=True)
class Place:
    """A host as a browser names it: lower case, without the last dot; addresses in their shortest form."""

    name: str
    port: int | None = None

    def __str__(self) -> str:
        shown = f"[{self.name}]" if ":" in self.name else self.name
        return shown if self.port is None else f"{shown}:{self.port}"


def place(text: str) -> Place | None:
    """The value of a Host header, or None if it is not one."""
    match = _PLACE.fullmatch(text)
    if match is None or match["name"].startswith("*"):
        return None
    return _place(match)


def allowed_places(entries: Iterable[str]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """What may be allowed (a name, `name:port`, `*.name` for all below it), and the entries that are none of these."""
    places, wrong = [], []
    for entry in filter(None, (entry.strip() for entry in entries)):
        try:
            ascii_only = entry if entry.isascii() else entry.encode("idna").decode()
        except UnicodeError:
            ascii_only = ""
        # An address of the sixth version is written without brackets where no port follows.
        match = _PLACE.fullmatch(
            f"[{ascii_only}]" if ascii_only.count(":") > 1 and "]" not in ascii_only else ascii_only
        )
        known = match and _place(match)
        if known:
            places.append(known)
        else:
            wrong.append(entry)
    return tuple(places), tuple(wrong)


def is_loopback(name: str) -> bool:
    """Whether a name or address never leaves this machine."""
    if name == "localhost":
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


@dataclass(frozen=True, slots=True)
class Allowed:
    """The rule. Loopback names and the address that was connected to are always allowed, with the port listened on.

    An address as a Host cannot come from a rebound name, so the server's own needs no one's leave.
    """

    places: tuple[Place, ...] = ()

    def host(self, asked: Place, own: tuple[str, int | None] | None, scheme: str) -> bool:
        """Whether to answer to `asked`; `own` is the address and port that the connection came in at."""
        if any(_covers(entry, asked) for entry in self.places):
            return True
        if own is None:
            return False
        address, port = own
        if port is not None and port != (asked.port or _DEFAULT.get(scheme, 80)):
            return False
        return is_loopback(asked.name) or asked.name == _shortest(address)

    @staticmethod
    def origin(text: str, asked: Place) -> bool:
        """Whether a page of this origin may speak to us as `asked`: it must be our own page."""
        match = _ORIGIN.fullmatch(text)
        page = place(match["place"]) if match else None
        if match is None or page is None:
            return False
        default = _DEFAULT[match["scheme"].lower()]
        page = Place(page.name, None if page.port == default else page.port)
        return page == Place(asked.name, None if asked.port == default else asked.port)


def _covers(entry: Place, asked: Place) -> bool:
    named = asked.name.endswith(entry.name[1:]) if entry.name.startswith("*.") else asked.name == entry.name
    return named and entry.port in (None, asked.port)


def _place(match: re.Match[str]) -> Place | None:
    port = int(match["port"]) if match["port"] else None
    name = match["name"].lower()
    if port is not None and not 0 < port < 65536:
        return None
    if name.startswith("["):
        try:
            name = str(ipaddress.IPv6Address(name[1:-1]))
        except ValueError:
            return None
    return Place(name, port)


def _shortest(address: str) -> str:
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address.lower()
    return str(getattr(known, "ipv4_mapped", None) or known)
