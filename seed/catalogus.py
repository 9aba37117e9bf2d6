"""What the rows of people and firms refer to: sectoren, kwalificaties, werkprocessen and codes."""

from datetime import date

from asyncpg import Range

from seed.rijen import Rijen
from seed.tabel import read_tabel, split_cell

CODE_TABLES = ("organisatiesoorten", "voorwaarden", "doelgroepen", "beleidssleutels")
"""Tables whose CSV has just the columns of the database."""


def add_codes(rijen: Rijen) -> None:
    """The small tables of codes with the Dutch words people read."""
    for row in read_tabel("sectoren"):
        rijen.add("sectoren", code=row["code"], naam=row["naam"], kort=row["kort"])
    for table in CODE_TABLES:
        for row in read_tabel(table):
            rijen.add(table, **row)
    for row in read_tabel("rollen"):
        rijen.add(
            "rollen",
            code=row["code"],
            naam=row["naam"],
            in_regio=row["in_regio"] == "ja",
            organisatiesoorten=split_cell(row["organisatiesoorten"]),
        )
    for row in read_tabel("plaatsingsvormen"):
        rijen.add(
            "plaatsingsvormen",
            code=row["code"],
            naam=row["naam"],
            eist_erkenning=row["eist_erkenning"] == "ja",
        )
    for row in read_tabel("afwijsredenen"):
        rijen.add("afwijsredenen", **(row | {"gevolg": row["gevolg"] or None}))
    for row in read_tabel("trede_voorbeelden"):
        rijen.add("trede_voorbeelden", **(row | {"nummer": int(row["nummer"]), "fase": row["fase"] or None}))


def add_kwalificaties(rijen: Rijen) -> None:
    """Kwalificaties as the Regeling of 2015 names them; whether they are still current is not known."""
    for row in read_tabel("kwalificaties"):
        rijen.add(
            "kwalificaties",
            crebo=int(row["crebo"]),
            dossier_crebo=int(row["dossier_crebo"]),
            dossier=row["dossier"],
            naam=row["naam"],
            niveau=int(row["niveau"]),
            sector=row["sector"],
            geldig=Range(date.fromisoformat(row["vanaf"]), None),
            bron=row["bron"],
        )


def add_werkprocessen(rijen: Rijen) -> dict[str, int]:
    """Werkprocessen with their plain words; returns the id of each by the `sleutel` of the CSV."""
    return {
        row["sleutel"]: rijen.add_numbered(
            "werkprocessen",
            dossier_crebo=int(row["dossier_crebo"]),
            crebo=int(row["crebo"]) if row["crebo"] else None,
            code=row["code"],
            titel=row["titel"],
            uitleg=row["uitleg"],
            sector=row["sector"],
            voorbeeld=row["voorbeeld"] == "ja",
            bron=row["bron"],
        )
        for row in read_tabel("werkprocessen")
    }
