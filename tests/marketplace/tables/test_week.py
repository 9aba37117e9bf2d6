"""A working week comes back from its cells as it was."""

from marketplace.tables.week import codes_of_mask, mask_of_codes, to_hours, to_minutes


def test_every_mask_of_dagdelen_comes_back() -> None:
    assert all(mask_of_codes(codes_of_mask(mask)) == mask for mask in range(1024))
    assert codes_of_mask(0b0111) == ("ma", "di-ochtend")


def test_hours_keep_every_minute() -> None:
    assert all(to_minutes(to_hours(minutes)) == minutes for minutes in range(60, 2401))
