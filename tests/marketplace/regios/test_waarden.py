"""The value of a policy in one cell."""

import pytest

from marketplace.regios.model import KINDS, fits
from marketplace.regios.waarden import explain, parts_of, text_of_waarde, waarde_of_text
from marketplace.tables.column import Unfit

GUIDANCE = {"steeds_ernaast": 480, "af_en_toe": 240, "op_afroep": 90}


@pytest.mark.parametrize(
    ("sleutel", "waarde", "text"),
    [
        ("wachttermijn_weken", 13, "13"),
        ("niveau_is_eis", False, "nee"),
        ("begeleiding_minuten", GUIDANCE, "steeds ernaast 480; af en toe 240; op afroep 90"),
        ("ondergrenzen", {"beschut_werk": 50, "wsw": 40}, "beschut werk 50; wsw 40"),
        ("ondergrenzen", {}, "geen"),
    ],
)
def test_a_value_is_read_as_it_was_written(sleutel: str, waarde: object, text: str) -> None:
    assert text_of_waarde(sleutel, waarde) == text
    assert waarde_of_text(sleutel, text) == waarde


def test_parts_come_in_any_order_with_any_sign_before_their_number() -> None:
    text = "Op afroep: 90;  af en  toe=240\n; STEEDS ERNAAST 480;"
    assert waarde_of_text("begeleiding_minuten", text) == GUIDANCE


@pytest.mark.parametrize("sleutel", [sleutel for sleutel in KINDS if parts_of(sleutel)])
def test_the_example_of_a_policy_of_parts_can_be_read(sleutel: str) -> None:
    example = explain(sleutel).removeprefix("Vul in als: ").removesuffix(".")
    assert fits(waarde_of_text(sleutel, example), KINDS[sleutel])


def test_the_example_of_ondergrenzen_can_be_read() -> None:
    example = explain("ondergrenzen").removeprefix("Vul in als: ").partition(".")[0]
    assert waarde_of_text("ondergrenzen", example) == {"beschut_werk": 50, "wsw": 40}


@pytest.mark.parametrize(
    ("sleutel", "text", "sentence"),
    [
        ("wachttermijn_weken", "dertien", "heel getal"),
        ("wachttermijn_weken", "100001", "van 0 tot en met 100.000"),
        ("niveau_is_eis", "13", "ja of nee"),
        ("begeleiding_minuten", "13", "‘13’ begrijpen we niet. Vul in als: steeds ernaast 10; "),
        ("begeleiding_minuten", "steeds ernaast veel", "heel getal"),
        ("begeleiding_minuten", "elke dag 5", "‘elke dag 5’ begrijpen we niet."),
        ("begeleiding_minuten", "op afroep 5; op afroep 6", "twee keer: op afroep."),
        ("ondergrenzen", "half", "‘half’ begrijpen we niet. Vul in als: beschut werk 50; "),
        ("ondergrenzen", "wsw veel", "heel getal"),
        ("ondergrenzen", "wsw 101", "van 1 tot en met 100"),
        ("ondergrenzen", "wsw 5; Wsw 6", "twee keer: wsw."),
        ("ondergrenzen", "wsw 5; lks 6; vsv 7; ww 8", "hooguit 3 ondergrenzen"),
        ("begeleiding_minuten", "op afroep 5", "Hier ontbreekt nog: steeds ernaast, af en toe."),
    ],
)
def test_what_a_policy_cannot_be_is_told(sleutel: str, text: str, sentence: str) -> None:
    with pytest.raises(Unfit, match=sentence.replace(".", r"\.")):
        waarde_of_text(sleutel, text)
