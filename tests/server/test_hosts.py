"""Which names are ours: as browsers write them, and as attackers do."""

from __future__ import annotations

import pytest

from sayso.server.hosts import Allowed, Place, allowed_places, is_loopback, place

OWN = ("127.0.0.1", 8501)


def answers(host: str, *entries: str, own: tuple[str, int | None] | None = OWN, scheme: str = "http") -> bool:
    asked = place(host)
    return asked is not None and Allowed(allowed_places(entries)[0]).host(asked, own, scheme)


OURS = "localhost:8501 LocalHost:8501 localhost.:8501 127.0.0.1:8501 127.9.9.9:8501 [::1]:8501 [0:0:0:0:0:0:0:1]:8501"
FOREIGN = (
    "evil.example evil.example:8501 localhost.evil.example:8501 127.0.0.1.evil.example:8501 localhost localhost:80"
    " localhost:85010 127.1:8501 0x7f000001:8501 2130706433:8501 0.0.0.0:8501 [::]:8501 192.168.0.9:8501"
    " sub.localhost:8501 localhost-evil:8501"
)
NO_HOST = (
    "localhost: localhost:x localhost:0 localhost:65536 localhost:99999999 a,b user@localhost:8501 localhost:8501/"
    " localhost:8501? http://localhost:8501 localhost..:8501 [::1 ::1 [::1%25lo]:8501 [evil]:8501 *.example"
    " lоcalhost:8501 localhost:８501 -x"
)


@pytest.mark.parametrize("host", OURS.split())
def test_this_machine_is_always_ours(host: str) -> None:
    assert answers(host)


@pytest.mark.parametrize("host", FOREIGN.split())
def test_nothing_else_is(host: str) -> None:
    assert not answers(host)


@pytest.mark.parametrize(
    "host", [*NO_HOST.split(), "", " ", "a b", "x" * 300, "localhost:8501\r\nx: y", "localhost:8501\0"]
)
def test_what_is_no_host_is_none(host: str) -> None:
    assert place(host) is None


def test_the_address_that_was_connected_to_is_ours_because_no_name_can_be_rebound_to_be_it() -> None:
    assert answers("192.168.0.9:8501", own=("192.168.0.9", 8501))
    assert answers(
        "192.168.0.9:8501", own=("::ffff:192.168.0.9", 8501)
    )  # one socket for both kinds of address
    assert answers("[fe80::2]:8501", own=("fe80::2", 8501))
    assert not answers("192.168.0.8:8501", own=("192.168.0.9", 8501))
    assert answers("127.0.0.1", own=("127.0.0.1", 80)) and answers(
        "127.0.0.1", own=("127.0.0.1", 443), scheme="wss"
    )


def test_a_name_is_allowed_by_name_with_its_port_or_any() -> None:
    assert answers("sayso.example", "sayso.example") and answers("Sayso.Example.:9000", " SAYSO.example ")
    assert answers("localhost:9000", "localhost:9000") and not answers("localhost:9001", "localhost:9000")
    assert answers("a.sayso.example", "*.sayso.example") and not answers("sayso.example", "*.sayso.example")
    assert not answers("evilsayso.example", "sayso.example") and not answers(
        "evilsayso.example", "*.sayso.example"
    )
    assert answers("xn--bcher-kva.example", "bücher.example") and answers("[2001:db8::1]:1", "2001:db8::1")
    assert answers("sayso.example", "sayso.example", own=None) and not answers("localhost", own=None)


def test_what_cannot_be_allowed_is_told() -> None:
    assert allowed_places(["", "*", "http://a.example", "a.example/x", "ok.example"]) == (
        (Place("ok.example"),),
        ("*", "http://a.example", "a.example/x"),
    )


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"])
def test_loopback(name: str) -> None:
    assert is_loopback(name)
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "localhost.evil.example", "")))


@pytest.mark.parametrize(
    ("origin", "host", "ours"),
    [
        ("http://localhost:8501", "localhost:8501", True),
        ("http://LOCALHOST:8501", "localhost.:8501", True),
        ("https://sayso.example", "sayso.example", True),
        ("https://sayso.example:443", "sayso.example", True),
        ("http://[::1]:8501", "[0:0::1]:8501", True),
        ("http://localhost:3000", "localhost:8501", False),
        ("http://127.0.0.1:8501", "localhost:8501", False),
        ("http://localhost", "localhost:8501", False),
        ("null", "localhost:8501", False),
        ("", "localhost:8501", False),
        ("file://", "localhost:8501", False),
        ("http://evil.example", "localhost:8501", False),
        ("http://localhost:8501.evil.example", "localhost:8501", False),
        ("http://localhost:8501@evil.example", "localhost:8501", False),
        ("http://localhost:8501/", "localhost:8501", False),
        ("chrome-extension://abc", "localhost:8501", False),
        ("http://localhost:8501 http://evil.example", "localhost:8501", False),
    ],
)
def test_only_a_page_of_ours_may_speak(origin: str, host: str, ours: bool) -> None:
    asked = place(host)
    assert asked and Allowed().origin(origin, asked) is ours
