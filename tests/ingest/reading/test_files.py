"""Files are read as articles, with what they say about themselves."""

from __future__ import annotations

import json

import pytest

from sayso.errors import IntakeError
from sayso.ingest.reading.files import read, read_pasted
from sayso.store.text_check import canonical, sha256
from tests.ingest.reading import made
from tests.ratio import times_longer


def test_a_text_file_keeps_every_character_so_that_its_hash_stays(article_text: str) -> None:
    (article,) = read("article.txt", article_text.encode())
    assert sha256(article.text) == sha256(article_text)
    assert (article.title, article.language) == ("article", "en")
    assert article.published_on is None, "no date is made up"


def test_a_headline_and_a_dateline_are_found_and_the_date_is_marked_as_a_guess() -> None:
    text = f"Council wants quay sale put off\nPORT SELM, 24 July 2021 (VPA) — {made.TEXT}"
    (article,) = read("story.txt", text.replace("\n", "\r\n").encode())
    assert article.title == "Council wants quay sale put off"
    assert (article.published_on, article.published_on_basis) == ("2021-07-24", "inferred")
    assert article.text == canonical(text)


@pytest.mark.parametrize(
    "line",
    [
        "The quay was sold on 24 July 2021 to a firm that nobody knew.",
        "On 3 January 2020, the commander was killed near the airport.",
        "Earlier, on July 24, 2021, talks had begun.",
        "PORT SELM, July 24 (VPA) — The council has met.",
        "Yesterday the council met.",
    ],
)
def test_a_date_in_a_sentence_or_without_a_year_is_no_publication_date(line: str) -> None:
    assert read_pasted(f"{line}\n{made.TEXT}").published_on is None


@pytest.mark.parametrize(
    "line",
    ["Published: July 24, 2021", "24 July 2021", "2021-07-24", "By Ilse Varga, 24 July 2021", "Saturday 24 July 2021, 10:15",
     "LONDON, July 24, 2021 (VPA) - The council has met.", "Karsuna/Port Selm, 24 July 2021 – The council has met."],
)  # fmt: skip
def test_a_line_that_is_a_date_is(line: str) -> None:
    article = read_pasted(f"Quay sale off\n{line}\n{made.TEXT}")
    assert (article.published_on, article.published_on_basis) == ("2021-07-24", "inferred")


def test_lines_wrapped_at_a_width_become_paragraphs_and_the_coder_is_told() -> None:
    words = (made.TEXT + " " + made.TEXT).split()
    lines = [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]
    article = read_pasted("\n".join(lines[:8]) + "\n\n" + "\n".join(lines[8:]))
    assert article.text.count("\n") == 2
    assert any("Line ends" in note for note in article.notes)
    assert read_pasted(made.TEXT).text == made.TEXT, "a paragraph a line is left alone"


def test_encodings() -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (article,) = read("story.txt", made.TEXT.encode(encoding))
        assert article.text == made.TEXT
    assert any("Windows-1252" in note for note in article.notes)
    arabic = "قال وزير الخارجية إن بلاده تحتاج إلى التعاون مع التحالف الدولي في مجال التدريب. " * 8
    (article,) = read("story.txt", arabic.encode("cp1256"))
    assert article.text == arabic.strip()
    assert article.language is None, "only English is told for certain"


def test_a_pdf_gives_its_text_as_paragraphs_without_running_heads() -> None:
    told = [
        ["Dockers were told of the sale by letter, and the coun-", "cil wants the contract on the table before", "anyone signs."],
        ["The ministry will answer in writing, a spokesman said.", "It does not doubt the tender, which closes in", "March."],
        ["Ilse Varga chairs the council. She said on Friday that", "nobody has read the contract, not even those who", "wrote it."],
    ]  # fmt: skip
    pages = [["Selm Post, 7", *lines, f"Page {n} of 3"] for n, lines in enumerate(told, 1)]
    (article,) = read("quay_sale.pdf", made.pdf(pages, title="Quay sale put off"))
    assert article.title == "Quay sale put off"
    assert article.text.split("\n") == [" ".join(lines).replace("coun- cil", "council") for lines in told]
    assert any("PDF" in note for note in article.notes)


