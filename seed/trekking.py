"""Draws people of the region from one random source: places by inhabitants, wishes by their shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.dagdelen import PATRONEN
from seed.gebied import Woonplaats, list_woonplaatsen
from seed.kansen import (
    BEGELEIDING,
    NEAR_WERKPROCES,
    NIVEAU_AS_WISHED,
    ONE_SECTORWENS,
    ROOSTERS,
    ROUTES,
    SCARCE_VOORWAARDE,
    TAAL_ENOUGH,
    VERVOER,
    WEKEN,
    Route,
    pick,
)
from seed.persoon import Persoon
from seed.soorten import Soort, get_soort, list_soorten
from seed.tabel import read_tabel

if TYPE_CHECKING:
    from random import Random

SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits of a kenmerk; those that look alike are left out."""
FEW = 4096
"""Up to so many people a kenmerk has four symbols, beyond that six."""


class Trekking:
    """Draws people one after another; the same source gives the same people."""

    def __init__(self, rng: Random, taken: set[str]) -> None:
        self.rng = rng
        self._taken = set(taken)
        self._plaatsen = list_woonplaatsen()

    def draw_kenmerk(self) -> str:
        """A kenmerk that nobody has yet."""
        while True:
            kenmerk = "K-" + "".join(self.rng.choices(SYMBOLS, k=4 if len(self._taken) < FEW else 6))
            if kenmerk not in self._taken:
                self._taken.add(kenmerk)
                return kenmerk

    def draw_woonplaats(self) -> Woonplaats:
        """A place, weighed by its inhabitants."""
        weights = [plaats.inwoners for plaats in self._plaatsen]
        return self.rng.choices(self._plaatsen, weights)[0]

    def draw_soort(self) -> Soort:
        """A kind of work, weighed by how many wish it."""
        soorten = list_soorten()
        return self.rng.choices(soorten, [soort.aandeel for soort in soorten])[0]

    def draw_naam(self) -> str:
        """A name that is plainly an example."""
        voornaam = self.rng.choice(read_tabel("voornamen"))["naam"]
        achternaam = self.rng.choice(read_tabel("achternamen"))["naam"]
        return f"{voornaam} Voorbeeld-{achternaam}"

    def draw(self, soort_code: str | None = None, woonplaats: str | None = None) -> Persoon:
        """A person ready to be matched; kind of work and place are drawn unless given."""
        rng = self.rng
        soort = get_soort(soort_code) if soort_code else self.draw_soort()
        plaats = self._find(woonplaats) if woonplaats else self.draw_woonplaats()
        route, rooster, vervoer = pick(rng, ROUTES), pick(rng, ROOSTERS), pick(rng, VERVOER)
        return Persoon(
            kenmerk=self.draw_kenmerk(),
            naam=self.draw_naam(),
            leeftijd=rng.randint(*route.leeftijd),
            pc4=rng.choice(plaats.pc4s),
            gemeente_id=plaats.gemeente_id,
            soort=soort.code,
            wachtweken=int(rng.triangular(0, 30, 5)),
            sw=route.sw,
            vervoermiddel=vervoer.middel,
            max_reistijd=rng.randrange(*vervoer.minuten, 5),
            max_afstand=None,
            reist_alleen=vervoer.alleen,
            dagdelen=PATRONEN[rooster.patroon],
            minuten_min=rooster.uren_min * 60,
            minuten_max=rooster.uren_max * 60,
            periode=(rng.choice([0, 0, 0, 0, 2, 4]), rng.choice([52, 65, 78])),
            weken=pick(rng, WEKEN),
            niveau_geschat=soort.niveau if rng.random() < NIVEAU_AS_WISHED else 1,
            crebo=soort.crebo,
            vormen=self._order_vormen(route),
            begeleiding=self._draw_begeleiding(),
            voorwaarden=self._draw_voorwaarden(soort),
            taal=max(soort.taal, rng.choice([1, 2, 3, 3, 4])) if rng.random() < TAAL_ENOUGH else 0,
            fase=rng.choice(["binnen", "buiten_beschermd"]) if route.sw else None,
            sectorwensen=self._draw_sectorwensen(soort),
            gewenst=self._draw_gewenst(soort),
            doelgroepen=route.doelgroepen,
        )

    def _find(self, naam: str) -> Woonplaats:
        return next(plaats for plaats in self._plaatsen if plaats.naam == naam)

    def _order_vormen(self, route: Route) -> tuple[str, ...]:
        """The forms of the route; some people would like to try first."""
        first = ("proefplaatsing",) if self.rng.random() < route.proefplaatsing else ()
        return (*first, *route.vormen)

    def _draw_begeleiding(self) -> tuple[int, ...]:
        """Minutes a week that decline, a little more or less than the profile, in steps of five."""
        factor = self.rng.uniform(0.85, 1.15)
        return tuple(round(minuten * factor / 5) * 5 for minuten in pick(self.rng, BEGELEIDING))

    def _draw_voorwaarden(self, soort: Soort) -> tuple[str, ...]:
        """Mostly what the kind of work offers anyway, seldom something it may lack."""
        found = set(self.rng.sample(soort.voorwaarden, self.rng.choice([0, 0, 1, 1, 2])))
        if self.rng.random() < SCARCE_VOORWAARDE:
            found.add(self.rng.choice(["rustige_plek", "vaste_structuur", "niet_tillen"]))
        return tuple(sorted(found))

    def _draw_sectorwensen(self, soort: Soort) -> tuple[str, ...]:
        """The sector of the work first; about a third names a second one."""
        other = self.draw_soort().sector
        if other == soort.sector or self.rng.random() < ONE_SECTORWENS:
            return (soort.sector,)
        return (soort.sector, other)

    def _draw_gewenst(self, soort: Soort) -> tuple[str, ...]:
        """Two to four werkprocessen of this kwalificatie, most from the kind of work itself."""
        near = [
            sleutel
            for other in list_soorten()
            if other.crebo == soort.crebo
            for sleutel in other.werkprocessen
            if sleutel not in soort.werkprocessen
        ]
        own = self.rng.sample(soort.werkprocessen, min(len(soort.werkprocessen), self.rng.choice([2, 2, 3])))
        return (*own, *(near[:1] if self.rng.random() < NEAR_WERKPROCES else ()))
