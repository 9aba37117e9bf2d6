"""A number that could be a BSN is found however it is typed, by the form and by the database alike."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.bsn import INVISIBLE, holds_bsn
from marketplace.db import Connection

HOLDS = [
    "111222333",
    "123456782",
    "mijn nummer is 111222333.",
    "a111222333b",
    "1234 56 782",
    "1234.56.782",
    "12-345.67 82",
    "111  222  333",
    "111 - 222 - 333",
    "111/222/333",
    "111,222,333",
    "111_222_333",
    "(111)(222)(333)",
    "1 1 1 2 2 2 3 3 3",
    "111\u00a0222\u00a0333",
    "111\n222\n333",
    "111\r\n222\t333",
    "111\u2013222\u2013333",
    "111\u200b222\u200b333",
    "1\u200b1\u200b1\u20602\u20602\u20602\u00ad3\u00ad3\u00ad3",
    "\uff11\uff11\uff11\uff12\uff12\uff12\uff13\uff13\uff13",
    "\u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663",
    "\u06f1\u06f1\u06f1\u06f2\u06f2\u06f2\u06f3\u06f3\u06f3",
    "\u0967\u0967\u0967 \u0968\u0968\u0968 \u0969\u0969\u0969",
    "\u2460\u2460\u2460\u2461\u2461\u2461\u2462\u2462\u2462",
    "geboren 12-03-1990 111222333",
    "12-03-1990, 111.222.333",
    "06-12345678 / 111222333",
    "111222333 12-03-1990",
    "7021 AB 12 111222333",
    "111222333 123456789",
]
HOLDS_NONE = [
    "",
    "111222334",
    "000000000",
    "1111222333",
    "1112223334",
    "111 en 222 en 333",
    "111    222    333",
    "111\u00e9222\u00e9333",
    "06-12345678",
    "06 12 34 56 78",
    "0612345678",
    "06 1234 5678",
    "0315-123456",
    "KvK 12345678",
    "geboren op 12-03-1990 in Doetinchem",
    "van 23-11-2026 tot 31-12-2026",
    "23-11-2026 \u2013 31-12-2026",
    "7021 AB 12",
    "7021 1234",
    "\u20ac 1.234,50",
    "\u20ac 12.345,00 per jaar",
    "16,5 uur, 3 dagen, 24 weken",
    "van 9:00 tot 16:30 uur",
    "crebo 25171, B1-K1-W3",
]


@pytest.mark.parametrize("text", HOLDS)
async def test_a_bsn_is_found_by_form_and_database(conn: Connection, text: str) -> None:
    assert holds_bsn(text)
    assert await conn.fetchval("select bevat_bsn($1)", text)


@pytest.mark.parametrize("text", HOLDS_NONE)
async def test_what_is_no_bsn_may_be_typed(conn: Connection, text: str) -> None:
    assert not holds_bsn(text)
    assert not await conn.fetchval("select bevat_bsn($1)", text)


@given(st.text(alphabet="0123456789 .-ax", max_size=24))
def test_the_eleven_test_says_the_same_with_any_letters_around(text: str) -> None:
    assert holds_bsn(f"zie {text}!") == holds_bsn(f"\n{text}\n")


@given(st.sampled_from(["111222333", "123456782"]), st.text(alphabet="0123456789 -/", max_size=12))
def test_no_number_before_it_hides_a_bsn(bsn: str, before: str) -> None:
    assert holds_bsn(f"{before} {bsn}")


def test_every_format_character_is_left_out() -> None:
    known = (chr(code) for code in range(sys.maxunicode + 1))
    formats = [char for char in known if unicodedata.category(char) == "Cf"]
    assert [char for char in formats if not INVISIBLE.fullmatch(char)] == []


async def test_form_and_database_agree_on_many_texts(conn: Connection) -> None:
    signs = ["", " ", "-", "  ", " - ", "    ", "x", "\u00e9", "\u200b", "/"]
    texts = [
        f"{day}{first}111{second}222{third}333"
        for day in ("", "12-03-1990 ", "4")
        for first in signs[:4]
        for second in signs
        for third in signs
    ]
    rows = await conn.fetch("select tekst, bevat_bsn(tekst) as bevat from unnest($1::text[]) tekst", texts)
    assert {row["tekst"]: row["bevat"] for row in rows} == {text: holds_bsn(text) for text in texts}
