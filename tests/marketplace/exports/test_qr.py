"""A QR code that goes out: an element to put in a page, that no style is needed for."""

from xml.etree import ElementTree as ET

from marketplace.exports.qr import draw_qr


def test_a_code_is_one_element_without_a_style_or_a_size() -> None:
    drawn = draw_qr("https://plekwijs.voorbeeld/link/terugblik/abc")
    element = ET.fromstring(drawn)  # noqa: S314 (our own)
    assert element.tag.endswith("svg")
    assert element.keys() == ["viewBox"]
    assert "style" not in drawn


def test_another_text_is_another_code() -> None:
    assert draw_qr("een") != draw_qr("twee")
