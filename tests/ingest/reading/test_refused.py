"""What cannot be read is refused whole, in words that say why."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from pypdf import PdfReader, PdfWriter

from sayso.errors import IntakeError
from sayso.ingest.reading import pdf as pdf_reading
from sayso.ingest.reading.files import read
from tests.ingest.reading import made


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def encrypted() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(made.pdf([made.STORY]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


STORY = made.TEXT.encode()
REFUSED = {
    "empty": ("a.txt", b"", "empty"),
    "only white space": ("a.html", b" \n\t ", "empty"),
    "11 MiB": ("a.txt", b"word " * (11 * 2**20 // 5), "10 MiB"),
    "a text of 700,000 characters": ("a.txt", b"word " * 140_000, "at most"),
    "random bytes": ("a.txt", bytes(range(256)) * 40, "binary"),
    "random bytes as csv": ("a.csv", os.urandom(4000), "binary|damaged|encoding"),
    "UTF-8 cut in a letter": ("a.txt", made.TEXT.encode() * 2 + b"\xe2\x80", "damaged"),
    "a PDF called text": ("a.txt", made.pdf([made.STORY]), "holds PDF"),
    "HTML called PDF": ("a.pdf", made.page(), "holds HTML"),
    "text called HTML": ("a.html", STORY, "holds text"),
    "text called Word": ("a.docx", STORY, "holds text"),
    "text called e-mail": ("a.eml", b"Just some words without headers", "holds text"),
    "an old Word file": ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "not .doc"),
    "a picture": ("a.jpg", b"\xff\xd8\xff" + b"\0" * 600, "not .jpg"),
    "a zip": ("a.zip", zipped(a=b"x"), "not .zip"),
    "a zip called Word": ("a.docx", zipped(a=b"x"), "holds zip"),
    "a scan": ("a.pdf", made.pdf([[], []]), "scan"),
    "an encrypted PDF": ("a.pdf", encrypted(), "password"),
    "a 200-page PDF": ("a.pdf", made.pdf([["word"]] * 200), "200 pages"),
    "a damaged PDF": ("a.pdf", b"%PDF-1.7\n" + os.urandom(5000), "PDF"),
    "a damaged Word file": ("a.docx", made.docx(made.STORY)[:-900], "damaged|holds zip"),
    "a Word file that unpacks to 100 MiB": ("a.docx", zipped(word__document_xml=b" " * 100 * 2**20), "Unpacked"),
    "a Word file without its parts": ("a.docx", zipped(word__document_xml=b"<a/>"), "Word"),
    "a Word file without text": ("a.docx", made.docx([]), "no text"),
    "a table without texts": ("a.csv", b"title,url\nOne,https://a.example\n", "no column of texts"),
    "a table with a row that is too long": ("a.csv", b"title,text\nOne,Two\nOne,Two,Three\n", "Line 3 has 3"),
    "a table with an empty text": ("a.csv", b"title,text\nOne,Two\nThree,\n", "Line 3 has no text"),
    "a table with a quote left open": ("a.csv", b'title,text\n"One,Two\n', "CSV"),
    "a table without rows": ("a.csv", b"title,text\n", "no rows"),
    "JSON that breaks off": ("a.jsonl", b'{"text": "One"}\n{"text": "Tw\n', "Line 2 is not JSON"),
    "JSON that is a list": ("a.jsonl", b'["One"]\n', "Line 1 is no object"),
    "JSON nested 100,000 deep": ("a.jsonl", b"[" * 100_000, "Line 1 is not JSON"),
    "an e-mail without text": ("a.eml", made.mail(attachments=[("a.png", b"\x89PNG")]).as_bytes(), "no text"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_the_reason(name: str, content: bytes, says: str) -> None:
    with pytest.raises(IntakeError, match=says) as told:
        read(name, content)
    assert name in told.value.title
    assert told.value.next_step, "and it says what to do"


def test_a_pdf_that_would_take_hours_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reading, "SECONDS", 3)
    with pytest.raises(IntakeError, match=r"longer|too large"):
        read("forms.pdf", made.pdf([made.STORY], more=b"(a) Tj " * 6_000_000))


def test_a_pdf_whose_pages_unpack_to_gigabytes_is_ended() -> None:
    content = made.pdf([made.STORY], more=b" " * 200 * 2**20)
    assert len(content) < 10 * 2**20
    with pytest.raises(IntakeError):
        read("bomb.pdf", content)


def test_no_entity_of_a_word_file_is_expanded() -> None:
    laughs = (
        '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "'
        + "&a;" * 1000
        + '"><!ENTITY c "'
        + "&b;" * 1000
        + '">]>'
    )
    content = made.docx(made.STORY)
    content = made.changed_docx(content, "<w:document", f"{laughs}<w:document")
    content = made.changed_docx(content, "Nobody has read", "&c;&c;&c;")
    try:
        (article,) = read("laughs.docx", content)
    except IntakeError:
        return
    assert "haha" not in article.text


def layers(depth: int, lines: int) -> bytes:
    """An e-mail of parts in parts."""
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return (
        f"Subject: Many\nFrom: a@b.example\n{head}Content-Type: text/plain\n\n{'Words.' * 40}\n".encode()
        + b"x\n" * lines
    )


DEAR = {
    "an e-mail of 300 layers": layers(300, 110_000),
    "an e-mail of 5,000 parts": b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhi\n" * 5_500 + b"--b--",
    "an e-mail of 5,000 parameters": b"Subject: x\nContent-Type: text/plain" + b"; a=b" * 5_000 + b"\n\n" + STORY,
    "an e-mail of line ends": b"Subject: x\nFrom: a@b.example\n\n" + b"\n" * 9_000_000,
}  # fmt: skip


@pytest.mark.parametrize("content", DEAR.values(), ids=DEAR.keys())
def test_an_email_that_would_take_long_is_not_parsed(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sayso.ingest.reading.mail.message_from_bytes", lambda *_, **__: pytest.fail("it was")
    )
    with pytest.raises(IntakeError, match="more parts, or longer headers") as told:
        read("a.eml", content)
    assert told.value.next_step


def test_an_email_of_ten_mebibytes_is_read() -> None:
    picture = ("photo.png", os.urandom(6 * 2**20))
    message = made.mail(made.TEXT, attachments=[picture, ("paper.txt", STORY)])
    assert len(read("a.eml", message.as_bytes())) == 2


def test_a_name_that_breaks_python_s_own_parser_is_refused() -> None:
    name = b"(" * 3_000
    content = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + STORY
    content += b"\n--b\nContent-Disposition: attachment; filename=" + name + b"\n\nx\n--b--\n"
    with pytest.raises(IntakeError, match="cannot be read as an e-mail"):
        read("a.eml", content)