def test_a_word_file_gives_all_its_text_but_not_what_was_deleted() -> None:
    content = made.docx(
        made.STORY, heading="Quay sale put off", table=[("Bidder", "Offer"), ("Norline", "2.4 bn")]
    )
    content = made.changed_docx(
        content, "Nobody has read the contract", "</w:t></w:r><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Nobody has read the contract</w:t></w:r></w:ins><w:r><w:t>",
    )  # fmt: skip
    (article,) = read("sale.docx", content)
    assert article.title == "Quay sale put off"
    assert article.text == "\n".join(
        ["Quay sale put off", *made.STORY, "Bidder", "Offer", "Norline", "2.4 bn"]
    )


def test_a_table_gives_an_article_for_each_row() -> None:
    rows = ["Headline;Body;Link;Newspaper;Date;Lang;Section", f'"Sale off";"{made.STORY[0]}";https://selm.example/1;Selm Post;24/07/2021;en-GB;News',
            f'"Sale on";"{made.STORY[2]}";ftp://x;;03/04/2021;English;']  # fmt: skip
    first, second = read("stories.csv", "\r\n".join(rows).encode())
    assert (first.title, first.text, first.outlet) == ("Sale off", made.STORY[0], "Selm Post")
    assert (first.url, first.language) == ("https://selm.example/1", "en")
    assert (first.published_on, first.published_on_basis) == ("2021-07-24", "stated")
    assert first.notes == ("Not used, column Section.",)
    assert (second.url, second.published_on, second.outlet) == (None, None, None)
    told = " ".join(second.notes)
    assert all(word in told for word in ("03/04/2021", "English", "ftp://x"))


def test_json_lines_give_an_article_each() -> None:
    lines = [
        {"title": "One", "text": made.STORY[0], "published_on": "2021-07"},
        {"TEXT": made.STORY[1], "score": 3},
    ]
    first, second = read("stories.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert (first.title, first.published_on) == ("One", "2021-07")
    assert second.title.startswith("“Nobody has read the contract,”")
    assert any("score" in note for note in second.notes)


def test_an_email_gives_its_body_and_its_attachments() -> None:
    inner = made.mail(made.STORY[2], subject="Ministry's answer")
    message = made.mail(
        made.TEXT,
        "<p>the same in HTML</p>",
        [("more.txt", made.STORY[1].encode()), ("logo.png", b"\x89PNG"), ("broken.pdf", b"%PDF-1.4 broken")],
    )
    message.add_attachment(inner)
    body, more, forwarded = read("news.eml", message.as_bytes())
    assert (body.title, body.text) == ("Morning news", made.TEXT)
    assert (body.published_on, body.published_on_basis) == ("2024-03-03", "inferred")
    assert any("broken.pdf" in note for note in body.notes)
    assert any("logo.png" in note for note in body.notes)
    assert (more.title, more.text) == ("more", made.STORY[1])
    assert (forwarded.title, forwarded.text) == ("Ministry's answer", made.STORY[2])


def test_an_email_in_html_alone_is_read_without_scripts() -> None:
    html = made.page(more="<script>alert('x')</script>").decode()
    (body,) = read("news.eml", made.mail(html=html).as_bytes())
    assert made.STORY[0] in body.text
    assert "alert" not in body.text


@pytest.mark.parametrize("written", ["", "   \n "])
def test_nothing_pasted_is_no_article(written: str) -> None:
    with pytest.raises(IntakeError):
        read_pasted(written)


def test_no_first_line_keeps_the_reader_busy() -> None:
    plain = ("The council met on the quay. " * 10)[:290]
    for line in ("A" * 290 + "! 24 July 2021", "A A" * 95 + " 24 July 2021", "1" * 290 + " 24 July 2021"):
        assert read_pasted(f"{line}\n{made.TEXT}").published_on is None
        hard, easy = (f"{first}\n{made.TEXT}" for first in (line, plain))
        assert times_longer(lambda: read_pasted(hard), lambda: read_pasted(easy)) < 50  # noqa: B023 - called at once


def test_half_a_surrogate_pair_is_left_out_of_text_and_title() -> None:
    line = json.dumps({"text": "\ud83d They stay. \ude00\ud83d\ude00", "title": "A\udfff title"})
    (article,) = read("table.jsonl", line.encode())
    assert article.text == "They stay. \U0001f600" and article.title == "A title"
    article.text.encode()
