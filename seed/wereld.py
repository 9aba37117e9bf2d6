"""The whole example region in memory: the story once, and drawn copies with the same shares."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from seed.accounts import add_accounts
from seed.bezet import EIGEN_WERKPLEKKEN, ZELHEM_PLEK, add_bezetting, make_lerende
from seed.bijzonder import list_bijzondere_personen
from seed.catalogus import add_codes, add_kwalificaties, add_werkprocessen
from seed.detachering import add_detachering
from seed.detacheringsbedrijf import Basis
from seed.gebied import add_plaatsen, add_regios
from seed.groepen import (
    DERDE,
    GROEPEN,
    add_derde_groep,
    add_groepen,
    list_derde_groep,
    list_inburgeraars,
    list_leden,
)
from seed.kalender import Kalender
from seed.partners import add_opleiders, add_partners
from seed.personen import add_persoon
from seed.plekken import Plek, add_plekken
from seed.rijen import Rijen
from seed.roulatie import add_roulaties
from seed.roulatieverhaal import settle
from seed.trekking import Trekking
from seed.verhaal import GROEP_GROEN_DERDE, GROEP_GROEN_VERVOLG, GROEP_ZELHEM, ZELHEM_WEKEN, named_kenmerken
from seed.werkgevers import add_praktijkopleiders, add_werkgevers

if TYPE_CHECKING:
    from datetime import date

    from seed.persoon import Persoon

SEED = 1909
MATCHBAAR = 125
"""People who wait to be matched in one set of the region."""
SW_BEDRIJF = "P06"


@dataclass(frozen=True, slots=True)
class Bouw:
    """What the steps of building share."""

    rijen: Rijen
    kalender: Kalender
    trekking: Trekking
    werkprocessen: dict[str, int]
    plekken: dict[str, Plek]
    sw_bedrijf_id: int

    def add(self, persoon: Persoon) -> int:
        """Add one person; returns the id."""
        return add_persoon(self.rijen, self.kalender, persoon, self.werkprocessen, self.sw_bedrijf_id)


def build_wereld(vandaag: date, scale: int = 1) -> Rijen:
    """All rows of a region `scale` times the story; the same day and scale always give the same rows.

    Only the salt of the password hash differs. Raises ValueError for a scale below 1.
    """
    if scale < 1:
        raise ValueError(f"scale must be at least 1, not {scale}")
    rijen, kalender = Rijen(), Kalender.of(vandaag)
    trekking = Trekking(Random(SEED), named_kenmerken())
    add_regios(rijen)
    plaatsen = add_plaatsen(rijen)
    add_codes(rijen)
    add_kwalificaties(rijen)
    werkprocessen = add_werkprocessen(rijen)
    add_partners(rijen)
    add_opleiders(rijen, kalender, plaatsen)
    plekken: dict[str, Plek] = {}
    first: dict[str, int] = {}
    for kopie in range(scale):
        vestigingen = add_werkgevers(
            rijen, kalender, plaatsen, kopie, lambda: trekking.draw_woonplaats().naam
        )
        first = first or vestigingen
        leads = add_praktijkopleiders(rijen, kalender, vestigingen)
        plekken |= add_plekken(rijen, kalender, vestigingen, leads, werkprocessen, kopie)
    sw_bedrijf_id = find_sw_bedrijf(rijen)
    bouw = Bouw(rijen, kalender, trekking, werkprocessen, plekken, sw_bedrijf_id)
    leden = add_verhaal(bouw)
    for _ in range(MATCHBAAR * (scale - 1)):
        bouw.add(trekking.draw())
    accounts = add_accounts(rijen, kalender)
    add_roulaties(rijen, kalender, leden, plekken, werkprocessen)
    add_detachering(Basis(rijen, kalender, sw_bedrijf_id, plaatsen, first, werkprocessen, accounts))
    return rijen


def find_sw_bedrijf(rijen: Rijen) -> int:
    """The id of the invented SW-bedrijf to which some people belong."""
    return next(
        int(str(row["id"]))
        for row in rijen.tables["organisaties"]
        if row["soort"] == "sw_bedrijf" and row["voorbeeld"]
    )


def add_verhaal(bouw: Bouw) -> dict[str, list[int]]:
    """Everybody of the story: the groups, those who withdrew, the named cases, and who is drawn besides.

    Gives who belongs to each group.
    """
    leden: dict[str, list[int]] = defaultdict(list)
    matchbaar = 0
    for groep in GROEPEN:
        drawn = list_leden(bouw.trekking, groep)
        for lid in settle(groep.naam, drawn) if groep.naam == GROEP_GROEN_VERVOLG else drawn:
            leden[groep.naam].append(bouw.add(lid))
            matchbaar += lid.status == "matchbaar"
            if groep.naam == GROEP_ZELHEM:
                add_bezetting(
                    bouw.rijen,
                    bouw.kalender,
                    bouw.plekken[ZELHEM_PLEK],
                    leden[groep.naam][-1],
                    lid,
                    ZELHEM_WEKEN,
                )
    add_groepen(bouw.rijen, leden)
    for persoon in list_inburgeraars(bouw.trekking):
        bouw.add(persoon)
    for persoon in list_bijzondere_personen(bouw.trekking):
        bouw.add(persoon)
        matchbaar += 1
    for werkplek in EIGEN_WERKPLEKKEN:
        persoon = make_lerende(bouw.trekking, werkplek)
        add_bezetting(
            bouw.rijen,
            bouw.kalender,
            bouw.plekken[werkplek.titel],
            bouw.add(persoon),
            persoon,
            werkplek.weken,
        )
    for _ in range(MATCHBAAR - matchbaar - DERDE):
        bouw.add(bouw.trekking.draw())
    leden[GROEP_GROEN_DERDE] = [bouw.add(each) for each in list_derde_groep(bouw.trekking)]
    add_derde_groep(bouw.rijen, leden[GROEP_GROEN_DERDE])
    return leden
