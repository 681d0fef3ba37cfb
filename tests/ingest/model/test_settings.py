"""Off unless set up; wrong settings are said before anything is sent; the page can say what would be."""

from __future__ import annotations

import pytest

from sayso.ingest.model import ModelError, Settings, configured, leaves_the_machine, read_settings

BASE, MODEL, KEY = "SAYSO_LLM_BASE_URL", "SAYSO_LLM_MODEL", "SAYSO_LLM_API_KEY"
SECRET = "sk-do-not-print"


def test_without_variables_there_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (BASE, MODEL, KEY):
        monkeypatch.delenv(name, raising=False)
    configured.cache_clear()
    assert configured() is None
    assert read_settings({BASE: " ", MODEL: "", KEY: SECRET}) is None


def test_the_environment_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    configured.cache_clear()
    monkeypatch.setenv(BASE, "http://localhost:11434/v1")
    monkeypatch.setenv(MODEL, "small")
    first = configured()
    monkeypatch.setenv(MODEL, "other")
    assert configured() is first
    assert first is not None
    assert first.coder == "model:small@1"
    configured.cache_clear()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("http://localhost:11434/v1/", "http://localhost:11434/v1"),
        ("https://models.example.org/v1/chat/completions", "https://models.example.org/v1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_address_is_kept_plain(address: str, kept: str) -> None:
    settings = read_settings({BASE: address, MODEL: "small"})
    assert settings is not None
    assert settings.base_url == kept


@pytest.mark.parametrize(
    ("environment", "says_so"),
    [
        ({BASE: "http://localhost/v1"}, f"{MODEL} is not"),
        ({MODEL: "small"}, f"{BASE} is not"),
        ({BASE: "ftp://localhost/v1", MODEL: "small"}, "not an http or https address"),
        ({BASE: "file:///etc/passwd", MODEL: "small"}, "not an http or https address"),
        ({BASE: "localhost:11434", MODEL: "small"}, "not an http or https address"),
        ({BASE: "http://", MODEL: "small"}, "not an http or https address"),
        ({BASE: "http://a b/v1", MODEL: "small"}, "not an http or https address"),
        ({BASE: "http://localhost:99999/v1", MODEL: "small"}, "not an address"),
        ({BASE: "http://[::1/v1", MODEL: "small"}, "not an address"),
        ({BASE: f"https://me:{SECRET}@example.org/v1", MODEL: "small"}, "user name or password"),
        ({BASE: f"https://example.org/v1?key={SECRET}", MODEL: "small"}, "after ? or #"),
        ({BASE: "https://example.org/v1", MODEL: "a\x1b[31m"}, "not a model's name"),
        (
            {BASE: "https://example.org/v1", MODEL: "small", KEY: f"{SECRET}\nX-Evil: 1"},
            "characters that no key has",
        ),
        ({BASE: "http://models.example.org/v1", MODEL: "small", KEY: SECRET}, "unencrypted"),
        ({BASE: "http://localhost.example.org/v1", MODEL: "small", KEY: SECRET}, "unencrypted"),
    ],
)
def test_settings_that_cannot_be_right_are_refused(environment: dict[str, str], says_so: str) -> None:
    with pytest.raises(ModelError) as caught:
        read_settings(environment)
    assert caught.value.reason == "settings"
    assert says_so in str(caught.value)
    assert SECRET not in f"{caught.value}{caught.value!r}"


def test_a_key_may_go_unencrypted_to_this_machine_only() -> None:
    for address in ("http://localhost:1/v1", "http://127.0.0.1:1/v1", "http://[::1]:1/v1"):
        settings = read_settings({BASE: address, MODEL: "small", KEY: SECRET})
        assert settings is not None
        assert settings.this_machine
        assert SECRET not in repr(settings)


def test_what_leaves_the_machine_is_said_in_full() -> None:
    said = leaves_the_machine(
        Settings("https://models.example.org/v1", "big", SECRET),
        articles=1,
        characters=4812,
        issues=12,
        actors=1,
    )
    for words in ("the whole text of 1 article (4,812 characters)", "the codebook’s 12 issues", "1 actor with",
                  "big at models.example.org", "encrypted connection whose certificate is checked", "not sent"):  # fmt: skip
        assert words in said
    assert SECRET not in said


def test_an_unencrypted_way_and_a_server_of_ones_own_are_told_apart() -> None:
    def say(address: str) -> str:
        return leaves_the_machine(Settings(address, "m"), articles=3, characters=1, actors=5000)

    assert "not encrypted" in say("http://models.example.org/v1")
    assert "nothing leaves that machine" in say("http://127.0.0.1:8080/v1")
    assert "at most 120 of 5,000" in say("http://127.0.0.1:8080/v1")
