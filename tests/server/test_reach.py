"""What is said at start: where it is, and, unless only this machine reaches it, what that means."""

from __future__ import annotations

import socket

from sayso.server.reach import reach


def told(host: str, *, read_only: bool = False) -> str:
    with socket.create_server((host, 0)) as server:
        return "\n".join(reach([server], read_only=read_only)).replace(str(server.getsockname()[1]), "PORT")


def test_on_this_machine_it_only_says_where() -> None:
    assert told("127.0.0.1") == "\n  Sayso is at http://localhost:PORT\n"


def test_open_to_others_it_says_who_can_do_what() -> None:
    words = told("0.0.0.0")
    assert "http://localhost:PORT" in words and "other computers can reach this Sayso" in words
    assert "every network of this machine, port PORT" in words
    assert "no sign-in: WHOEVER REACHES IT CAN READ, CHANGE AND DELETE" in words and "--read-only" in words
    assert "127.0.0.1" in words and "SAYSO_ALLOWED_HOSTS" in words


def test_a_copy_for_readers_promises_that_nothing_changes() -> None:
    words = told("0.0.0.0", read_only=True)
    assert "nobody can change anything" in words and "DELETE" not in words
