"""Every pair rule in an allowed and a refused pair, with the sentence a person reads."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from solver.matching.check import pair_violations
from solver.matching.instance import (
    Erkenning,
    Fase,
    Instance,
    Inzet,
    Opleiding,
    Plaatsingsvorm,
    Vervoermiddel,
)
from solver.matching.pair_rules import PAIR_RULES, periode, reistijd
from solver.rule import SEVERAL, Label, Violation
from tests.solver.matching.small_instances import (
    EIGEN,
    PROEF,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
    make_reistabel,
)

LKS = Plaatsingsvorm.DIENSTVERBAND_LKS
UNITS = {
    "werkproces_aanbod": {"werkproces"},
    "erkenning": {"kwalificatie", "erkenning", "werkproces", "weken"},
    "opleider": {"opleider"},
    "plaatsingsvorm": {"plaatsingsvorm"},
    "beschikbaarheid_dagdelen": {"dagdelen"},
    "uren": {"minuten"},
    "periode": {"weken", SEVERAL},
    "reistijd": {"vervoer", "reis", "minuten", "kilometer", SEVERAL},
    "voorwaarden": {"voorwaarden"},
    "taal": {"taalniveaus"},
    "niveau": {"niveaus"},
    "fase": {"fasen"},
    "verboden": {"combinatie"},
}


def pair(kandidaat: Mapping[str, object], plek: Mapping[str, object], **rest: object) -> Instance:
    """One kandidaat and one plek that differ from the plain ones as told."""
    return make_instance(kandidaten=(make_kandidaat(**kandidaat),), plekken=(make_plek(**plek),), **rest)


def broken(instance: Instance, startweek: int = 0) -> list[Violation]:
    """What the rules say of the only pair, each with its own label and one of its units."""
    found = pair_violations(instance, instance.kandidaten[0], instance.plekken[0], startweek)
    labels = {rule.NAME: rule.LABEL for rule in PAIR_RULES}
    for each in found:
        assert each.label is labels[each.rule]
        assert each.unit in UNITS[each.rule]
    return found


def test_the_plain_pair_breaks_nothing() -> None:
    assert broken(make_instance()) == []


REFUSED = [
    (
        "werkproces_aanbod",
        {"praktijkleren": True},
        {"werkprocessen": frozenset({3})},
        "Geen van de 2 gewenste werkprocessen komt hier voor.",
        1,
    ),
    ("werkproces_aanbod", {"werkprocessen": (2,)}, {}, "Het gewenste werkproces komt hier niet voor.", 1),
    ("werkproces_aanbod", {"werkprocessen": ()}, {}, "Er zijn nog geen werkprocessen gekozen.", 1),
    ("erkenning", {}, {"erkenningen": ()}, "Het bedrijf is niet erkend voor de kwalificatie {crebo:7}.", 1),
    (
        "erkenning",
        {"crebo": None},
        {},
        "Er is nog geen kwalificatie gekozen. Zonder kwalificatie geldt geen erkenning.",
        1,
    ),
    (
        "erkenning",
        {},
        {"erkenningen": (Erkenning(crebo=7, werkprocessen=None, van_week=3, tot_week=9),)},
        "De erkenning geldt 3 weken van de 4 weken niet.",
        3,
    ),
    (
        "erkenning",
        {},
        {"erkenningen": (Erkenning(crebo=7, werkprocessen=None, van_week=1, tot_week=9),)},
        "De erkenning geldt 1 week van de 4 weken niet.",
        1,
    ),
    (
        "erkenning",
        {},
        {"erkenningen": (Erkenning(crebo=7, werkprocessen=None, van_week=9, tot_week=20),)},
        "In deze periode is het bedrijf niet erkend voor wat de kandidaat wil leren.",
        4,
    ),
    (
        "erkenning",
        {},
        {"erkenningen": (Erkenning(crebo=7, werkprocessen=frozenset({3}), van_week=0, tot_week=9),)},
        "In deze periode is het bedrijf niet erkend voor wat de kandidaat wil leren.",
        4,
    ),
    (
        "plaatsingsvorm",
        {"vormen": (PROEF,)},
        {"vormen": frozenset({EIGEN, LKS})},
        (
            "De plaatsingsvormen passen niet. De kandidaat kan: proefplaatsing. "
            "De plek kan: dienstverband met loonkostensubsidie en eigen werknemer."
        ),
        1,
    ),
    (
        "plaatsingsvorm",
        {"vormen": ()},
        {},
        "De plaatsingsvormen passen niet. De kandidaat kan: geen enkele vorm. De plek kan: eigen werknemer.",
        1,
    ),
    (
        "beschikbaarheid_dagdelen",
        {"dagdelen": 0b11},
        {},
        "Beiden kunnen op 2 dezelfde dagdelen. Er zijn 4 dagdelen nodig.",
        2,
    ),
    (
        "beschikbaarheid_dagdelen",
        {"dagdelen": 0b1, "minuten_min": 300},
        {"minuten_min": 0},
        "Beiden kunnen op 1 hetzelfde dagdeel. Er zijn 2 dagdelen nodig.",
        1,
    ),
    (
        "beschikbaarheid_dagdelen",
        {"dagdelen": 0, "minuten_min": 60},
        {"minuten_min": 0},
        "Beiden kunnen op 0 dezelfde dagdelen. Er is 1 dagdeel nodig.",
        1,
    ),
    (
        "uren",
        {},
        {"minuten_min": 1500},
        "De plek vraagt minstens 25 uur per week. De kandidaat kan hoogstens 24 uur.",
        60,
    ),
    (
        "uren",
        {},
        {"minuten_max": 930},
        "De kandidaat wil minstens 16 uur per week werken. De plek biedt hoogstens 15 uur en 30 minuten.",
        30,
    ),
    ("periode", {"eerste_week": 2}, {}, "De kandidaat kan pas in week {week:2} beginnen.", 2),
    ("periode", {}, {"van_week": 1}, "De plek is pas vrij vanaf week {week:1}.", 1),
    (
        "periode",
        {},
        {"tot_week": 3},
        "De plek houdt 1 week te vroeg op. De kandidaat heeft 4 weken nodig.",
        1,
    ),
    (
        "periode",
        {},
        {"inzet": (Inzet(praktijkopleider=1, van_week=2, tot_week=60),)},
        "In 2 weken van de periode is er geen praktijkopleider.",
        2,
    ),
    (
        "reistijd",
        {"max_reistijd": 19},
        {},
        "De reistijd is 20 minuten met de fiets. Het maximum is 19 minuten.",
        1,
    ),
    (
        "reistijd",
        {"max_reistijd": 1, "vervoermiddel": Vervoermiddel.OV},
        {},
        "De reistijd is 20 minuten met het openbaar vervoer. Het maximum is 1 minuut.",
        19,
    ),
    ("reistijd", {"max_afstand": 5}, {}, "De afstand is 8 kilometer. Het maximum is 5 kilometer.", 3),
    (
        "reistijd",
        {"reist_alleen": False},
        {},
        "De kandidaat kan niet alleen reizen. Vervoer naar deze plek is niet geregeld.",
        1,
    ),
    (
        "voorwaarden",
        {"voorwaarden": frozenset({"vaste_taken", "zittend", "rust"})},
        {"voorwaarden": frozenset({"rust"})},
        "De plek kan dit niet bieden: vaste taken en zittend.",
        2,
    ),
    ("taal", {"taal": 1}, {"taal": 3}, "De plek vraagt taalniveau B1. De kandidaat heeft A1.", 2),
]


@pytest.mark.parametrize(("rule", "kandidaat", "plek", "sentence", "shortfall"), REFUSED)
def test_a_rule_refuses_with_its_numbers(
    rule: str, kandidaat: dict[str, object], plek: dict[str, object], sentence: str, shortfall: int
) -> None:
    found = {each.rule: each for each in broken(pair(kandidaat, plek))}
    assert (found[rule].sentence, found[rule].shortfall) == (sentence, shortfall)


ALLOWED = [
    {"praktijkleren": False, "werkprocessen": (), "crebo": None},
    {"max_reistijd": 20, "max_afstand": 8},
    {"taal": 0},
    {"dagdelen": 0b1111},
    {"minuten_min": 0, "minuten_max": 480},
    {"reist_alleen": False, "vervoermiddel": Vervoermiddel.TAXIBUS},
    {"vormen": (LKS, EIGEN)},
]


@pytest.mark.parametrize("kandidaat", ALLOWED)
def test_what_just_fits_is_allowed(kandidaat: dict[str, object]) -> None:
    assert broken(pair(kandidaat, {})) == []


def test_arranged_transport_brings_who_cannot_travel_alone() -> None:
    assert broken(pair({"reist_alleen": False}, {"vervoer_geregeld": True})) == []


def test_conditions_that_the_plek_offers_are_no_obstacle() -> None:
    offered = {"voorwaarden": frozenset({"rust", "zittend"})}
    assert broken(pair({"voorwaarden": frozenset({"rust"})}, offered)) == []


def test_two_erkenningen_that_join_cover_the_stay() -> None:
    rows = (
        Erkenning(crebo=7, werkprocessen=frozenset({1}), van_week=0, tot_week=2),
        Erkenning(crebo=7, werkprocessen=None, van_week=2, tot_week=6),
    )
    assert broken(pair({}, {"erkenningen": rows})) == []


def test_no_journey_known_is_refused() -> None:
    (found,) = broken(make_instance(reistabel=make_reistabel(None, 3)))
    assert (found.sentence, found.shortfall, found.unit) == (
        "Deze reis kan niet met de fiets.",
        1000,
        "reis",
    )


def test_opleider_is_needed_in_the_startweek() -> None:
    (late,) = broken(make_instance(opleidingen=(Opleiding(crebo=7, van_week=1, tot_week=60),)))
    assert late.sentence == "Geen opleider laat mensen in week {week:0} met deze kwalificatie beginnen."
    (none,) = broken(make_instance(opleidingen=(Opleiding(crebo=8, van_week=0, tot_week=60),)))
    assert none.sentence == "Geen opleider biedt de kwalificatie {crebo:7} aan."
    unknown = broken(pair({"crebo": None}, {}))
    said = {each.rule: each.sentence for each in unknown}
    assert said["opleider"] == "Er is nog geen kwalificatie gekozen. Daarom is er ook geen opleider."


def test_a_proefplaatsing_needs_neither_erkenning_nor_opleider() -> None:
    both = {"vormen": frozenset({EIGEN, PROEF}), "erkenningen": ()}
    assert broken(pair({"vormen": (EIGEN, PROEF)}, both, opleidingen=())) == []


def test_niveau_binds_only_where_the_policy_says_so() -> None:
    high = {"niveau": 2}
    assert broken(pair({}, high)) == []
    (found,) = broken(pair({}, high, beleid=make_beleid(niveau_is_eis=True)))
    assert found.sentence == "De plek vraagt niveau 2. Het niveau van de kandidaat is 1."
    (far,) = broken(pair({}, {"niveau": 3}, beleid=make_beleid(niveau_is_eis=True)))
    assert (found.shortfall, far.shortfall) == (1, 2)


def test_fase_binds_only_where_the_policy_says_so() -> None:
    inside, regular = {"fase": Fase.BINNEN}, {"fase": Fase.REGULIER}
    ordered = make_beleid(fase_volgorde=True)
    assert broken(pair(inside, regular)) == []
    assert broken(pair(inside, {"fase": Fase.BUITEN_BESCHERMD}, beleid=ordered)) == []
    assert broken(pair(regular, inside, beleid=ordered)) == []
    assert broken(pair({}, regular, beleid=ordered)) == []
    (found,) = broken(pair(inside, regular, beleid=ordered))
    assert found.sentence.startswith("De stap van binnen naar regulier is te groot.")


def test_a_forbidden_pair_is_refused() -> None:
    (found,) = broken(make_instance(verboden=frozenset({(1, 1)})))
    assert found.sentence == "Deze combinatie is eerder afgewezen en mag niet opnieuw worden voorgesteld."


def test_nobody_begins_in_a_week_that_is_no_startweek() -> None:
    (found,) = broken(make_instance(), startweek=1)
    assert (found.sentence, found.shortfall) == ("In week {week:1} kan niemand beginnen.", 1)


def test_the_last_week_of_the_kandidaat_counts() -> None:
    instance = pair({"laatste_week": 2}, {})
    assert broken(instance, 2) == []
    (found,) = broken(instance, 4)
    assert found.sentence == "De kandidaat wil uiterlijk in week {week:2} beginnen."
    assert found.shortfall == 2


def test_only_erkenning_opleider_and_vorm_are_law() -> None:
    law = {rule.NAME for rule in PAIR_RULES if rule.LABEL is Label.WET}
    assert law == {"erkenning", "opleider", "plaatsingsvorm"}


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.NAME)
def test_every_rule_but_verboden_offers_a_change(rule: object) -> None:
    kandidaat, plek = make_kandidaat(voorwaarden=frozenset({"rust"})), make_plek()
    shown = Violation(rule="x", label=Label.WET, sentence="", shortfall=2, unit="minuten")
    said = rule.wel_als(shown, kandidaat, plek)  # type: ignore[attr-defined] # a module
    assert (said == "") == (rule.NAME == "verboden")  # type: ignore[attr-defined] # a module
    assert said == "" or (said.startswith("Wel als") and said.endswith("."))


def test_travel_offers_the_change_that_is_short() -> None:
    rule = next(each for each in PAIR_RULES if each.NAME == "reistijd")
    shown = Violation(rule="reistijd", label=Label.BELEID, sentence="", shortfall=1, unit="minuten")
    ask = (make_kandidaat(), make_plek())
    assert rule.wel_als(shown, *ask) == "Wel als de reistijd 1 minuut langer mag zijn."
    far = replace(shown, unit="kilometer", shortfall=3)
    assert rule.wel_als(far, *ask) == "Wel als de afstand 3 kilometer langer mag zijn."
    assert (
        rule.wel_als(replace(shown, unit="vervoer"), *ask)
        == "Wel als het vervoer naar deze plek geregeld wordt."
    )


def test_the_units_of_travel_tell_what_is_short() -> None:
    said = {
        each.unit
        for changes in ({"reist_alleen": False}, {"max_reistijd": 5}, {"max_afstand": 5})
        for each in broken(pair(changes, {}))
    }
    assert said == {"vervoer", "minuten", "kilometer"}


def test_the_units_of_erkenning_tell_what_is_short() -> None:
    late = (Erkenning(crebo=7, werkprocessen=None, van_week=2, tot_week=3),)
    never = (Erkenning(crebo=7, werkprocessen=None, van_week=50, tot_week=60),)
    cases: list[tuple[dict[str, object], dict[str, object]]] = [
        ({"crebo": None}, {}),
        ({}, {"erkenningen": ()}),
        ({}, {"erkenningen": late}),
        ({}, {"erkenningen": never}),
    ]
    said = [next(e.unit for e in broken(pair(k, p)) if e.rule == "erkenning") for k, p in cases]
    assert said == ["kwalificatie", "erkenning", "weken", "weken"]


def test_an_erkenning_without_a_wanted_werkproces_here_is_told() -> None:
    found = {each.rule: each for each in broken(pair({"werkprocessen": (2,)}, {}))}
    assert found["erkenning"].sentence == (
        "De erkenning geldt niet voor een gewenst werkproces dat hier voorkomt."
    )
    assert (found["erkenning"].shortfall, found["erkenning"].unit) == (1, "werkproces")


def test_only_dagdelen_that_both_have_count() -> None:
    (found,) = broken(pair({"dagdelen": 0b0011, "minuten_min": 480}, {"dagdelen": 0b0110, "minuten_min": 0}))
    assert found.sentence == "Beiden kunnen op 1 hetzelfde dagdeel. Er zijn 2 dagdelen nodig."


def test_weeks_without_lead_are_counted_within_the_stay() -> None:
    led = (Inzet(praktijkopleider=1, van_week=2, tot_week=7),)
    (found,) = broken(pair({}, {"inzet": led}), 4)
    assert found.sentence == "In 1 week van de periode is er geen praktijkopleider."


def test_a_plek_that_closes_early_says_how_many_weeks() -> None:
    (found,) = broken(pair({}, {"tot_week": 2}))
    assert found.sentence == "De plek houdt 2 weken te vroeg op. De kandidaat heeft 4 weken nodig."


def test_a_plek_without_any_vorm_says_so() -> None:
    (found,) = broken(pair({}, {"vormen": frozenset()}))
    assert found.sentence.endswith("De plek kan: geen enkele vorm.")


def test_a_journey_of_one_minute_is_one_minuut() -> None:
    (found,) = broken(
        make_instance(kandidaten=(make_kandidaat(max_reistijd=0),), reistabel=make_reistabel(1, 1))
    )
    assert found.sentence == "De reistijd is 1 minuut met de fiets. Het maximum is 0 minuten."


def test_everything_wrong_with_a_journey_is_told_at_once_and_offers_no_single_change() -> None:
    kandidaat = {"max_reistijd": 5, "max_afstand": 1, "reist_alleen": False}
    (found,) = broken(pair(kandidaat, {}))
    assert found.unit == SEVERAL
    assert [part in found.sentence for part in ("niet alleen reizen", "reistijd", "afstand")] == [True] * 3
    assert reistijd.wel_als(found, make_kandidaat(), make_plek()) == ""


def test_everything_wrong_with_a_period_is_told_at_once_and_offers_no_single_change() -> None:
    (found,) = broken(pair({"eerste_week": 2}, {"tot_week": 3}))
    assert found.unit == SEVERAL
    assert "De kandidaat kan pas" in found.sentence
    assert "te vroeg op" in found.sentence
    assert periode.wel_als(found, make_kandidaat(), make_plek()) == ""
