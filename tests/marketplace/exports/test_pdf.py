"""A document that goes out: tagged, in the letters of the house, and with nothing from outside its folder."""

import io
import struct
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
import typst

from marketplace.exports.letters import SOURCE, load_letters, unpack
from marketplace.exports.pdf import draw_pages, write_pdf

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TEMPLATE = """
#let gegevens = json(bytes(sys.inputs.gegevens))
#set document(title: "Proef")
#set text(font: "Source Sans 3", lang: "nl")
= Rooster
Bij #gegevens.bedrijf
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A small template."""
    path = tmp_path / "proef.typ"
    path.write_text(TEMPLATE)
    return path


def test_a_document_is_tagged_and_holds_its_words(template: Path) -> None:
    written = write_pdf(template, {"bedrijf": "Café de Eén"}, NOW)
    document = pypdf.PdfReader(io.BytesIO(written))
    assert "Bij Café de Eén" in document.pages[0].extract_text()
    assert b"/Marked true" in written
    assert b"/Lang(nl)" in written
    assert b"<pdfuaid:part>1</pdfuaid:part>" in written
    assert b"SourceSans3" in written


def test_the_same_document_is_made_again_byte_for_byte(template: Path) -> None:
    assert write_pdf(template, {"bedrijf": "Tuin"}, NOW) == write_pdf(template, {"bedrijf": "Tuin"}, NOW)


def test_a_document_can_be_looked_at(template: Path) -> None:
    (page,) = draw_pages(template, {"bedrijf": "Tuin"})
    assert page.startswith(b"\x89PNG")


def test_data_are_words_and_no_instructions(template: Path) -> None:
    document = pypdf.PdfReader(io.BytesIO(write_pdf(template, {"bedrijf": "#pagebreak() $x$"}, NOW)))
    assert len(document.pages) == 1
    assert "#pagebreak() $x$" in document.pages[0].extract_text()


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    path = tmp_path / "map" / "proef.typ"
    path.parent.mkdir()
    path.write_text('#set document(title: "x")\n= x\n#read("../geheim.txt")')
    with pytest.raises(typst.TypstError):
        write_pdf(path, {}, NOW)


def test_a_document_without_a_title_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "proef.typ"
    path.write_text("Zonder titel")
    with pytest.raises(typst.TypstError):
        write_pdf(path, {}, NOW)


def test_letters_are_unpacked_whole() -> None:
    font = unpack((SOURCE / "source-sans-3-latin-400-normal.woff").read_bytes())
    count = struct.unpack_from(">H", font, 4)[0]
    tables = [struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count)]
    assert {tag for tag, *_ in tables} >= {b"cmap", b"glyf", b"head"}
    for tag, checksum, offset, length in tables:
        table = font[offset : offset + length] + bytes(-length % 4)
        if tag != b"head":  # it holds a checksum of the whole file
            assert sum(struct.unpack(f">{len(table) // 4}I", table)) % 2**32 == checksum
    assert "Source Sans 3" in load_letters().families()
