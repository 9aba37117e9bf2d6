"""Two readings of the same rows agree: ours without a database, and the one the service plans with."""

from dataclasses import replace
from datetime import date

from marketplace.db import Connection
from marketplace.matching.instance import load_opgave
from seed.gebied import REGIO
from seed.rijen import Rijen
from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
from tests.seed.instantie import WEKEN, read_instance


def plain_kandidaat(row: Kandidaat) -> Kandidaat:
    """Without what is only a choice of order or number."""
    return replace(row, zone=0, werkprocessen=tuple(sorted(row.werkprocessen)))


def plain_plek(row: Leerwerkplek) -> Leerwerkplek:
    """Without what is only a choice of order, number or horizon."""
    erkenningen = tuple(sorted(row.erkenningen, key=lambda each: each.crebo))
    return replace(row, zone=0, plaatsen=row.plaatsen[:WEKEN], erkenningen=erkenningen)


async def test_the_service_reads_the_story_as_the_tests_do(
    seeded_conn: Connection, wereld: Rijen, vandaag: date
) -> None:
    await seeded_conn.execute("set local role worker")
    service: Instance = (await load_opgave(seeded_conn, REGIO, vandaag)).instance
    ours = read_instance(wereld, vandaag)
    assert service.beleid == ours.beleid
    assert sorted(map(plain_kandidaat, service.kandidaten), key=lambda row: row.id) == [
        plain_kandidaat(row) for row in ours.kandidaten
    ]
    assert sorted(map(plain_plek, service.plekken), key=lambda row: row.id) == [
        plain_plek(row) for row in ours.plekken
    ]
    minuten = {row.id: row.minuten[:WEKEN] for row in service.praktijkopleiders}
    assert minuten == {row.id: row.minuten for row in ours.praktijkopleiders}
