"""A browser tab without a browser: opens a page over a WebSocket, and sends a coder's decisions as the desk does."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

DESK = "sayso_review"
Decision = dict[str, Any]


class Tab:
    """One session with a running server. Raises ConnectionClosed or TimeoutError when the server is gone."""

    def __init__(self, site: str, coder: str = "kim") -> None:
        place = urlsplit(site).netloc
        self.connection: ClientConnection = connect(
            f"ws://{place}/_stcore/stream", origin=Origin(f"http://{place}"), subprotocols=[Subprotocol("streamlit")],
            max_size=None, additional_headers={"Cookie": f"sayso_coder={coder}"}, open_timeout=60,
        )  # fmt: skip
        self.client, self.seq = uuid4().hex, 0
        self.desk: dict[str, Any] = {}
        self.words: list[str] = []
        self.trouble: list[str] = []
        self._desk_id = self._fragment = self._page = self._query = ""

    def open(self, page: str = "", query: str = "") -> None:
        """Open a page as a link would, and wait until it stands."""
        self._page, self._query = page, query
        self.words = []
        self._run(ClientState(page_name=page, query_string=query))

    def items(self, kind: str, status: str = "proposed") -> list[dict[str, Any]]:
        """The desk's cards of a kind and a status."""
        return [each for each in self.desk["items"] if each["kind"] == kind and each["status"] == status]

    def send(self, *decisions: Decision) -> int:
        """Send decisions on the article that is open without waiting for an answer; the last one's number."""
        numbered = []
        for decision in decisions:
            self.seq += 1
            numbered.append({"article": self.desk["article"], "heard": 0, "seq": self.seq, **decision})
        outbox = {"client": self.client, "session": self.desk["session"], "decisions": numbered}
        state = WidgetState(id=self._desk_id, json_value=json.dumps({"outbox": outbox}))
        self._send(
            ClientState(
                page_name=self._page, query_string=self._query, widget_states=WidgetStates(widgets=[state]),
                fragment_id=self._fragment,
            )
        )  # fmt: skip
        return self.seq

    def heard(self, seq: int, patience: float = 60.0) -> list[dict[str, Any]]:
        """Wait until the server has acknowledged a number; what it refused of this tab's."""
        until = time.monotonic() + patience
        while not (self.desk["acked"]["client"] == self.client and self.desk["acked"]["seq"] >= seq):
            self._take(max(0.01, until - time.monotonic()))
        return [each for each in self.desk["refused"] if each["client"] == self.client]

    def close(self) -> None:
        """Close the tab."""
        self.connection.close()

    def _run(self, state: ClientState) -> None:
        self._send(state)
        until = time.monotonic() + 120
        while self._take(max(0.01, until - time.monotonic())) != ForwardMsg.FINISHED_SUCCESSFULLY:
            pass

    def _send(self, state: ClientState) -> None:
        self.connection.send(BackMsg(rerun_script=state).SerializeToString())

    def _take(self, patience: float) -> int | None:
        """Take in the next message; how a run ended, if that is what it says."""
        raw = self.connection.recv(timeout=patience)
        message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            return int(message.script_finished)
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if (
                element.WhichOneof("type") == "bidi_component"
                and element.bidi_component.component_name == DESK
            ):
                self._desk_id, self._fragment = element.bidi_component.id, message.delta.fragment_id
                self.desk = json.loads(element.bidi_component.bytes)
            elif element.WhichOneof("type") == "exception":
                self.trouble.append(element.exception.message)
            elif element.WhichOneof("type") == "alert" and element.alert.format == Alert.ERROR:
                self.trouble.append(element.alert.body)
            elif element.WhichOneof("type") in ("markdown", "html"):
                self.words.append(element.markdown.body or element.html.body)
        return None
