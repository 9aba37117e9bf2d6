"""A form as it stands: what was typed, what is wrong, and how the macros show both."""

import re
from datetime import date

from pydantic import BaseModel

from marketplace.web.fields import Dagdelen, KorteTekst, Versie
from marketplace.web.forms import Form, check_form, filled, hours_text, ticked
from marketplace.web.overtaken import MOVED_ON, Regel
from marketplace.web.templating import environment


class PlekForm(BaseModel):
    """An example."""

    titel: KorteTekst
    dagdelen: Dagdelen
    versie: Versie


def show(form: Form[BaseModel], macro: str) -> str:
    """What a macro makes of a form, laid out on one line."""
    text = '{% import "layout/forms.html" as f with context %}{{ ' + macro + " }}"
    html = environment().from_string(text).render(form=form, csrf_token=lambda: "geheim")
    return re.sub(r"\s+", " ", html)


def test_a_form_that_is_opened_shows_the_values_it_was_given() -> None:
    form = filled(titel="Tuin", dagdelen=ticked(0b11), van=date(2026, 11, 23), akkoord=True, leeg=None)
    assert [form.one(name) for name in ("titel", "van", "akkoord", "leeg", "nooit")] == [
        "Tuin",
        "2026-11-23",
        "ja",
        "",
        "",
    ]
    assert form.many("dagdelen") == ("0", "1")


def test_an_error_found_later_takes_the_data_away_and_keeps_the_rest() -> None:
    form = check_form(PlekForm, {"titel": ("Tuin",), "dagdelen": ("3",), "versie": ("4",)})
    assert form.data is not None
    assert form.data.dagdelen == 8
    later = form.with_errors({"versie": "Iemand anders was eerder."})
    assert later.data is None
    assert later.one("titel") == "Tuin"
    assert later.error("versie") == "Iemand anders was eerder."


def test_minutes_are_shown_as_hours() -> None:
    assert (hours_text(960), hours_text(990)) == ("16", "16:30")


def test_an_error_is_tied_to_its_field_and_the_summary_leads_to_it() -> None:
    form = check_form(PlekForm, {"titel": ("<b>" + "x" * 300,)})
    field = show(form, 'f.veld(form, "titel", "Titel", hint="Kort.")')
    assert 'aria-describedby="titel-hint titel-fout"' in field
    assert 'aria-invalid="true"' in field
    assert 'id="titel-fout"' in field
    assert "&lt;b&gt;" in field
    summary = show(form, 'f.fouten(form, {"titel": "Titel"})')
    assert 'href="#titel"' in summary
    assert "Er kloppen nog 3 dingen niet" in summary


def test_the_summary_says_the_errors_in_the_order_of_the_page() -> None:
    form = filled().with_errors({"": "Het geheel.", "versie": "Oud.", "titel": "Leeg."})
    summary = show(form, 'f.fouten(form, {"titel": "Titel", "versie": "Versie"})')
    assert summary.index("Leeg.") < summary.index("Oud.") < summary.index("Het geheel.")


def test_a_date_that_no_browser_can_show_stays_visible() -> None:
    form = filled(tot="overmorgen")
    assert 'type="text" value="overmorgen"' in show(form, 'f.datum_veld(form, "tot", "Tot")')
    assert 'type="date" value="2026-11-23"' in show(
        filled(tot="2026-11-23"), 'f.datum_veld(form, "tot", "Tot")'
    )


def test_every_form_carries_the_token() -> None:
    assert '<input type="hidden" name="csrf" value="geheim">' in show(Form(), 'f.open("/x")')


def test_a_password_is_never_shown_back() -> None:
    assert "geheim123" not in show(filled(w="geheim123"), 'f.veld(form, "w", "Wachtwoord", soort="password")')


def test_the_grid_ticks_the_boxes_of_the_mask() -> None:
    grid = show(filled(dagdelen=ticked(0b1000000001)), 'f.dagdelen_veld(form, "dagdelen", "Dagdelen")')
    assert grid.count(" checked") == 2
    assert 'value="0" aria-label="maandagochtend" checked' in grid
    assert 'value="9" aria-label="vrijdagmiddag" checked' in grid


def test_a_choice_keeps_what_was_chosen() -> None:
    macro = 'f.keuze(form, "s", "Sector", [("g", "Groen"), ("z", "Zorg")])'
    assert '<option value="z" selected>' in show(filled(s="z"), macro)
    radio = show(filled(s="g"), 'f.rondjes(form, "s", "Sector", [("g", "Groen"), ("z", "Zorg", "Uitleg")])')
    assert 'value="g" checked' in radio
    assert 'aria-describedby="s-2-uitleg"' in radio


def test_a_form_knows_the_status_of_its_page_and_what_was_typed_survives_who_was_first() -> None:
    form = filled(titel="Tuin", versie=1)
    late = form.overtaken_by([Regel("Titel", "Tuin", "Kas")], versie=2)
    assert [
        each.status for each in (form, form.with_errors({"titel": "Te kort."}), late, form.moved_on())
    ] == [
        200,
        400,
        409,
        409,
    ]
    assert (late.one("titel"), late.one("versie")) == ("Tuin", "2")
    assert "<td>Tuin</td><td>Kas</td>" in show(late, 'f.ingehaald(form, "deze plek")')
    assert MOVED_ON in show(form.moved_on(), "f.fouten(form, {})")
