"""Two groen-roulaties: one of nine with two blocks and their feedback behind it, one of eight in conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seed.gebied import REGIO
from seed.roulatieverhaal import BEHOEFTE, CONCEPT, LOPEND, TRIO, Verhaal, plek_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from seed.kalender import Kalender
    from seed.plekken import Plek
    from seed.rijen import Rijen

AFSPRAAK = (
    "Wij leiden samen deelnemers op. Tijdens deze roulatie en een half jaar daarna nemen wij geen "
    "medewerkers of deelnemers van elkaar over, tenzij wij dat samen afspreken."
)
TERM = 26
GEVOEL = (((1, 1, 1), (2, 1, 2)), ((2, 2, 2), (1, 1, 1)), ((3, 2, 3), (1, 1, 2)))
OPLEIDER = "Voorbeeldschool Groen Achterhoek"
STANDEN = ("geoefend", "geoefend", "zelfstandig")


def add_roulaties(
    rijen: Rijen,
    kalender: Kalender,
    leden: Mapping[str, Sequence[int]],
    plekken: Mapping[str, Plek],
    werkprocessen: Mapping[str, int],
) -> None:
    """Add both roulaties; the groups they are of must be there."""
    bouw = _Bouw(rijen, kalender, plekken, werkprocessen)
    leerlijn = bouw.add_leerlijn(LOPEND)
    lopend = bouw.add_roulatie(LOPEND, leden[LOPEND.groep], "lopend", leerlijn_id=leerlijn)
    bouw.add_rooster(LOPEND, lopend, leden[LOPEND.groep], "gepubliceerd")
    bouw.add_feedback(LOPEND, lopend, leden[LOPEND.groep])
    bouw.add_overeenkomsten(LOPEND, lopend.id, leden[LOPEND.groep])
    bouw.add_bezetting(LOPEND, lopend.id, leden[LOPEND.groep])
    concept = bouw.add_roulatie(CONCEPT, leden[CONCEPT.groep], "voorbereiding", vervolg_op=lopend.id)
    bouw.add_rooster(CONCEPT, concept, leden[CONCEPT.groep], "concept")
    rijen.move_last("bezetting")


class _Gemaakt(NamedTuple):
    """The ids of a roulatie and its blocks."""

    id: int
    blokken: tuple[int, ...]


class _Bouw:
    """Adds the rows of roulaties."""

    def __init__(
        self,
        rijen: Rijen,
        kalender: Kalender,
        plekken: Mapping[str, Plek],
        werkprocessen: Mapping[str, int],
    ) -> None:
        self.rijen, self.kalender, self.plekken = rijen, kalender, plekken
        self.werkprocessen = werkprocessen

    def add_leerlijn(self, verhaal: Verhaal) -> int:
        """What the group of a roulatie learns, for another regio to take over too; gives its id."""
        leerlijn = self.rijen.add_numbered(
            "leerlijnen", regio_code=REGIO, naam="Groen in roulatie", sector="groen", gedeeld=True
        )
        for code in verhaal.werkprocessen:
            self.rijen.add(
                "leerlijn_werkprocessen",
                leerlijn_id=leerlijn,
                werkproces_id=self.werkprocessen[code],
                weken=4,
            )
        return leerlijn

    def add_roulatie(
        self,
        verhaal: Verhaal,
        leden: Sequence[int],
        status: str,
        *,
        vervolg_op: int | None = None,
        leerlijn_id: int | None = None,
    ) -> _Gemaakt:
        """The roulatie, its companies, deelnemers and blocks; one company of the concept has not signed."""
        groep = next(row["id"] for row in self.rijen.tables["groepen"] if row["naam"] == verhaal.groep)
        van, tot = verhaal.grenzen[0], verhaal.grenzen[-1]
        roulatie = self.rijen.add_numbered(
            "roulaties",
            regio_code=REGIO,
            groep_id=groep,
            naam=verhaal.naam,
            opleider_id=self._opleider(),
            leerlijn_id=leerlijn_id,
            vervolg_op=vervolg_op,
            periode=self.kalender.periode(van, tot),
            status=status,
            afspraak=AFSPRAAK,
            afspraak_tot=self.kalender.week(tot + TERM),
            min_werkgevers=3 if status == "lopend" else 2,
            voorbeeld=True,
        )
        getekend = self.kalender.week(van - 2) if status == "lopend" else self.kalender.week(-1)
        organisaties = self._add_gasten(verhaal, roulatie, getekend, is_open=status != "lopend")
        for number, kandidaat in enumerate(leden):
            own = organisaties[0] if number == 0 else self._sw_bedrijf(kandidaat)
            self.rijen.add(
                "roulatie_deelnemers", roulatie_id=roulatie, kandidaat_id=kandidaat, moederbedrijf_id=own
            )
            for code in verhaal.werkprocessen:
                self.rijen.add(
                    "roulatie_leerdoelen",
                    roulatie_id=roulatie,
                    kandidaat_id=kandidaat,
                    werkproces_id=self.werkprocessen[code],
                    weken=4,
                )
        self._add_paren(roulatie, leden)
        blokken = tuple(
            self.rijen.add_numbered(
                "roulatie_blokken", roulatie_id=roulatie, periode=self.kalender.periode(begin, end)
            )
            for begin, end in zip(verhaal.grenzen, verhaal.grenzen[1:], strict=False)
        )
        return _Gemaakt(roulatie, blokken)

    def _opleider(self) -> int:
        """The invented school of the group."""
        row = next(each for each in self.rijen.tables["organisaties"] if each["naam"] == OPLEIDER)
        return int(str(row["id"]))

    def _taught(self, verhaal: Verhaal, plek: int) -> list[int]:
        """The werkprocessen of a roulatie that a plek teaches."""
        asked = {self.werkprocessen[code] for code in verhaal.werkprocessen}
        return [
            int(str(row["werkproces_id"]))
            for row in self.rijen.tables["leerwerkplek_werkprocessen"]
            if row["leerwerkplek_id"] == plek and row["werkproces_id"] in asked
        ]

    def _sw_bedrijf(self, kandidaat: int) -> int | None:
        """The SW-bedrijf to which somebody returns, where there is one."""
        row = self.rijen.tables["kandidaten"][kandidaat - 1]
        found = row["sw_bedrijf_id"]
        return found if isinstance(found, int) else None

    def _add_gasten(self, verhaal: Verhaal, roulatie: int, getekend: object, *, is_open: bool) -> list[int]:
        """The companies with their plekken; with `is_open` the last one has yet to sign."""
        organisaties = []
        account = 1
        for number, gast in enumerate(verhaal.gasten):
            plek = self.plekken[gast.titel].id
            organisatie = self._organisatie(plek)
            organisaties.append(organisatie)
            has_signed = not (is_open and number == len(verhaal.gasten) - 1)
            self.rijen.add(
                "roulatie_bedrijven",
                roulatie_id=roulatie,
                organisatie_id=organisatie,
                getekend_door="Voorbeeld-Directie" if has_signed else None,
                getekend_op=getekend if has_signed else None,
                vastgelegd_door=account if has_signed else None,
            )
            self.rijen.add(
                "roulatie_plekken",
                roulatie_id=roulatie,
                leerwerkplek_id=plek,
                organisatie_id=organisatie,
                kort=gast.kort,
                kleur=number + 1,
                maximum=gast.maximum,
            )
        return organisaties

    def _organisatie(self, plek: int) -> int:
        """The company of a plek."""
        vestiging = self.rijen.tables["leerwerkplekken"][plek - 1]["vestiging_id"]
        row = next(each for each in self.rijen.tables["vestigingen"] if each["id"] == vestiging)
        return int(str(row["organisatie_id"]))

    def _add_paren(self, roulatie: int, leden: Sequence[int]) -> None:
        """A buddy, and two who may not meet."""
        for one, other, soort in ((0, 1, "samen"), (2, 3, "apart")):
            self.rijen.add(
                "roulatie_paren",
                roulatie_id=roulatie,
                kandidaat_id=leden[one],
                ander_id=leden[other],
                soort=soort,
            )

    def add_rooster(self, verhaal: Verhaal, made: _Gemaakt, leden: Sequence[int], status: str) -> None:
        """A rooster in which trios go round; in the concept the fourth person is put with the first three."""
        moment = self.kalender.moment(verhaal.grenzen[0] - 2 if status == "gepubliceerd" else 0)
        is_told = status == "gepubliceerd"
        rooster = self.rijen.add_numbered(
            "roulatie_roosters",
            roulatie_id=made.id,
            status=status,
            gemaakt_op=moment,
            gemaakt_door=1,
            gepubliceerd_op=moment if is_told else None,
            gepubliceerd_door=1 if is_told else None,
        )
        for number, kandidaat in enumerate(leden):
            for place, blok in enumerate(made.blokken):
                of = 0 if not is_told and number == TRIO and place == 0 else number
                gast = verhaal.gasten[plek_of(verhaal, of, place)]
                self.rijen.add(
                    "roulatie_cellen",
                    rooster_id=rooster,
                    roulatie_id=made.id,
                    kandidaat_id=kandidaat,
                    blok_id=blok,
                    leerwerkplek_id=self.plekken[gast.titel].id,
                )

    def add_feedback(self, verhaal: Verhaal, made: _Gemaakt, leden: Sequence[int]) -> None:
        """What deelnemers told and praktijkopleiders saw of the two blocks that are over."""
        for number, kandidaat in enumerate(leden):
            for place in (0, 1):
                gast = verhaal.gasten[plek_of(verhaal, number, place)]
                where = {
                    "roulatie_id": made.id,
                    "kandidaat_id": kandidaat,
                    "blok_id": made.blokken[place],
                }
                over = {
                    "leerwerkplek_id": self.plekken[gast.titel].id,
                    "gegeven_op": self.kalender.moment(verhaal.grenzen[place + 1] - 1),
                }
                if (number, place) != (len(leden) - 1, 1):
                    gezicht, geleerd, blijven = GEVOEL[number // TRIO][place]
                    self.rijen.add(
                        "roulatie_terugblikken",
                        **where,
                        **over,
                        gezicht=gezicht,
                        geleerd=geleerd,
                        blijven=blijven,
                    )
                self.rijen.add(
                    "roulatie_oordelen",
                    **where,
                    **over,
                    wat_werkte="Eerst voordoen, dan samen doen." if number % 2 else "Rustig de tijd geven.",
                    vastgelegd_door=1,
                )
                for turn, werkproces in enumerate(self._taught(verhaal, self.plekken[gast.titel].id)):
                    self.rijen.add(
                        "roulatie_oordeel_werkprocessen",
                        **where,
                        werkproces_id=werkproces,
                        stand=STANDEN[(number + place + turn) % len(STANDEN)],
                    )

    def add_overeenkomsten(self, verhaal: Verhaal, roulatie: int, leden: Sequence[int]) -> None:
        """The praktijkovereenkomsten with every company at which somebody has begun."""
        for number, kandidaat in enumerate(leden):
            for place, begin in enumerate(verhaal.grenzen[:-1]):
                if begin > 0:
                    continue
                plek = self.plekken[verhaal.gasten[plek_of(verhaal, number, place)].titel].id
                self.rijen.add(
                    "roulatie_overeenkomsten",
                    roulatie_id=roulatie,
                    kandidaat_id=kandidaat,
                    organisatie_id=self._organisatie(plek),
                    getekend_op=self.kalender.week(begin - 1),
                    vastgelegd_door=1,
                )

    def add_bezetting(self, verhaal: Verhaal, roulatie: int, leden: Sequence[int]) -> None:
        """The weeks that the published rooster takes."""
        for number, kandidaat in enumerate(leden):
            for place, (begin, end) in enumerate(zip(verhaal.grenzen, verhaal.grenzen[1:], strict=False)):
                plek = self.plekken[verhaal.gasten[plek_of(verhaal, number, place)].titel]
                for week in range(begin, end):
                    self.rijen.add(
                        "bezetting",
                        kandidaat_id=kandidaat,
                        leerwerkplek_id=plek.id,
                        praktijkopleider_id=plek.praktijkopleider_id,
                        week=self.kalender.week(week),
                        minuten=BEHOEFTE[min(week - begin, len(BEHOEFTE) - 1)],
                        bron="roulatie",
                        roulatie_id=roulatie,
                    )
