"""Pages are fetched from public addresses only, within limits, whatever a server does."""

from __future__ import annotations

import resource
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from sayso.errors import IntakeError
from sayso.ingest.reading.addresses import is_public
from sayso.ingest.reading.fetch import Fetched, fetch, read_fetched
from tests.ingest.reading import made
from tests.ingest.reading.servers import ANSWERS, Site, site


@pytest.fixture(scope="module")
def server() -> Iterator[Site]:
    with site() as running:
        yield running


def local(server: Site, path: str, **options: Any) -> Fetched:
    """Fetch from the test's own server, the one local address that is let through."""
    settings: dict[str, Any] = {"may_use": lambda address: address == "127.0.0.1", "ports": {server.port}}
    return fetch(server.url(path), **settings | options)


def test_a_page_is_fetched_and_read(server: Site) -> None:
    fetched = local(server, "/page")
    (article,) = read_fetched(fetched)
    assert article.title == "Council wants quay sale put off"
    assert article.url == fetched.final_url == server.url("/page")
    _, headers = server.asked[-1]
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert headers["user-agent"].startswith("Sayso/")


def test_what_is_no_page_is_read_by_its_type(server: Site) -> None:
    (plain,) = read_fetched(local(server, "/plain"))
    assert plain.text == made.TEXT
    (paper,) = read_fetched(local(server, "/pdf/story"))
    assert "north quay" in paper.text and paper.url == server.url("/pdf/story")


def test_packed_pages_are_unpacked(server: Site) -> None:
    assert local(server, "/gzip").content == made.page()


def test_five_redirects_are_followed_and_six_are_not(server: Site) -> None:
    assert local(server, "/hops/5").final_url == server.url("/page")
    with pytest.raises(IntakeError, match="redirects more than 5"):
        local(server, "/hops/6")


def test_no_cookie_is_kept(server: Site) -> None:
    local(server, "/cookie")
    assert "cookie" not in server.asked[-1][1]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/status/401", "let Sayso read"), ("/status/404", "no such page"), ("/status/429", "too many"), ("/status/500", "answered 500"),
        ("/large", "larger than 10 MiB"), ("/endless", "larger than 10 MiB"), ("/bomb", "larger than 10 MiB"),
        ("/broken", "broke off"),
    ],
)  # fmt: skip
def test_what_is_no_page_of_a_size_is_refused(server: Site, path: str, says: str) -> None:
    with pytest.raises(IntakeError, match=says):
        local(server, path)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_that_is_no_page_is_told_in_words(server: Site, answer: str) -> None:
    with pytest.raises(IntakeError) as told:
        read_fetched(local(server, f"/raw/{quote(answer)}"))
    assert told.value.next_step


def test_a_bomb_packed_twice_does_not_fill_the_memory(server: Site) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(IntakeError):
        local(server, "/bomb-in-bomb")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "kilobytes"


@pytest.mark.parametrize("path", ["/drip", "/dripped-headers", "/silent"])
def test_a_server_that_takes_its_time_is_left(server: Site, path: str) -> None:
    delivered = server.delivered
    with pytest.raises(IntakeError, match="longer than"):
        local(server, path, seconds=1)
    assert server.delivered == delivered, "it was left before it was done"


@pytest.mark.parametrize(
    "url",
    ["ftp://example.com/x", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "gopher://x", "//example.com", "example.com",
     "http://", "", "http://user:secret@example.com/", "http://exa mple.com/", "http://example.com:22/", "https://example.com:8443/"],
)  # fmt: skip
def test_an_address_that_is_no_ordinary_web_address_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(IntakeError):
        fetch(url, may_use=lambda address: pytest.fail("it was looked up"))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0x7f000001", "017700000001",
     "169.254.169.254", "10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "[fd00:ec2::254]", "[fe80::1]", "[64:ff9b::7f00:1]"],
)  # fmt: skip
def test_nothing_local_or_private_is_asked(server: Site, host: str) -> None:
    asked = len(server.asked)
    with pytest.raises(IntakeError, match=r"private or local|no server"):
        fetch(server.url("/page", host), ports={server.port})
    assert len(server.asked) == asked


@pytest.mark.parametrize(
    "to", ["http://10.0.0.1/page", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://0/"]
)
def test_a_redirect_to_a_private_address_is_not_followed(server: Site, to: str) -> None:
    with pytest.raises(IntakeError, match=r"private or local|Port"):
        local(server, f"/to/{quote(to, safe='')}", ports={server.port, 80})


def test_a_redirect_to_another_scheme_is_not_followed(server: Site) -> None:
    with pytest.raises(IntakeError, match="begin with http"):
        local(server, "/to/file:///etc/passwd")


def test_a_name_that_resolves_anew_cannot_lead_elsewhere(
    server: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checked address is connected to; the name is never looked up a second time."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        looked_up.append(str(host))
        if host == "rebind.example":
            return real("127.0.0.1" if looked_up.count(host) == 1 else "127.0.0.2", port, *rest, **more)
        return real(host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    url = server.url("/page", "rebind.example")
    fetched = fetch(url, may_use=lambda address: address == "127.0.0.1", ports={server.port})
    assert fetched.content == made.page()
    assert looked_up.count("rebind.example") == 1
    assert server.asked[-1][1]["host"] == f"rebind.example:{server.port}"


def test_a_name_with_one_private_address_is_refused(server: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, server.port)) for ip in ("93.184.215.14", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(IntakeError, match="private or local"):
        fetch(server.url("/page", "mixed.example"), ports={server.port})


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    made_by: list[str] = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=selm.example",
    ]
    where: list[str] = [
        "-addext",
        "subjectAltName=DNS:selm.example",
        "-keyout",
        str(folder / "key.pem"),
        "-out",
        str(folder / "cert.pem"),
    ]
    try:
        subprocess.run([*made_by, *where], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    return folder


def test_certificates_are_checked_against_the_name(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: real("127.0.0.1", *rest, **more))
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with site(served) as server:
        options: dict[str, Any] = {"may_use": lambda address: True, "ports": {server.port}}
        trusting = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
        good = fetch(server.url("/page", "selm.example", "https"), **options, trusted=trusting)
        assert good.content == made.page()
        with pytest.raises(IntakeError, match="certificate"):
            fetch(server.url("/page", "selm.example", "https"), **options)
        trusting = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
        with pytest.raises(IntakeError, match="certificate"):
            fetch(server.url("/page", "other.example", "https"), **options, trusted=trusting)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.215.14",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "1.1.1.1",
        "2a00:1450:4001::1",
        "3ffe::1",
    ],
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "168.63.129.16", "100.100.100.200", "ff02::1", "::",
     "2002:7f00:1::", "2001:0:7f00:1::", "::7f00:1", "fe80::1%eth0", "fec0::1", "2001:db8::1", "64:ff9b:1::1", "", "nonsense",
     "3fff::1", "3fff:fff:ffff::1", "5f00::1", "4000::1", "::1", "2620:4f:8000::1", "203.0.113.9", "198.51.100.9", "192.0.0.9", "0.1.2.3"],
)  # fmt: skip
def test_addresses_that_lead_elsewhere_are_not(address: str) -> None:
    assert not is_public(address)
