"""Two groen-roulaties: one of nine with two blocks and their feedback behind it, one of eight in conflict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from seed.gebied import REGIO
from seed.verhaal import GROEP_GROEN_DERDE, GROEP_GROEN_VERVOLG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from seed.kalender import Kalender
    from seed.persoon import Persoon
    from seed.plekken import Plek
    from seed.rijen import Rijen

AFSPRAAK = (
    "Wij leiden samen deelnemers op. Tijdens deze roulatie en een half jaar daarna nemen wij geen "
    "medewerkers of deelnemers van elkaar over, tenzij wij dat samen afspreken."
)
BEHOEFTE = (50, 50, 40, 40, 30, 25)
"""Minutes of guidance a week since somebody comes at a plek, of everyone in a roulatie."""
WOONPLAATSEN = {
    GROEP_GROEN_VERVOLG: (("7001", 222), ("7021", 1876), ("7071", 1509)),
    GROEP_GROEN_DERDE: (("7141", 1586), ("7131", 1586), ("7101", 294)),
}
TERM = 26
TRIO = 3


class Gast(NamedTuple):
    """A plek in a roulatie: its titel, short name, and how many people it takes in a block."""

    titel: str
    kort: str
    maximum: int


class Verhaal(NamedTuple):
    """A roulatie: its group, companies, and the weeks in which its blocks begin and the last one ends."""

    naam: str
    groep: str
    gasten: tuple[Gast, ...]
    grenzen: tuple[int, ...]
    werkprocessen: tuple[str, ...]


LOPEND = Verhaal(
    "Groen roulatie voorjaar",
    GROEP_GROEN_VERVOLG,
    (
        Gast("Plantsoen in Ulft", "Ulft", 3),
        Gast("Groenonderhoud in Didam", "Didam", 3),
        Gast("Perken beplanten in Zelhem", "Zelhem", 3),
        Gast("Landgoed onderhouden bij Vorden", "Vorden", 3),
        Gast("Groenploeg Doetinchem-Zuid", "Doetinchem", 3),
    ),
    (-12, -6, 0, 6, 12, 18),
    ("VB-GRO-01", "VB-GRO-02", "VB-GRO-03", "VB-GRO-04", "VB-GRO-05"),
)
CONCEPT = Verhaal(
    "Groen roulatie najaar",
    GROEP_GROEN_DERDE,
    (
        Gast("Tuinonderhoud in Winterswijk", "Winterswijk", 3),
        Gast("Groenonderhoud in Groenlo", "Groenlo", 3),
        Gast("Groenploeg Borculo", "Borculo", 3),
    ),
    (24, 30, 36, 42),
    ("VB-GRO-01", "VB-GRO-02", "VB-GRO-03", "VB-GRO-05"),
)
# (face, learned, would stay) of each trio in the two blocks that are over; one person has not answered yet.
GEVOEL = (((1, 1, 1), (2, 1, 2)), ((2, 2, 2), (1, 1, 1)), ((3, 2, 3), (1, 1, 2)))
STANDEN = ("geoefend", "zelfstandig", "gezien")


def settle(groep: str, leden: Sequence[Persoon]) -> list[Persoon]:
    """Let the people of a roulatie live in reach of its companies, with a need that fits a group."""
    return [
        replace(
            lid,
            pc4=WOONPLAATSEN[groep][number % TRIO][0],
            gemeente_id=WOONPLAATSEN[groep][number % TRIO][1],
            vervoermiddel="auto" if number % TRIO == TRIO - 1 else "e_bike",
            max_reistijd=75,
            reist_alleen=True,
            begeleiding=BEHOEFTE,
            bewezen=(),
        )
        for number, lid in enumerate(leden)
    ]


def add_roulaties(
    rijen: Rijen,
    kalender: Kalender,
    leden: Mapping[str, Sequence[int]],
    plekken: Mapping[str, Plek],
    werkprocessen: Mapping[str, int],
) -> None:
    """Add both roulaties; the groups they are of must be there."""
    bouw = _Bouw(rijen, kalender, plekken, werkprocessen)
    bouw.add_leerlijn(LOPEND)
    lopend = bouw.add_roulatie(LOPEND, leden[LOPEND.groep], "lopend", vervolg_op=None)
    bouw.add_rooster(LOPEND, lopend, leden[LOPEND.groep], "gepubliceerd")
    bouw.add_feedback(LOPEND, lopend, leden[LOPEND.groep])
    bouw.add_bezetting(LOPEND, lopend.id, leden[LOPEND.groep])
    concept = bouw.add_roulatie(CONCEPT, leden[CONCEPT.groep], "voorbereiding", vervolg_op=lopend.id)
    bouw.add_rooster(CONCEPT, concept, leden[CONCEPT.groep], "concept")
    rijen.move_last("bezetting")


class _Gemaakt(NamedTuple):
    """The ids of a roulatie and its blocks."""

    id: int
    blokken: tuple[int, ...]


def plek_of(verhaal: Verhaal, number: int, blok: int) -> int:
    """At which plek somebody is in a block: trios go round, so that no two of them meet at one plek."""
    return (number // TRIO + blok) % len(verhaal.gasten)


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

    def add_leerlijn(self, verhaal: Verhaal) -> None:
        """What the group of a roulatie learns, for another regio to take over too."""
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

    def add_roulatie(
        self, verhaal: Verhaal, leden: Sequence[int], status: str, vervolg_op: int | None
    ) -> _Gemaakt:
        """The roulatie, its companies, deelnemers and blocks; one company of the concept has not signed."""
        groep = next(row["id"] for row in self.rijen.tables["groepen"] if row["naam"] == verhaal.groep)
        van, tot = verhaal.grenzen[0], verhaal.grenzen[-1]
        roulatie = self.rijen.add_numbered(
            "roulaties",
            regio_code=REGIO,
            groep_id=groep,
            naam=verhaal.naam,
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
            vestiging = self.rijen.tables["leerwerkplekken"][plek - 1]["vestiging_id"]
            row = next(each for each in self.rijen.tables["vestigingen"] if each["id"] == vestiging)
            organisatie = int(str(row["organisatie_id"]))
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
                self.rijen.add(
                    "roulatie_oordeel_werkprocessen",
                    **where,
                    werkproces_id=self.werkprocessen["VB-GRO-01"],
                    stand=STANDEN[(number + place) % 2],
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
