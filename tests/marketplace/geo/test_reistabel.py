"""The square table of ways."""

from marketplace.geo.reistabel import build_reistabel
from marketplace.geo.reistijd import EstimatedTravelTime, Punt, Vervoermiddel

ZONES = (Punt(51.94083, 6.13194), Punt(52.13417, 6.61389), Punt(52.00667, 6.34861))


class CountingTravelTime(EstimatedTravelTime):
    """Counts how often it is asked."""

    asked = 0

    def minutes(self, van: Punt, naar: Punt, vervoermiddel: Vervoermiddel) -> int | None:
        """Count and pass on."""
        self.asked += 1
        return super().minutes(van, naar, vervoermiddel)


def test_the_table_says_what_the_provider_says() -> None:
    reistijd = EstimatedTravelTime()
    tabel = build_reistabel(reistijd, ZONES)
    for van, start in enumerate(ZONES):
        for naar, end in enumerate(ZONES):
            assert tabel.kilometers[van][naar] == round(reistijd.kilometers(start, end))
            for vervoermiddel in Vervoermiddel:
                assert tabel.minuten[vervoermiddel][van][naar] == reistijd.minutes(start, end, vervoermiddel)


def test_each_pair_of_places_is_asked_once() -> None:
    reistijd = CountingTravelTime()
    build_reistabel(reistijd, ZONES, [Vervoermiddel.OV])
    assert reistijd.asked == 6
