"""Search forgives spelling, and what stands there as it was typed comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.zoeken.woorden import words_of
from marketplace.zoeken.zoek import rank, search

ROWS = [
    (1, "Groenonderhoud Zelhem, medewerker hovenier"),
    (2, "Timmerwerkplaats 's-Heerenberg, timmerman"),
    (3, "Logistiek IJsselstreek, café Ulft"),
    (4, "Keuken in een restaurant, kok"),
    (5, "K-TUK7 Aalten, assistent logistiek"),
    (6, "Hoveniersbedrijf Vorden"),
    (7, "K-KWYM Zutphen"),
    (8, "25254"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hovenier", (1, 6)),
        ("hoveneir", (1,)),
        ("onderhoud", (1,)),
        ("HOVENIER zelhem", (1,)),
        ("zelhem hovenier", (1,)),
        ("zelem hovenir", (1,)),
        ("yselstreek", (3,)),
        ("cafe", (3,)),
        ("kafé", (3,)),
        ("timerman", (2,)),
        ("heerenberg", (2,)),
        ("restorant", (4,)),
        ("kok", (4,)),
        ("k-tuk7", (5,)),
        ("tuk8", (5,)),
        ("k-tk7", ()),
        ("K-UTK7", (5,)),
        ("k-kwyn", (7,)),
        ("25254", (8,)),
        ("25255", ()),
        ("kuk", ()),
        ("zelhem kok", ()),
        ("--", ()),
    ],
)
def test_the_rows_that_hold_the_words(typed: str, found: tuple[int, ...]) -> None:
    assert rank(typed, ROWS).sleutels == found


def test_what_stands_there_as_typed_comes_before_what_looks_like_it() -> None:
    rows = [(1, "loggistiek"), (2, "logistieker"), (3, "de logistiek")]
    assert rank("logistiek", rows).sleutels == (3, 2, 1)


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("hoveneir", "hovenier"),
        ("k-tuk8", "k tuk7"),
        ("zelhem hovenir", "zelhem hovenier"),
        ("hovenier", None),
        ("hoven", None),
        ("xyzzy", None),
    ],
)
def test_what_was_found_instead_is_said_only_when_it_helps(typed: str, instead: str | None) -> None:
    assert rank(typed, ROWS).lijkt_op == instead


async def test_a_search_in_a_thread_finds_the_same() -> None:
    assert await search("hoveneir", ROWS) == rank("hoveneir", ROWS)


@given(st.text(max_size=60))
def test_whatever_is_in_a_row_is_found_by_it(text: str) -> None:
    found = rank(text, [(1, text)])
    assert found.sleutels == ((1,) if words_of(text) else ())
    assert found.lijkt_op is None
