"""Files that mean harm or are broken: each is refused with a sentence, before it can do anything."""

import io
import re
import struct
import zipfile
from collections.abc import Callable

import pytest

from marketplace.imports import archive, limits
from marketplace.imports.archive import DAMAGED, MACROS, NO_WORKBOOK, PASSWORD, STRICT, TOO_LARGE
from tests.marketplace.voorbeeldtabel import GOED, SHEET, repacked, said, shared_workbook, workbook

BOMB = b"""<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>"""
OUTSIDE = b"""<!DOCTYPE b [<!ENTITY c SYSTEM "file:///etc/passwd">]>"""


def _with(name: str, content: bytes, base: bytes | None = None) -> bytes:
    """A workbook with a part more."""
    file = io.BytesIO(base or workbook(GOED))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as changed:
        changed.writestr(name, content)
    return file.getvalue()


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    assert said(_with("xl/worksheets/sheet9.xml", bytes(limits.MOST_UNPACKED + 1))) == [TOO_LARGE]


def test_a_part_that_is_held_whole_may_not_be_large() -> None:
    noise = bytes(range(256)) * (limits.MOST_UNPACKED_PART // 256 + 1)
    assert said(_with("xl/styles2.xml", noise)) == [TOO_LARGE]


def test_a_part_that_unpacks_many_times_its_size_is_refused() -> None:
    assert said(_with("xl/worksheets/sheet9.xml", bytes(30 * limits.MIB))) == [TOO_LARGE]


def test_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 5)
    assert said(workbook(GOED)) == [TOO_LARGE]


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    content = bytearray(_with("xl/worksheets/sheet9.xml", bytes(10_000)))
    place = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, place + 24, 10)
    assert said(bytes(content)) == [DAMAGED]


def test_a_part_that_is_there_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = _with(SHEET, b"<worksheet/>")
    assert said(twice) == [DAMAGED]


def test_a_macro_is_refused_by_what_is_inside_and_by_name() -> None:
    assert said(_with("xl/vbaProject.bin", b"x")) == [MACROS]
    assert said(workbook(GOED), "plekken.xlsm") == [MACROS]
    enabled = repacked(
        workbook(GOED),
        Content_Types=lambda xml: xml.replace(
            b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
            b"vnd.ms-excel.sheet.macroEnabled.main",
        ),
    )
    assert said(enabled) == [MACROS]


def test_an_encrypted_part_is_refused() -> None:
    content = bytearray(workbook(GOED))
    struct.pack_into("<H", content, content.index(b"PK\x01\x02") + 8, 1)
    assert said(bytes(content)) == [PASSWORD]


def test_another_archive_is_no_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as other:
        other.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert said(file.getvalue()) == [NO_WORKBOOK]


def test_the_strict_kind_is_refused_with_what_to_do() -> None:
    strict = repacked(
        workbook(GOED),
        workbook=lambda xml: xml.replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml"),
    )
    assert said(strict) == [STRICT]


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
@pytest.mark.parametrize("part", ["sheet", "sharedStrings", "workbook", "styles", "Content_Types"])
def test_declared_entities_are_refused_in_every_part(part: str, declared: bytes) -> None:
    def declare(xml: bytes) -> bytes:
        xml = re.sub(rb"<\?xml[^>]*\?>", b"", xml)
        return declared + xml.replace(b"Magazijn", b"&c;")

    assert said(repacked(shared_workbook(GOED), **{part: declare})) == [DAMAGED]


def test_a_document_type_is_refused_also_without_entities() -> None:
    typed = repacked(workbook(GOED), sheet=lambda xml: b"<!DOCTYPE worksheet>" + xml)
    assert said(typed) == [DAMAGED]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (
            "sheet",
            lambda xml: xml.replace(
                b"</worksheet>", b'<mergeCells><mergeCell ref="?"/></mergeCells></worksheet>'
            ),
        ),
        ("sheet", lambda xml: xml[: len(xml) // 2]),
        ("sheet", lambda _: b""),
        ("sheet", lambda xml: xml.replace(b'<row r="2"', b'<row r="1"')),
        ("sheet", lambda xml: xml.replace(b'<row r="2"', b'<row r="99999999999"')),
        ("sheet", lambda xml: xml.replace(b'r="B2"', b'r="2B"')),
        ("workbook", lambda _: b"<workbook"),
        ("styles", lambda xml: xml[: len(xml) // 2]),
        ("sharedStrings", lambda xml: xml[: len(xml) // 2]),
        ("workbook", lambda xml: xml.replace(b'r:id="rId1"', b'r:id="rId99"')),
    ],
)
def test_a_damaged_part_is_told(part: str, change: Callable[[bytes], bytes]) -> None:
    faults = said(repacked(shared_workbook(GOED), **{part: change}))
    assert faults[0].endswith(DAMAGED)


def test_a_shared_text_that_is_not_there_ends_the_reading() -> None:
    content = repacked(shared_workbook(GOED), sheet=lambda xml: xml.replace(b"<v>8</v>", b"<v>999</v>"))
    assert said(content)[-1].endswith(DAMAGED)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_told(share: float) -> None:
    content = workbook(GOED)
    assert said(content[: int(len(content) * share)]) == [DAMAGED]
