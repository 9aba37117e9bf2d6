"""The rows of the seed as a question for the solver, without a database and without the service."""

import json
from collections import Counter, defaultdict
from datetime import date
from typing import Any

from marketplace.geo.reistabel import build_reistabel
from marketplace.geo.reistijd import EstimatedTravelTime, Punt
from seed.kalender import Kalender
from seed.rijen import Rijen
from seed.tabel import read_tabel
from solver.matching.instance import (
    Beleid,
    Erkenning,
    Fase,
    Gewichten,
    Instance,
    Inzet,
    Kandidaat,
    Leerwerkplek,
    Opleiding,
    Plaatsingsvorm,
    Praktijkopleider,
    Reistabel,
    Vervoermiddel,
)

Row = dict[str, Any]
WEKEN = 30


class Lezing:
    """Reads the rows with week 0 on the Monday after the current week."""

    def __init__(self, rijen: Rijen, vandaag: date) -> None:
        self.tables: dict[str, list[Row]] = dict(rijen.tables)
        self.vandaag = vandaag
        self.start = Kalender.of(vandaag).week(1)
        self.zone_of_pc4: dict[str, int] = {
            row["pc4"]: row["plaats_id"] - 1 for row in self.tables["postcodes"]
        }
        self.leads: dict[int, Row] = {
            row["leerwerkplek_id"]: row for row in self.tables["leerwerkplek_praktijkopleiders"]
        }
        self.erkenningen = self.collect("erkenningen", "vestiging_id")
        self.aanbod = self.collect("leerwerkplek_werkprocessen", "leerwerkplek_id")
        self.wensen = self.collect("kandidaat_sectorwensen", "kandidaat_id")
        self.werkprocessen = self.collect("kandidaat_werkprocessen", "kandidaat_id")
        self.seats = Counter((row["leerwerkplek_id"], self.week(row["week"])) for row in self.bezetting())
        self.minuten: Counter[tuple[int, int]] = Counter()
        for row in self.bezetting():
            self.minuten[row["praktijkopleider_id"], self.week(row["week"])] += row["minuten"]

    def bezetting(self) -> list[Row]:
        """Who is at a plek already."""
        return self.tables["bezetting"]

    def collect(self, table: str, key: str) -> dict[int, list[Row]]:
        """Rows of a table by the id they belong to."""
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self.tables[table]:
            found[row[key]].append(row)
        return found

    def week(self, day: date) -> int:
        """Weeks from the start; negative before it."""
        return (day - self.start).days // 7

    def window(self, periode: Any) -> tuple[int, int]:  # noqa: ANN401 (asyncpg's Range has no type here)
        """A period as half-open weeks of the horizon and beyond."""
        tot = 999 if periode.upper is None else self.week(periode.upper)
        return max(0, self.week(periode.lower)), max(0, tot)

    def read_kandidaat(self, row: Row) -> Kandidaat:
        """One person."""
        van, tot = self.window(row["periode"])
        gewenst = [each for each in self.werkprocessen[row["id"]] if each["stand"] == "gewenst"]
        return Kandidaat(
            id=row["id"],
            zone=self.zone_of_pc4[row["pc4"]],
            vervoermiddel=Vervoermiddel(row["vervoermiddel"]),
            max_reistijd=row["max_reistijd"],
            max_afstand=row["max_afstand"],
            reist_alleen=row["reist_alleen"],
            dagdelen=row["dagdelen"],
            minuten_min=row["minuten_min"],
            minuten_max=row["minuten_max"],
            eerste_week=van,
            laatste_week=tot - row["weken"],
            weken=row["weken"],
            niveau=row["niveau_bewezen"] or row["niveau_geschat"],
            crebo=row["crebo"],
            werkprocessen=tuple(each["werkproces_id"] for each in gewenst),
            sectorwensen=tuple(each["sector"] for each in self.wensen[row["id"]]),
            vormen=tuple(Plaatsingsvorm(vorm) for vorm in row["vormen"]),
            begeleiding=tuple(row["begeleiding"]),
            voorwaarden=frozenset(row["voorwaarden"]),
            taal=row["taal"],
            fase=row["fase"] and Fase(row["fase"]),
            wachtweken=(self.vandaag - row["matchbaar_sinds"]).days // 7,
            voucher=row["voucher"],
        )

    def read_plek(self, row: Row) -> Leerwerkplek:
        """One plek with what is still free."""
        vestiging = self.tables["vestigingen"][row["vestiging_id"] - 1]
        van, tot = self.window(row["periode"])
        lead_van, lead_tot = self.window(self.leads[row["id"]]["periode"])
        lead = self.leads[row["id"]]["praktijkopleider_id"]
        return Leerwerkplek(
            id=row["id"],
            werkgever=vestiging["organisatie_id"],
            zone=vestiging["plaats_id"] - 1,
            sector=row["sector"],
            niveau=row["niveau"],
            plaatsen=tuple(row["plaatsen"] - self.seats[row["id"], week] for week in range(WEKEN)),
            van_week=van,
            tot_week=tot,
            dagdelen=row["dagdelen"],
            minuten_min=row["minuten_min"],
            minuten_max=row["minuten_max"],
            werkprocessen=frozenset(each["werkproces_id"] for each in self.aanbod[row["id"]]),
            erkenningen=tuple(self.read_erkenning(each) for each in self.erkenningen[vestiging["id"]]),
            vormen=frozenset(Plaatsingsvorm(vorm) for vorm in row["vormen"]),
            voorwaarden=frozenset(row["voorwaarden"]),
            taal=row["taal"],
            fase=row["fase"] and Fase(row["fase"]),
            inzet=(Inzet(praktijkopleider=lead, van_week=lead_van, tot_week=lead_tot),),
            vervoer_geregeld=row["vervoer_geregeld"],
        )

    def read_erkenning(self, row: Row) -> Erkenning:
        """One erkenning, for all werkprocessen."""
        van, tot = self.window(row["periode"])
        return Erkenning(crebo=row["crebo"], werkprocessen=None, van_week=van, tot_week=tot)

    def read_praktijkopleider(self, row: Row) -> Praktijkopleider:
        """One praktijkopleider with the minutes still free."""
        number, ruim = row["praktijkopleider_id"], row["minuten_per_week"]
        return Praktijkopleider(
            id=number, minuten=tuple(ruim - self.minuten[number, week] for week in range(WEKEN))
        )

    def read_reistabel(self) -> Reistabel:
        """Every place is a zone."""
        punten = [Punt(row["lat"], row["lon"]) for row in self.tables["plaatsen"]]
        tabel = build_reistabel(EstimatedTravelTime(), punten)
        minuten = {Vervoermiddel(middel.value): rows for middel, rows in tabel.minuten.items()}
        return Reistabel(minuten=minuten, kilometers=tabel.kilometers)


