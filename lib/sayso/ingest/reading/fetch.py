"""A page fetched at a person's request: public addresses only, and never too much or for too long."""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sayso.errors import IntakeError
from sayso.ingest.reading.addresses import is_public
from sayso.ingest.reading.article import LARGEST_FILE, ReadArticle
from sayso.ingest.reading.files import read
from sayso.ingest.reading.kinds import SUFFIXES
from sayso.model.version import VERSION
from sayso.model.wording import counted

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse
    from urllib3.util.url import Url

SECONDS = 20.0
MOST_REDIRECTS = 5
PORTS = (80, 443)
USER_AGENT = f"Sayso/{VERSION} (reads one page because a person asked for it)"
TITLE = "Fetching the page"
_PASTE = "Open it in your browser, copy the article's text and paste it."
_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
    "application/jsonl": ".jsonl",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True)
class Fetched:
    """What a server sent: `content` is unpacked, `final_url` where redirects ended."""

    url: str
    final_url: str
    content: bytes
    content_type: str


@dataclass
class _Attempt:
    """What the waiting thread and the fetching one share."""

    seconds: float
    deadline: float
    may_use: Callable[[str], bool]
    ports: Collection[int]
    trusted: ssl.SSLContext | None
    connection: HTTPConnection | None = None
    is_over: bool = False
    result: Fetched | None = None
    error: Exception | None = None

    def left(self) -> float:
        """Seconds left; raises IntakeError when there are none."""
        left = self.deadline - monotonic()
        if left <= 0 or self.is_over:
            raise _too_slow(self.seconds)
        return left


def fetch(
    url: str,
    *,
    seconds: float = SECONDS,
    may_use: Callable[[str], bool] = is_public,
    ports: Collection[int] = PORTS,
    trusted: ssl.SSLContext | None = None,
) -> Fetched:
    """Get `url` over http or https, following at most `MOST_REDIRECTS` redirects.

    Every address of every host on the way must pass `may_use`, and the connection is made to an address that
    did, so a name that resolves anew cannot lead elsewhere. No cookies, no proxy, certificates verified
    against `trusted` (default: the system's). `seconds` covers everything; the unpacked body may have 10 MiB.
    `may_use` and `ports` are there for tests. Raises IntakeError for anything else than a page.
    """
    attempt = _Attempt(seconds, monotonic() + seconds, may_use, ports, trusted)
    worker = Thread(target=_work, args=(attempt, url), name="sayso-fetch", daemon=True)
    worker.start()
    worker.join(seconds)
    if worker.is_alive():  # a name server or a server that sends a byte now and then
        attempt.is_over = True
        _cut(attempt.connection)
        raise _too_slow(seconds)
    if attempt.error is not None:
        raise attempt.error
    assert attempt.result is not None
    return attempt.result


def read_fetched(fetched: Fetched) -> list[ReadArticle]:
    """The articles in what was fetched; its kind is what the server says, else what its address ends in.

    Raises IntakeError as `read` does.
    """
    media, _, rest = fetched.content_type.partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    path = fetched.final_url.split("?")[0].split("#")[0]
    name = path.rstrip("/").rsplit("/", 1)[-1] if path.count("/") > 2 else ""
    suffix = _SUFFIX_OF_TYPE.get(media.strip().lower(), "")
    if suffix and not (suffix == ".txt" and name.endswith(tuple(SUFFIXES))):
        name = f"{name.rpartition('.')[0] or name or 'page'}{suffix}"
    return read(name or "page", fetched.content, url=fetched.final_url, charset=charset)


def _work(attempt: _Attempt, url: str) -> None:
    import urllib3.exceptions

    try:
        attempt.result = _follow(attempt, url)
    except IntakeError as error:
        attempt.error = error
    except (TimeoutError, urllib3.exceptions.TimeoutError):
        attempt.error = _too_slow(attempt.seconds)
    except (ssl.SSLError, urllib3.exceptions.SSLError) as error:
        attempt.error = _failed("Its certificate cannot be verified, so it may not be who it says.", error)
    except (HTTPException, zlib.error, EOFError, urllib3.exceptions.ProtocolError) as error:
        attempt.error = _failed("The server's answer is no page, or broke off.", error)
    except (OSError, ValueError, urllib3.exceptions.HTTPError) as error:
        attempt.error = _failed("The connection failed or broke off.", error)
    except Exception as error:  # raised in the thread that waits, whatever it is
        attempt.error = error
    finally:
        _cut(attempt.connection)


