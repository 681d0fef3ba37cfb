"""The server's share: what the browser sent is sent again by a bare client, and the answer timed."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol


class Replay:
    """A session of its own that repeats recorded messages."""

    def __init__(self, socket: str) -> None:
        origin = Origin(f"http://{urlsplit(socket).netloc}")
        self.connection: ClientConnection = connect(
            socket, origin=origin, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None
        )

    def send(self, message: bytes) -> float:
        """Milliseconds from sending `message` until the server says that its run has finished."""
        began = time.perf_counter()
        self.connection.send(message)
        while True:
            raw = self.connection.recv(timeout=30)
            answer = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            finished = answer.script_finished if answer.WhichOneof("type") == "script_finished" else None
            if finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """End the session."""
        self.connection.close()
