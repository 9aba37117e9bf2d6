"""A whole region as a coordinator keeps it: spreadsheets in the templates of Plekwijs.

Everybody and every firm is invented. Who numbers things by hand meets the same number again, so all
follows from the number of the row.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import openpyxl

Rij = dict[str, object]

# A kind of work: its sector, crebo, niveau and codes.
WERK: Sequence[tuple[str, str, int, int, Sequence[str]]] = (
    ("Groen", "groen", 25258, 1, ("VB-GRO-01", "VB-GRO-02", "VB-GRO-03", "VB-GRO-05")),
    ("Logistiek", "logistiek", 25254, 1, ("VB-LOG-01", "VB-LOG-02", "VB-LOG-03", "VB-LOG-04")),
    ("Industrie", "industrie", 25256, 1, ("VB-PRO-01", "VB-PRO-02", "VB-PRO-03", "VB-PRO-04")),
    ("Horeca", "horeca", 25252, 1, ("VB-HOR-01", "VB-HOR-02", "VB-HOR-03", "VB-HOR-04")),
    ("Schoonmaak", "schoonmaak", 25034, 2, ("VB-SCH-01", "VB-SCH-02", "VB-SCH-03", "VB-SCH-04")),
)
PLAATSEN = (("Doetinchem", "7001"), ("Lichtenvoorde", "7131"), ("Winterswijk", "7101"), ("Didam", "6941"))
FIRMAS, REGIO, SCHOOL = 20, "Achterhoek", "Voorbeeldschool Achterhoek"
DAGEN = ("ma, di, wo, do, vr", "ma, di, wo, do", "ma, di, do", "ma-ochtend, di-ochtend, wo, do-ochtend")
TALEN = ("geen Nederlands", "enkele woorden Nederlands", "eenvoudig Nederlands", "redelijk Nederlands")
REIST = ("fiets", "e-bike", "ov", "auto", "lopen")


def organisaties() -> list[Rij]:
    """Firms, and the school that teaches all of it."""
    firms: list[Rij] = [
        {"Naam": _firma(number), "Regio": REGIO, "Soort": "Leerbedrijf"} for number in range(FIRMAS)
    ]
    return [*firms, {"Naam": SCHOOL, "Regio": REGIO, "Soort": "Mbo-school of andere opleider"}]


def _firma(number: int) -> str:
    """A firm that does not exist."""
    return f"Voorbeeld {WERK[number % len(WERK)][0]} {number + 1}"


def _vestiging(number: int) -> str:
    """The only vestiging of a firm, as a list calls it."""
    return f"{_firma(number)}, Hoofdvestiging"


def vestigingen() -> list[Rij]:
    """One of each organisatie."""
    return [
        {
            "Naam": "Hoofdvestiging",
            "Organisatie": row["Naam"],
            "Plaats": PLAATSEN[number // len(WERK) % len(PLAATSEN)][0],
        }
        for number, row in enumerate(organisaties())
    ]


def praktijkopleiders() -> list[Rij]:
    """Two at each firm."""
    return [
        {
            "Naam": _leider(number, which),
            "Vestiging": _vestiging(number),
            "Hoe dichtbij": "af en toe erbij" if which else "steeds ernaast",
            "Minuten per week": 720,
        }
        for number in range(FIRMAS)
        for which in range(2)
    ]


def _leider(number: int, which: int) -> str:
    """Somebody who guides at a firm."""
    return f"{('Anna', 'Bram')[which]} Voorbeeld {number + 1}"


def erkenningen() -> list[Rij]:
    """Each firm for its own work, but the last."""
    return [
        {
            "Vestiging": _vestiging(number),
            "Crebo": WERK[number % len(WERK)][2],
            "Eerste dag": date(2025, 8, 1),
            "Nagekeken op": date(2026, 11, 16),
        }
        for number in range(FIRMAS - 1)
    ]


def opleidingen() -> list[Rij]:
    """The school teaches it all."""
    return [
        {"Opleider": SCHOOL, "Crebo": crebo, "Eerste dag": date(2025, 8, 1), "Regio's": "AM09"}
        for _, _, crebo, _, _ in WERK
    ]


def plekken(count: int) -> list[Rij]:
    """Plekken, spread over the firms; those of the last may only be a proefplaatsing."""
    rows = []
    for number in range(count):
        firma = number % FIRMAS
        naam, _, _, niveau, werk = WERK[firma % len(WERK)]
        rows.append(
            {
                "Nummer": f"P-{number + 1:03}",
                "Vestiging": _vestiging(firma),
                "Titel": f"Hulp in {naam.lower()} {number + 1}",
                "Omschrijving": "Je werkt in een kleine ploeg. Iemand legt uit wat je doet.",
                "Sector": naam,
                "Werkprocessen": ", ".join(werk),
                "Plaatsen": 1 + number % 2,
                "Eerste dag": date(2026, 11, 23),
                "Laatste dag": date(2027, 12, 31),
                "Dagdelen": DAGEN[number % 2],
                "Minste uren": 8,
                "Meeste uren": 32,
                "Niveau": niveau,
                "Nederlands": TALEN[number % 2],
                "Vervoer geregeld": "ja" if number % 5 == 0 else "nee",
                "Vormen": "proefplaatsing, eigen_werknemer, behoud_uitkering"
                if firma < FIRMAS - 1
                else "proefplaatsing",
                "Voorwaarden": "korte_uitleg" if number % 2 else None,
                "Praktijkopleider": _leider(firma, number // FIRMAS % 2),
                "Status": "concept" if number % 30 == 29 else "gepubliceerd",
            }
        )
    return rows


def kandidaten(count: int) -> list[Rij]:
    """People, some of whom do not look for a plek yet."""
    rows = []
    for number in range(count):
        _, sector, crebo, niveau, werk = WERK[number % len(WERK)]
        rows.append(
            {
                "Uw kenmerk": f"2026-{number + 1:03}",
                "Naam": f"Voorbeeld Persoon {number + 1}",
                "Geboortedatum": date(1970, 1, 1) + timedelta(days=number * 37 % 12_000),
                "Telefoon": "0612345678",
                "Postcode": int(PLAATSEN[number // 5 % len(PLAATSEN)][1]),
                "Reist met": REIST[number // 3 % len(REIST)],
                "Langste reistijd": 30 + number % 4 * 10,
                "Dagdelen": DAGEN[number % len(DAGEN)],
                "Minste uren": 8,
                "Meeste uren": (16, 24, 32)[number % 3],
                "Eerste dag": date(2026, 11, 23) + timedelta(weeks=number % 6),
                "Weken": (13, 26)[number % 2],
                "Niveau": niveau,
                "Nederlands": TALEN[number % len(TALEN)],
                "Begeleiding": (2, 3, 4, 6)[number % 4],
                "Vormen": "proefplaatsing, eigen_werknemer" if number % 3 else "behoud_uitkering",
                "Sectoren": sector,
                "Kwalificatie": crebo,
                "Wil leren": ", ".join(werk[: 2 + number % 3]),
                "Nodig op het werk": "korte_uitleg" if number % 7 == 0 else None,
                "Status": "voor-aangemeld" if number % 20 == 0 else "zoekt een plek",
                "Wacht sinds": None if number % 20 == 0 else date(2026, 6, 1) + timedelta(number % 150),
            }
        )
    return rows


def fill(template: bytes, rows: Sequence[Mapping[str, object]]) -> bytes:
    """The template with rows in it, as somebody types them: a header that is not there is a mistake."""
    book = openpyxl.load_workbook(io.BytesIO(template))
    sheet = book.worksheets[0]
    headers = [str(cell.value).removesuffix(" *") for cell in sheet[1]]
    for line, row in enumerate(rows, start=2):
        for header, value in row.items():
            sheet.cell(line, headers.index(header) + 1, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
