"""Files made for tests: PDFs, Word files, pages and e-mails, good and hostile."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from email.message import EmailMessage

from docx import Document

STORY = [
    "The harbour council of Port Selm has called for the sale of the north quay to be put off until spring.",
    "“Nobody has read the contract,” said Ilse Varga, who chairs the council. “We want it on the table first.”",
    "The ministry said that it would answer in writing, and that the tender of the quay was not in doubt.",
    "Dockers who have worked there for twenty years were told of the sale by letter, their union said on Friday.",
]
TEXT = "\n".join(STORY)
LONG = "\n".join(
    f"{paragraph} This is paragraph number {n} of the story." for n in range(3) for paragraph in STORY
)


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", more: bytes = b"") -> bytes:
    """A PDF with these lines on its pages; an empty page is blank; `more` ends each page's drawing."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        shown = b" ".join(b"(" + line.encode("cp1252") + b") Tj 0 -14 Td" for line in lines)
        stream = zlib.compress(b"BT /F1 11 Tf 50 780 Td " + shown + b" " + more + b" ET")
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {5 + 2 * n} 0 R >>".encode()
        )
        head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + stream + b"\nendstream")
    if title:
        objects.append(f"<< /Title ({title}) >>".encode())
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    info = f" /Info {len(objects)} 0 R" if title else ""
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R{info} >>\nstartxref\n{table}\n%%EOF\n".encode()
    )
    return out.getvalue()


def docx(paragraphs: Sequence[str], *, heading: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file."""
    document = Document()
    if heading:
        document.add_heading(heading, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed_docx(content: bytes, old: str, new: str) -> bytes:
    """The same Word file with `old` replaced in its main part."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            data = before.read(part)
            if part.filename == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            after.writestr(part.filename, data)
    return out.getvalue()


def page(
    paragraphs: Sequence[str] = (*STORY, *STORY),
    *,
    title: str = "Council wants quay sale put off",
    head: str = "",
    more: str = "",
) -> bytes:
    """An article's page with menus and a footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} | Selm Post</title>{head}</head>'
        '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<main><article><h1>{title}</h1>{body}</article></main>{more}"
        "<footer><p>Copyright Selm Post. All rights reserved. Contact us.</p></footer></body></html>"
    ).encode()


def mail(
    text: str = "",
    html: str = "",
    attachments: Sequence[tuple[str, bytes]] = (),
    subject: str = "Morning news",
) -> EmailMessage:
    """An e-mail of 3 March 2024."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Selm Post <news@selm.example>"
    message["Date"] = "Sun, 03 Mar 2024 08:30:00 +0000"
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message
