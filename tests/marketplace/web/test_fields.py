"""Each way in which a field can be wrong has its sentence, and what was typed stays."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import asyncpg
import pytest
from pydantic import BaseModel, Field

from marketplace.db import Connection
from marketplace.web.fields import (
    UNKNOWN,
    Dagdelen,
    Datum,
    Keuzes,
    KleinNummer,
    KorteTekst,
    Maandag,
    Nummer,
    Nummers,
    Uren,
    VeiligeTekst,
    Versie,
    VrijeTekst,
)
from marketplace.web.forms import check_form

BSN = "123456782"


class Kleur(StrEnum):
    """An example."""

    GROEN = "groen"


class Proef(BaseModel):
    """A field of every kind, all but the tested one left out by its default."""

    tekst: VeiligeTekst = "x"
    vrij: VrijeTekst = ""
    kort: KorteTekst = "x"
    datum: Datum = date(2026, 1, 1)
    maandag: Maandag = date(2026, 1, 5)
    dagdelen: Dagdelen = 1
    uren: Uren = 60
    keuzes: Keuzes = Field(default=[], max_length=2)
    nummers: Nummers = []
    versie: Versie = 1
    nummer: Nummer = 1
    klein: KleinNummer = 1
    lang: Annotated[VeiligeTekst, Field(min_length=5)] = "lang genoeg"
    code: Annotated[KorteTekst, Field(max_length=10)] = "x"
    getal: float = Field(default=1, gt=0, lt=10)
    kleur: Kleur = Kleur.GROEN
    vorm: Literal["a", "b"] = "a"
    akkoord: bool = False
    pc4: str = Field(default="7021", pattern="^[1-9][0-9]{3}$")


class Verplicht(BaseModel):
    """One field that must be there."""

    titel: KorteTekst


class Week(BaseModel):
    """The ten dagdelen, of which one at least must be ticked."""

    dagdelen: Dagdelen


WRONG = [
    ("tekst", "x" * 4001, "Deze tekst is te lang. Er passen 4.000 tekens in."),
    ("tekst", "x" * 1_000_000, "Deze tekst is te lang. Er passen 4.000 tekens in."),
    ("kort", "x" * 201, "Deze tekst is te lang. Er passen 200 tekens in."),
    ("tekst", f"mijn nummer is {BSN}", "Hier staat een getal dat een BSN kan zijn"),
    ("kort", "1234.56.782", "Hier staat een getal dat een BSN kan zijn"),
    ("vrij", f"a{BSN}b", "Hier staat een getal dat een BSN kan zijn"),
    ("tekst", "nul\x00teken", "In deze tekst zit een teken dat we niet kunnen bewaren"),
    ("tekst", "keer\u202eom", "In deze tekst zit een teken dat we niet kunnen bewaren"),
    ("kort", "apart\u2066gezet", "In deze tekst zit een teken dat we niet kunnen bewaren"),
    ("vrij", "niets\ufdd0", "In deze tekst zit een teken dat we niet kunnen bewaren"),
    ("tekst", "niets\uffff", "In deze tekst zit een teken dat we niet kunnen bewaren"),
    ("tekst", "niets\U0010fffe", "In deze tekst zit een teken dat we niet kunnen bewaren"),
    ("lang", "kort", "Deze tekst is te kort. Vul ten minste 5 tekens in."),
    ("code", "x" * 11, "Deze tekst is te lang. Er passen 10 tekens in."),
    ("datum", "morgen", "Vul een datum in, bijvoorbeeld 23-11-2026."),
    ("datum", "31-2-2026", "Vul een datum in, bijvoorbeeld 23-11-2026."),
    ("datum", "2026-02-30", "Vul een datum in, bijvoorbeeld 23-11-2026."),
    ("datum", "0202-01-01", "Deze datum ligt te ver weg. Vul een datum in vanaf 1 januari 2000."),
    ("datum", "1999-12-31", "Deze datum ligt te ver weg. Vul een datum in vanaf 1 januari 2000."),
    ("datum", "2200-01-02", "Deze datum ligt te ver weg. Controleer het jaar."),
    ("maandag", "1999-12-31", "Deze datum ligt te ver weg. Vul een datum in vanaf 1 januari 2000."),
    ("dagdelen", "10", "Kies alleen dagdelen uit de lijst."),
    ("dagdelen", "ma", "Kies alleen dagdelen uit de lijst."),
    ("dagdelen", "\u00b2", "Kies alleen dagdelen uit de lijst."),
    ("dagdelen", "9" * 5000, "Kies alleen dagdelen uit de lijst."),
    ("uren", "veel", "Vul een aantal uren in, bijvoorbeeld 16 of 16,5."),
    ("nummers", "een", "Vul een heel getal in."),
    ("nummers", "99999999999999999999", "Vul 9.223.372.036.854.775.807 of minder in."),
    ("nummers", "0", "Vul 1 of meer in."),
    ("klein", "9999999999", "Vul 2.147.483.647 of minder in."),
    ("nummer", "1_0", "Vul een heel getal in."),
    ("nummer", "+1", "Vul een heel getal in."),
    ("nummer", "\u0661", "Vul een heel getal in."),
    ("uren", "16,55", "Typ minuten met een dubbele punt, bijvoorbeeld 16:45."),
    ("uren", "1_0", "Vul een aantal uren in, bijvoorbeeld 16 of 16,5."),
    ("versie", "0", "Vul 1 of meer in."),
    ("nummer", str(2**70), "Vul 9.223.372.036.854.775.807 of minder in."),
    ("nummer", "9" * 5000, "Dit getal is te groot."),
    ("nummer", "1.5", "Vul een heel getal in."),
    ("getal", "0", "Vul meer dan 0 in."),
    ("getal", "10", "Vul minder dan 10 in."),
    ("getal", "veel", "Vul een getal in."),
    ("kleur", "paars", "Maak een keuze uit de lijst."),
    ("vorm", "c", "Maak een keuze uit de lijst."),
    ("akkoord", "misschien", "Kies ja of nee."),
    ("pc4", "abc", "Dit heeft niet de goede vorm"),
]


@pytest.mark.parametrize(("naam", "typed", "sentence"), WRONG)
def test_a_wrong_field_gets_its_sentence_and_keeps_what_was_typed(
    naam: str, typed: str, sentence: str
) -> None:
    form = check_form(Proef, {naam: (typed,)})
    assert form.data is None
    assert (form.errors[naam] or "").startswith(sentence)
    assert form.one(naam) == typed


def test_a_field_that_is_left_empty_is_asked_for() -> None:
    assert check_form(Verplicht, {}).errors == {"titel": "Vul dit veld in."}
    assert check_form(Verplicht, {"titel": ("   ",)}).errors == {"titel": "Vul dit veld in."}


def test_too_many_choices_are_refused() -> None:
    assert check_form(Proef, {"keuzes": ("a", "b", "c")}).errors == {"keuzes": "Kies er hooguit 2."}


def test_no_dagdeel_at_all_is_refused() -> None:
    assert check_form(Week, {"dagdelen": ()}).errors == {"dagdelen": "Kies ten minste één dagdeel."}


def test_an_error_without_a_sentence_of_its_own_still_speaks_dutch() -> None:
    assert UNKNOWN.startswith("Dit klopt niet")


GOOD = [
    ("datum", "23-11-2026", date(2026, 11, 23)),
    ("datum", "2026-11-23", date(2026, 11, 23)),
    ("maandag", "2026-11-26", date(2026, 11, 23)),
    ("uren", "16", 960),
    ("uren", "16,5", 990),
    ("uren", "16,75", 1005),
    ("uren", "16,50", 990),
    ("uren", "16.25", 975),
    ("uren", "16:20", 980),
    ("tekst", "  twee\nregels  ", "twee\nregels"),
    ("tekst", "06-00000123", "06-00000123"),
    ("tekst", "gezin \U0001f468\u200d\U0001f469", "gezin \U0001f468\u200d\U0001f469"),
    ("datum", "1-1-2000", date(2000, 1, 1)),
    ("nummer", " 12 ", 12),
]


@pytest.mark.parametrize(("naam", "typed", "value"), GOOD)
def test_a_field_is_read_as_people_type_it(naam: str, typed: str, value: object) -> None:
    form = check_form(Proef, {naam: (typed,)})
    assert form.errors == {}
    assert getattr(form.data, naam) == value


def test_boxes_become_a_mask_of_ten_bits() -> None:
    form = check_form(Proef, {"dagdelen": ("0", "9", "1")})
    assert form.data is not None
    assert form.data.dagdelen == 0b1000000011


async def test_a_text_that_slips_through_is_stopped_by_the_database(conn: Connection) -> None:
    with pytest.raises(asyncpg.CheckViolationError):
        await conn.fetchval("select $1::vrije_tekst", f"bsn {BSN}")
