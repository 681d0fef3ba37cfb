"""A browser's part of the conversation, without a browser: real WebSockets, real protobufs."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from google.protobuf.descriptor import FieldDescriptor  # type: ignore[import-untyped]  # protobuf comes without types
from google.protobuf.message import Message  # type: ignore[import-untyped]  # protobuf comes without types
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 60  # seconds; a run takes about 0.2


def open_socket(
    port: int, *, host: str = "", origin: str | None = "", path: str = "/_stcore/stream"
) -> ClientConnection:
    """A WebSocket to the server at `port` of this machine, under whatever Host and from whatever Origin."""
    host = host or f"localhost:{port}"
    page = f"http://{host}" if origin == "" else origin
    return connect(
        f"ws://{host}{path}",
        sock=socket.create_connection(("127.0.0.1", port), timeout=PATIENCE),
        origin=Origin(page) if page is not None else None,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        compression=None,
        proxy=None,
        legacy=True,
    )


def is_let_in(port: int, *, host: str = "", origin: str | None = "") -> bool:
    """Whether such a WebSocket is opened."""
    try:
        open_socket(port, host=host, origin=origin).close()
    except InvalidHandshake:
        return False
    return True


@dataclass(frozen=True)
class Run:
    """What the server sent in one run of a page."""

    messages: tuple[ForwardMsg, ...]
    raw: bytes

    @property
    def pages(self) -> dict[str, str]:
        """The pages that the navigation offers, by their address: their hashes."""
        offered = [
            message.navigation.app_pages for message in self.messages if message.HasField("navigation")
        ]
        return {page.url_pathname: page.page_script_hash for page in (offered[-1] if offered else ())}

    @property
    def page(self) -> str:
        """The hash of the page that was shown."""
        shown = [
            message.navigation.page_script_hash for message in self.messages if message.HasField("navigation")
        ]
        return shown[-1] if shown else ""

    @property
    def widgets(self) -> tuple[Any, ...]:
        """Every element that answers to a widget's state."""
        return tuple(
            found
            for message in self.messages
            for found in _within(message)
            if str(getattr(found, "id", "")).startswith("$$ID-")
        )


class Visitor:
    """One session."""

    def __init__(self, port: int) -> None:
        self.connection = open_socket(port)

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        with suppress(Exception):
            self.connection.close()

    def open(
        self, page: str = "", query: str = "", states: Sequence[WidgetState] = (), *, page_hash: str = ""
    ) -> Run:
        """Run a page, named by its address or by its hash, with these widget states."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.page_script_hash = page_hash
        asked.rerun_script.query_string = query
        asked.rerun_script.widget_states.widgets.extend(states)
        self.connection.send(asked.SerializeToString())
        return self.finished()

    def finished(self) -> Run:
        """What comes until a run has finished; one that starts over goes on."""
        messages, raw = [], []
        while True:
            received = self.connection.recv(timeout=PATIENCE)
            assert isinstance(received, bytes)
            raw.append(received)
            messages.append(ForwardMsg.FromString(received))
            last = messages[-1]
            if last.WhichOneof("type") == "script_finished" and last.script_finished in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
            ):
                return Run(tuple(messages), b"".join(raw))


def _within(message: Any) -> Iterator[Any]:
    yield message
    for field, value in message.ListFields():
        if field.type != FieldDescriptor.TYPE_MESSAGE:
            continue
        if isinstance(value, Message):
            yield from _within(value)
        elif not (field.message_type and field.message_type.GetOptions().map_entry):
            for each in value:
                yield from _within(each)
