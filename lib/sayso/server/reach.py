"""Who can reach this server, in words for whoever started it."""

from __future__ import annotations

import socket
from collections.abc import Sequence

from sayso.server.hosts import is_loopback
from sayso.server.sockets import address

EVERYWHERE = ("0.0.0.0", "::")


def reach(sockets: Sequence[socket.socket], *, read_only: bool) -> tuple[str, ...]:
    """What to print once the server listens: where it is, and what it means if others can reach it."""
    told = [f"\n  Sayso is at {url}\n" for url in dict.fromkeys(map(address, sockets))]
    open_to = [sock.getsockname() for sock in sockets if not is_loopback(sock.getsockname()[0])]
    if open_to:
        told.append(_warning(open_to[0][0], open_to[0][1], read_only=read_only))
    return tuple(told)


def _warning(host: str, port: int, *, read_only: bool) -> str:
    where = "on every network of this machine" if host in EVERYWHERE else f"at {host}"
    means = (
        "  Whoever reaches it can read everything in it; nobody can change anything."
        if read_only
        else "  There is no sign-in: WHOEVER REACHES IT CAN READ, CHANGE AND DELETE EVERYTHING IN IT.\n"
        "  If others should only read, start it with --read-only (or SAYSO_READ_ONLY=1)."
    )
    return (
        f"  NOTE: other computers can reach this Sayso: it listens {where}, port {port}.\n"
        f"{means}\n"
        "  If it is for you alone, start it without --host: then it listens on 127.0.0.1.\n"
        "  Under a name (not an address) it answers only where that is allowed: SAYSO_ALLOWED_HOSTS=NAME\n"
    )
