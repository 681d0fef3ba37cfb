"""Addresses that lead elsewhere, redirects and names that change their mind, and answers that are no page."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import quote

from sayso.ingest.reading.addresses import is_public
from sayso.ingest.reading.fetch import fetch, read_fetched
from tests.hostile.trial import Trial, asked, command, dataset
from tests.ingest.reading.servers import ANSWERS, site

HOSTS: tuple[str, ...] = (
    "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "0.0.0.0", "0", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001",
    "0177.0.0.1", "127.000.000.001", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]",
    "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1%25lo]", "[fd00:ec2::254]", "[3fff::1]", "[5f00::1]", "[fec0::1]", "[ff02::1]",
    "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200", "168.63.129.16",
    "192.0.0.192", "198.18.0.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "１２７.0.0.1", "①②⑦.0.0.1", "127。0。0。1",
)  # fmt: skip
WHOLE: tuple[str, ...] = (
    "file:///etc/passwd", "ftp://example.com/x", "gopher://127.0.0.1:6379/_x", "dict://127.0.0.1:11211/", "javascript:alert(1)", "data:text/html,x",
    "jar:http://x!/", "http://", "http:///etc/passwd", "//example.com", "http://user:secret@127.0.0.1/", "http://example.com@127.0.0.1/", "http://127.0.0.1#@example.com/",
    "http://example.com:22/", "http://example.com:0/", "http://example.com:99999/", "http://[::1", "http://exa mple.com/", "http://example.com\r\nHost: evil/",
    "http://exam\x00ple.com/", "HTTP://127.0.0.1/", "http:\\\\127.0.0.1\\", "http:127.0.0.1", "http://.../", "http://-/", "http://" + "a" * 300 + ".example/", "http://xn--a/", "http://％31/",
)  # fmt: skip
REDIRECTS: tuple[str, ...] = (
    "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://0/", "http://127.0.0.2/", "//10.0.0.1/", "file:///etc/passwd",
    "http://localhost:22/", "ftp://127.0.0.1/", "javascript:alert(1)", "http://user:x@127.0.0.1/", "http://[fd00::1]/", "\\\\10.0.0.1\\x", "http://2130706434/", "gopher://x/",
)  # fmt: skip
PAGES = (
    "/hops/6", "/status/401", "/status/404", "/status/429", "/status/500", "/status/204", "/large", "/endless", "/bomb", "/bomb-in-bomb", "/broken",
    "/drip", "/dripped-headers", "/silent",
)  # fmt: skip


def _local(path: str, *, may_be_taken: bool = False) -> Callable[[Path], str]:
    def run(_: Path) -> str:
        with site() as server:
            ports = {server.port, 80}
            ended = asked(lambda: read_fetched(fetch(server.url(path), seconds=1.5, may_use=lambda address: address == "127.0.0.1", ports=ports)))  # fmt: skip
        assert may_be_taken or ended == "refused", "it was taken"
        return ended

    return run


def _host(host: str) -> Callable[[Path], str]:
    def run(_: Path) -> str:
        with site() as server:
            ended = asked(lambda: fetch(server.url("/page", host), seconds=5, ports={server.port}))
            assert server.asked == [], "it was asked"
        assert ended == "refused"
        return ended

    return run


def _typed(url: str) -> Callable[[Path], str]:
    """At the command that a person uses."""

    def run(place: Path) -> str:
        target = dataset(place)
        ended, output = command("add", url, "--data", target, "--coder", "bob")
        assert ended == "refused", output
        return ended

    return run


def _rebinding(answers: list[list[str]], is_taken: bool) -> Callable[[Path], str]:
    """A name whose addresses change from one look-up to the next; only 127.0.0.1 passes for public here."""

    def run(_: Path) -> str:
        real = socket.getaddrinfo
        with site() as server:
            asks: list[str] = []

            def lookup(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
                if host != "rebind.example":
                    return real(host, port, *rest, **more)
                asks.append(host)
                found = answers[min(len(asks), len(answers)) - 1]
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

            with mock.patch.object(socket, "getaddrinfo", lookup):
                ended = asked(lambda: fetch(server.url("/page", "rebind.example"), seconds=5, may_use=lambda address: address == "127.0.0.1", ports={server.port}))  # fmt: skip
            assert len(asks) == 1, "the name was looked up again"
            assert bool(server.asked) == is_taken
        return ended

    return run


def _never(address: str) -> Callable[[Path], str]:
    def run(_: Path) -> str:
        assert not is_public(address.strip("[]").replace("%25", "%"))
        return "refused"

    return run


def trials(seed: int) -> Iterator[Trial]:
    """All of them, whatever the seed."""
    for host in HOSTS:
        yield Trial("fetch", f"host: {host}", _host(host))
    for url in WHOLE:
        yield Trial("fetch", f"address: {ascii(url)[:60]}", _typed(url))
    for to in REDIRECTS:
        yield Trial("fetch", f"redirect: {to}", _local(f"/to/{quote(to, safe='')}"))
    for page in PAGES:
        yield Trial("fetch", f"server: {page}", _local(page))
    for answer in ANSWERS:
        yield Trial("fetch", f"answer: {answer}", _local(f"/raw/{quote(answer)}"))
    names: tuple[tuple[str, list[list[str]], bool], ...] = (
        ("changes its mind", [["127.0.0.1"], ["127.0.0.2"]], True), ("has a private address too", [["127.0.0.1", "10.0.0.1"]], False),
        ("is private at once", [["10.0.0.1"], ["127.0.0.1"]], False), ("has none", [[]], False), ("is a metadata service", [["169.254.169.254"]], False),
    )  # fmt: skip
    for name, answers, is_taken in names:
        yield Trial("fetch", f"a name that {name}", _rebinding(answers, is_taken))
    for address in (
        "3fff::1",
        "3fff:fff::",
        "5f00::1",
        "2001:db8::1",
        "::ffff:8.8.8.8",
        "192.0.2.1",
        "fe80::1%eth0",
    ):
        yield Trial("fetch", f"never public: {address}", _never(address))
