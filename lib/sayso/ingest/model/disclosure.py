"""What leaves the machine, in plain words: shown before the first call."""

from __future__ import annotations

from sayso.ingest.model.prompt import MOST_ACTORS, MOST_ISSUES
from sayso.ingest.model.settings import Settings


def leaves_the_machine(
    settings: Settings, *, articles: int, characters: int, issues: int = 0, actors: int = 0
) -> str:
    """What asking the model would send, and to whom.

    `characters` is the length of the articles' texts together; `issues` and `actors` are how many the dataset
    has. No title, outlet or link is sent, nor anything that a coder wrote or decided.
    """
    texts = "the whole text of 1 article" if articles == 1 else f"the whole texts of {articles:,} articles"
    sent = [f"{texts} ({characters:,} characters)"]
    if issues:
        sent.append(f"the codebook’s {_some(issues, MOST_ISSUES, 'issue')}")
    if actors:
        sent.append(f"{_some(actors, MOST_ACTORS, 'actor')} with other names and descriptions")
    what = f"Sayso sends {_listed(sent)}"
    to = f"to the model {settings.model} at {settings.host}"
    never = "Your decisions and notes and the names of coders are not sent."
    if settings.this_machine:
        return (
            f"{what} {to}, which runs on the machine that Sayso runs on: nothing leaves that machine, "
            f"unless the model’s own server passes it on. {never}"
        )
    way = (
        "over an encrypted connection whose certificate is checked"
        if settings.encrypted
        else "over a connection that is not encrypted: whoever is on the network between can read it"
    )
    return f"{what} {to}, {way}. What is kept there is up to whoever runs that server. {never}"


def _some(number: int, most: int, word: str) -> str:
    if number > most:
        return f"{word}s (at most {most} of {number:,} for an article)"
    return f"1 {word}" if number == 1 else f"{number:,} {word}s"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
