"""Done before the first visitor: imports, preparation, freezing, sockets."""

import asyncio
import gc
import socket
import sys
import time
import weakref
from collections.abc import Callable

import pytest
import uvicorn

from sayso.server.sockets import address, disable_nagle, listening
from sayso.server.stopping import CLOSED, bound_waiting
from sayso.server.warmup import lifespan, warm_up
from tests.server.harness import run_async


@pytest.fixture(autouse=True)
def thaw() -> object:
    yield None
    gc.unfreeze()


def test_modules_are_imported_and_everything_is_frozen() -> None:
    sys.modules.pop("colorsys", None)
    seen: list[bool] = []
    warm_up(lambda: seen.append("colorsys" in sys.modules), modules=["colorsys"])
    assert seen == [True]
    assert gc.get_freeze_count() > 1_000


def test_a_failed_preparation_is_logged_and_the_server_starts(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise OSError("no such dataset")

    warm_up(fail, modules=[])
    assert "no such dataset" in caplog.text and gc.get_freeze_count() > 0


def test_a_weak_reference_to_what_is_gone_is_no_socket() -> None:
    class Short:
        pass

    short = Short()
    stale = weakref.proxy(short)
    del short
    assert isinstance(listening(), list) and stale is not None


def test_accepted_connections_send_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert server in listening()
        disable_nagle(listening())
        with socket.create_connection(server.getsockname()):
            accepted, _ = server.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_only_listening_tcp_sockets_count() -> None:
    with socket.socket() as idle, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        assert idle not in listening() and datagrams not in listening()


def test_the_url_is_one_a_person_can_open() -> None:
    with socket.create_server(("0.0.0.0", 0)) as server:
        assert address(server) == f"http://localhost:{server.getsockname()[1]}"


def test_the_lifespan_prepares_then_announces() -> None:
    told: list[str] = []

    async def run(server: socket.socket) -> None:
        async with lifespan(lambda: told.append("prepared"), announce=told.append)(object()):
            assert told[0] == "prepared"
            assert any(str(server.getsockname()[1]) in line for line in told[1:])

    with socket.create_server(("127.0.0.1", 0)) as server:
        run_async(run(server))


def test_datasets_are_closed_after_the_work_in_the_background() -> None:
    told: list[str] = []

    async def run() -> None:
        hook = lifespan(
            lambda: None,
            announce=told.append,
            afterwards=lambda _is_stopping: told.append("worked"),
            closing=lambda: told.append("closed"),
        )
        async with hook(object()):
            assert "closed" not in told

    run_async(run())
    assert told.index("worked") < told.index("closed") < told.index(CLOSED)


def test_work_in_the_background_is_told_when_the_server_stops() -> None:
    told: list[bool] = []

    def work(is_stopping: Callable[[], bool]) -> None:
        told.append(is_stopping())
        until = time.monotonic() + 10
        while not is_stopping() and time.monotonic() < until:
            time.sleep(0.005)
        told.append(is_stopping())

    async def run() -> None:
        async with lifespan(lambda: None, announce=lambda _: None, afterwards=work)(object()):
            while not told:
                await asyncio.sleep(0.005)

    run_async(run())
    assert told == [False, True]


def test_they_are_closed_when_the_server_fails_and_a_failure_to_close_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail() -> None:
        raise OSError("the disk is full")

    async def run() -> None:
        async with lifespan(lambda: None, announce=lambda _: None, closing=fail)(object()):
            raise RuntimeError("the server fell over")

    with pytest.raises(RuntimeError, match="fell over"):
        run_async(run())
    assert "the disk is full" in caplog.text


def test_a_server_waits_a_bounded_time_for_who_does_not_hang_up() -> None:
    server = uvicorn.Server(uvicorn.Config(app="app:app"))
    patient = uvicorn.Server(uvicorn.Config(app="app:app", timeout_graceful_shutdown=60))
    bound_waiting(2)
    assert server.config.timeout_graceful_shutdown == 2
    assert patient.config.timeout_graceful_shutdown == 60  # somebody has said so