def read_beleid() -> Beleid:
    """The policy of the example region."""
    found = {row["sleutel"]: json.loads(row["waarde"]) for row in read_tabel("regio_beleid")}
    step = found["startweken_om_de"]
    return Beleid(
        wachttermijn_weken=found["wachttermijn_weken"],
        startweken=tuple(range(0, step * found["startweken_aantal"], step)),
        vouchers=found["vouchers"],
        gewichten=Gewichten(**found["gewichten"]),
    )


def read_instance(rijen: Rijen, vandaag: date) -> Instance:
    """The whole question."""
    lezing = Lezing(rijen, vandaag)
    tables = lezing.tables
    windows = [(row["crebo"], *lezing.window(row["periode"])) for row in tables["opleidingen"]]
    return Instance(
        weken=WEKEN,
        kandidaten=tuple(
            lezing.read_kandidaat(row) for row in tables["kandidaten"] if row["status"] == "matchbaar"
        ),
        plekken=tuple(lezing.read_plek(row) for row in tables["leerwerkplekken"]),
        praktijkopleiders=tuple(
            lezing.read_praktijkopleider(row) for row in tables["begeleidingscapaciteiten"]
        ),
        opleidingen=tuple(Opleiding(crebo=crebo, van_week=van, tot_week=tot) for crebo, van, tot in windows),
        reistabel=lezing.read_reistabel(),
        beleid=read_beleid(),
    )
