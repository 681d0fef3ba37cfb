"""A server may answer late, wrongly, too much or not at all: each has its own words, and none loses anything."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest.model import ModelError, Settings, find_with_model
from sayso.ingest.model.errors import Reason
from tests.ingest.model.port import ARTICLE, CODEBOOK, KNOWN, sentence
from tests.ingest.model.server import QUICK, Reply, Script, quote, reports, says, serving

KEY = "sk-a-real-secret-9f"
GOOD = reports(quote(1, [2], "under any terms", "he", "k-mensah"))


def find(settings: Settings) -> int:
    return len(find_with_model(ARTICLE, settings, KNOWN, CODEBOOK).extraction.quotes)


def failure(script: Script, settings: Settings | None = None) -> ModelError:
    with pytest.raises(ModelError) as caught:
        find(settings or script.settings(key=KEY))
    error = caught.value
    assert "the model small-1 at 127.0.0.1" in error.title
    assert "What the rules found is not touched." in error.message
    assert error.next_step
    assert KEY not in f"{error}{error!r}{error.__cause__!r}{error.__context__!r}"
    return error


@pytest.mark.parametrize(
    ("reply", "reason", "says_so"),
    [
        (Reply({"error": {"message": f"Incorrect API key provided: {KEY}"}}, 401), "refused", "provided: [key]"),
        (Reply({"error": "forbidden"}, 403), "refused", "forbidden"),
        (Reply({"error": {"message": "model 'small-1' not found"}}, 404), "no model", "SAYSO_LLM_MODEL"),
        (Reply({"error": {"message": "slow down"}}, 429), "busy", "slow down"),
        (Reply(b"<html>bad gateway</html>", 502), "server", "502"),
        (Reply({}, 413), "too long", "too long"),
        (Reply({}, 307, (("Location", "http://127.0.0.1:1/v1"),)), "server", "does not follow"),
        (Reply({"error": {"message": "This model's maximum context length is 10 tokens"}}, 400), "too long", "context length"),
        (Reply(b"<html>hello</html>"), "not json", "/v1"),
        (Reply({"choices": []}), "not json", "/v1"),
        (Reply({"choices": [{"message": {"content": None}}]}), "no answer", "empty"),
        (says("I am sorry, I cannot."), "not json", "asked twice"),
        (says('{"quotes": [{"n": 1,'), "not json", "asked twice"),
        (says('["quotes"]'), "not json", "asked twice"),
        (Reply(b"x" * 5_000_000), "too large", "larger"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_said(reply: Reply, reason: Reason, says_so: str) -> None:
    with serving(reply) as script:
        error = failure(script)
    assert error.reason == reason
    assert says_so in str(error)


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    error = failure(Script([]), Settings(f"http://127.0.0.1:{port}/v1", "small-1", KEY, QUICK))
    assert error.reason == "unreachable"
    assert "SAYSO_LLM_BASE_URL" in error.next_step


def test_a_name_that_does_not_exist() -> None:
    with pytest.raises(ModelError) as caught:
        find(Settings("http://no-such-host.invalid/v1", "small-1", None, QUICK))
    assert caught.value.reason == "unreachable"


@pytest.mark.parametrize(
    "reply", [Reply({}, after=30), Reply(b"{" * 4000, drip=0.01)], ids=["silent", "dripping"]
)
def test_a_slow_server_is_not_waited_for_longer_than_was_set(reply: Reply) -> None:
    with serving(reply) as script:
        error = failure(script, script.settings(limits=replace(QUICK, answer=0.4)))
        assert script.delivered == 0, "it was left before it was done"
    assert error.reason == "timeout"
    assert "0.4 seconds" in error.message


def test_a_busy_server_is_asked_again() -> None:
    with serving(Reply({}, 429, (("Retry-After", "0"),)), Reply({}, 503), GOOD) as script:
        assert find(script.settings()) == 1
    assert len(script.requests) == 3


def test_a_busy_server_is_not_waited_for_as_long_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("sayso.ingest.model.transport.time.sleep", pauses.append)
    with serving(Reply({}, 429, (("Retry-After", "3600"),)), GOOD) as script:
        assert find(script.settings()) == 1
    assert QUICK.longest_pause in pauses and max(pauses) < 3600


def test_a_server_that_knows_no_schema_is_asked_for_json_and_then_for_nothing() -> None:
    refused = Reply({"error": {"message": "response_format is not supported"}}, 400)
    with serving(refused, refused, GOOD) as script:
        assert find(script.settings()) == 1
    forms = [request.get("response_format", {}).get("type") for request in script.requests]
    assert forms == ["json_schema", "json_object", None]


def test_a_refusal_is_remembered_for_the_next_part() -> None:
    text = "\n\n".join([ARTICLE] + ["Rain fell on the roofs of the town all day."] * 400)
    refused = Reply({"error": {"message": "Unknown name response_format"}}, 400)
    with serving(refused, reports()) as script:
        find_with_model(text, script.settings())
    forms = [request.get("response_format", {}).get("type") for request in script.requests]
    assert forms == ["json_schema", "json_object", "json_object"]


def test_a_server_that_takes_no_temperature() -> None:
    refused = Reply({"error": {"message": "Unsupported value: 'temperature' does not support 0"}}, 400)
    with serving(refused, GOOD) as script:
        assert find(script.settings()) == 1
    assert "temperature" not in script.requests[1]
    assert script.requests[1]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(
    "wrapped", ["```json\n{}\n```", "<think>Is it {{this}}?</think>\n{}", "Here you are:\n{}\nAnything else?"]
)
def test_an_answer_may_come_wrapped(wrapped: str) -> None:
    inner = GOOD.body["choices"][0]["message"]["content"]
    with serving(says(wrapped.replace("{}", inner))) as script:
        assert find(script.settings()) == 1


def test_an_answer_of_the_wrong_form_is_asked_for_again() -> None:
    with serving(says("Mensah said no."), GOOD) as script:
        assert find(script.settings()) == 1
    assert "could not be read: it is not JSON" in script.asked(1)


def test_rows_of_the_wrong_form_do_not_take_the_others_with_them() -> None:
    good = quote(1, [sentence("a mistake")], "It is a mistake", "Ama Owusu", "Ama Owusu")
    bad: list[Any] = [
        good | {"parts": "text"},
        good | {"n": "one"},
        "row",
        good | {"parts": []},
        good | {"speaker": 4},
    ]
    with serving(reports(good, *bad)) as script:
        found = find_with_model(ARTICLE, script.settings(), KNOWN, CODEBOOK)
    assert len(script.requests) == 2
    assert len(found.extraction.quotes) == 1
    assert sum("Not of the form" in line for line in found.left_out) == len(bad)


def test_the_key_goes_to_the_server_and_nowhere_else(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG), serving(GOOD) as script:
        settings = script.settings(key=KEY)
        find(settings)
    assert script.headers[0]["Authorization"] == f"Bearer {KEY}"
    output = capfd.readouterr()
    assert KEY not in f"{caplog.text}{output.out}{output.err}{settings!r}{script.requests}"


def test_a_certificate_that_nobody_vouches_for_is_refused_and_nothing_sent(tmp_path: Path) -> None:
    with serving(GOOD, certificate=self_signed(tmp_path)) as script:
        error = failure(script)
        assert script.requests == []
    assert error.reason == "tls"
    assert "SSL_CERT_FILE" in error.next_step


def test_a_certificate_that_the_system_trusts_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(GOOD, certificate=certificate) as script:
        assert find(script.settings(key=KEY)) == 1


def self_signed(folder: Path) -> Path:
    if not shutil.which("openssl"):
        pytest.skip("making a certificate needs the openssl command")
    file = folder / "server.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key", "-out", folder / "crt"],
        check=True, capture_output=True,
    )  # fmt: skip
    file.write_bytes((folder / "key").read_bytes() + (folder / "crt").read_bytes())
    return file