def _follow(attempt: _Attempt, url: str) -> Fetched:
    here = url.strip()
    for _ in range(MOST_REDIRECTS + 1):
        response = _ask(attempt, here)
        if response.status in (301, 302, 303, 307, 308) and response.headers.get("location"):
            here = urljoin(here, response.headers["location"].strip())
            _cut(attempt.connection)
            continue
        if response.status != 200:
            raise _refused(response.status)
        kind = response.headers.get("content-type", "")
        return Fetched(url, here, _body(attempt, response), kind)
    raise IntakeError(
        TITLE, f"It redirects more than {counted(MOST_REDIRECTS, 'time')}. Nothing was taken.", _PASTE
    )


def _ask(attempt: _Attempt, url: str) -> HTTPResponse:
    """The response to a GET of one address, its body unread."""
    from urllib3.exceptions import NewConnectionError

    place = _checked(url, attempt.ports)
    host = (place.host or "").strip("[]")
    port = place.port or (443 if place.scheme == "https" else 80)
    headers = {
        "Host": place.netloc or host,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    problem: Exception | None = None
    for address in _addresses(attempt, host, port):
        connection = _connection(attempt, place.scheme or "", host, address, port)
        attempt.connection = connection
        try:
            connection.connect()
        except (NewConnectionError, TimeoutError, ConnectionError) as error:
            problem = error
            continue
        attempt.left()
        connection.request("GET", place.request_uri, headers=headers, preload_content=False)
        return connection.getresponse()
    raise _failed("The server cannot be reached.", problem)


def _checked(url: str, ports: Collection[int]) -> Url:
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        place = parse_url(url)
    except LocationParseError as error:
        raise IntakeError(
            TITLE, "That is no web address.", "Copy it from your browser's address bar."
        ) from error
    if place.scheme not in ("http", "https") or not place.host:
        raise IntakeError(
            TITLE,
            "Only addresses that begin with http:// or https:// are fetched.",
            "Copy the whole address from your browser's address bar.",
        )
    if place.auth is not None:
        raise IntakeError(TITLE, "The address holds a user name or password.", "Leave it out.")
    if (place.port or (443 if place.scheme == "https" else 80)) not in ports:
        raise IntakeError(TITLE, f"Port {place.port} is not one of the web's (80 and 443).", _PASTE)
    return place


def _addresses(attempt: _Attempt, host: str, port: int) -> list[str]:
    """Every address of `host`, all of them allowed. Raises IntakeError if there is none, or any is not."""
    attempt.left()
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise IntakeError(
            TITLE, f"There is no server “{host}”, or no internet connection.", "Check the address."
        ) from error
    addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if not addresses or not all(attempt.may_use(address) for address in addresses):
        raise IntakeError(
            TITLE,
            f"“{host}” leads to a private or local network, not to the public web. Nothing was fetched.",
            "If you may read it, copy the article's text and paste it.",
        )
    return addresses


def _connection(attempt: _Attempt, scheme: str, host: str, address: str, port: int) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection

    timeout = attempt.left()
    if scheme == "http":
        return HTTPConnection(address, port, timeout=timeout)
    return HTTPSConnection(
        address,
        port,
        timeout=timeout,
        server_hostname=host,
        ssl_context=attempt.trusted or ssl.create_default_context(),
    )


def _body(attempt: _Attempt, response: HTTPResponse) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(65_536, decode_content=True):
        attempt.left()
        size += len(chunk)
        if size > LARGEST_FILE:
            raise IntakeError(
                TITLE, f"It is larger than {LARGEST_FILE // 2**20} MiB. Nothing was taken.", _PASTE
            )
        chunks.append(chunk)
    return b"".join(chunks)


def _cut(connection: HTTPConnection | None) -> None:
    """End a connection at once, also while another thread waits for it."""
    if connection is None:
        return
    sock = connection.sock
    if sock is not None:
        with suppress(OSError):  # closed already
            sock.shutdown(socket.SHUT_RDWR)
    connection.close()


def _refused(status: int) -> IntakeError:
    if status in (401, 402, 403, 451):
        return IntakeError(TITLE, f"The server does not let Sayso read it ({status}).", _PASTE)
    if status in (404, 410):
        return IntakeError(TITLE, f"There is no such page ({status}).", "Check the address.")
    if status == 429:
        return IntakeError(
            TITLE, "The server says: too many requests (429).", "Wait a while, or paste the text."
        )
    return IntakeError(TITLE, f"The server answered {status} instead of a page.", _PASTE)


def _too_slow(seconds: float) -> IntakeError:
    return IntakeError(TITLE, f"It took longer than {seconds:.0f} seconds. Nothing was taken.", _PASTE)


def _failed(what: str, error: Exception | None) -> IntakeError:
    found = IntakeError(TITLE, what, "Check the address and your connection, or paste the text.")
    found.__cause__ = error
    return found
