"""The server is killed in the middle of a review: what was decided is there, and the browser goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.reviewing import Coder, dataset, reading
from tests.browser.served import answering, started
from tests.server.harness import free_port


@contextmanager
def server(data: Path, port: int) -> Iterator[ForkServerProcess]:
    """Sayso on a port of one's own, which may be killed."""
    process = started(data, port, data.with_suffix(".log"))
    try:
        answering(process, port)
        yield process
    finally:
        process.kill()
        process.join(20)


def test_a_killed_server_loses_no_decision_that_was_saved(tmp_path: Path, new_person: NewPerson) -> None:
    target, port = dataset(tmp_path), free_port()
    with server(target, port) as process:
        coder = Coder(new_person(f"http://localhost:{port}"))
        coder.go_to("she supports")
        coder.press("Enter")
        coder.saved()
        coder.go_to("We will not accept")
        coder.press("Enter")
        coder.saved()
        coder.press("r")  # the key being pressed
        process.kill()
        process.join(20)
    with reading(target) as rows:
        assert rows("SELECT count(*) FROM quotes WHERE status = 'accepted'") == [(2,)]
    expect(coder.page.locator(".sr-saving")).to_be_visible()
    coder.page.wait_for_timeout(3_500)  # that long nothing is taken for lost
    with server(target, port):
        coder.open()
        assert coder.person.warned == 1
        coder.saved()
        coder.go_to("would continue")
        coder.press("Enter")
        coder.saved()
        coder.press("u")
        coder.saved()
    with reading(target) as rows:
        assert rows("SELECT count(*) FROM quotes WHERE status = 'accepted'") == [(2,)]
        assert rows("SELECT count(*) FROM statements") == [(0,)]
