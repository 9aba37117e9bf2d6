"""Patterns of a week as masks of ten dagdelen: bit 0 is maandagochtend, bit 9 vrijdagmiddag."""

OCHTENDEN = 0b01_01_01_01_01
MIDDAGEN = 0b10_10_10_10_10

PATRONEN = {
    "ma_vr": OCHTENDEN | MIDDAGEN,
    "ma_do": 0b00_11_11_11_11,
    "di_vr": 0b11_11_11_11_00,
    "ma_wo": 0b00_00_11_11_11,
    "di_do": 0b00_11_11_11_00,
    "ma_di_do": 0b00_11_00_11_11,
    "wo_vr": 0b11_11_11_00_00,
    "ochtend": OCHTENDEN,
    "middag": MIDDAGEN,
    "dinsdag": 0b00_00_00_11_00,
}
