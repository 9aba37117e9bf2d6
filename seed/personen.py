"""People of the story as rows: the pseudonymous profile, and the identity apart from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.gebied import REGIO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from seed.kalender import Kalender
    from seed.persoon import Persoon
    from seed.rijen import Rijen

DIRECT = (
    "kenmerk", "gemeente_id", "pc4", "status", "status_reden", "vervoermiddel", "max_reistijd", "max_afstand",
    "reist_alleen", "dagdelen", "interne_dagen", "minuten_min", "minuten_max", "weken", "niveau_geschat",
    "niveau_bewezen", "praktijkleren", "crebo", "taal", "fase", "voucher", "toelichting", "besloten",
)  # fmt: skip
"""Columns that a Persoon holds under the same name."""


def add_persoon(
    rijen: Rijen, kalender: Kalender, persoon: Persoon, werkprocessen: Mapping[str, int], sw_bedrijf_id: int
) -> int:
    """Add one person with wishes, werkprocessen, doelgroepen and identity; returns the id."""
    number = rijen.add_numbered(
        "kandidaten",
        **{column: getattr(persoon, column) for column in DIRECT},
        regio_code=REGIO,
        sw_bedrijf_id=sw_bedrijf_id if persoon.sw else None,
        matchbaar_sinds=None if persoon.wachtweken is None else kalender.week(-persoon.wachtweken),
        periode=kalender.periode(*persoon.periode),
        vormen=list(persoon.vormen),
        begeleiding=list(persoon.begeleiding),
        voorwaarden=list(persoon.voorwaarden),
        voorbeeld=True,
    )
    add_wensen(rijen, persoon, number, werkprocessen)
    for doelgroep in persoon.doelgroepen:
        rijen.add(
            "kandidaat_doelgroepen",
            kandidaat_id=number,
            doelgroep=doelgroep,
            periode=kalender.periode(-104),
        )
    rijen.add(
        "persoonsgegevens",
        kandidaat_id=number,
        naam=persoon.naam,
        geboortedatum=birth_date(kalender.maandag, persoon.leeftijd, number),
        telefoon=f"06-00000{number % 1000:03d}",
        email=f"persoon{number:03d}@voorbeeld.invalid",
    )
    return number


def add_wensen(rijen: Rijen, persoon: Persoon, number: int, werkprocessen: Mapping[str, int]) -> None:
    """Add sector wishes in order and werkprocessen with how far the person is."""
    for rang, sector in enumerate(persoon.sectorwensen, start=1):
        rijen.add("kandidaat_sectorwensen", kandidaat_id=number, rang=rang, sector=sector)
    for stand, sleutels in (("gewenst", persoon.gewenst), ("bewezen", persoon.bewezen)):
        for sleutel in sleutels:
            rijen.add(
                "kandidaat_werkprocessen",
                kandidaat_id=number,
                werkproces_id=werkprocessen[sleutel],
                stand=stand,
            )


def birth_date(maandag: date, leeftijd: int, number: int) -> date:
    """A day on which someone of this age was born; the number spreads the days over the year."""
    return maandag.replace(year=maandag.year - leeftijd - 1, month=1 + number % 12, day=1 + number % 28)
