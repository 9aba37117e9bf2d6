"""Organisaties and vestigingen: who reads and edits them, overtaken edits, the archive."""

import json

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.organisaties import organisatie, vestiging
from marketplace.organisaties.model import OrganisatieFilter
from marketplace.organisaties.overzicht import get_organisatie, list_keuzes, list_organisaties
from marketplace.organisaties.queries import list_vestigingen, list_vestigingen_of
from marketplace.organisaties.wijziging import OrganisatieGegevens, VestigingGegevens
from marketplace.organisaties.zoekteksten import list_zoekteksten
from marketplace.toegang.model import Actor, Rol
from tests.marketplace.kleine_regio import ELDERS, REGIO, WEEK0, KleineRegio, make_regio
from tests.marketplace.organisaties.mensen import beheerder_of, make_actor
from tests.marketplace.regio_details import Details, add_details, occupy

GEGEVENS = OrganisatieGegevens(naam="Nieuw Bedrijf", soort="werkgever", kvk="12345678")


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def details(conn: Connection, regio: KleineRegio) -> Details:
    return await add_details(conn, regio)


async def names(conn: Connection, actor: Actor, **filters: object) -> list[str]:
    """The names in the list as an actor gets it."""
    found = await list_organisaties(conn, actor, OrganisatieFilter(**filters))  # type: ignore[arg-type]  # each test names its own filter
    assert found.totaal == len(found.regels)
    return [each.naam for each in found.regels]


async def vestiging_gegevens(conn: Connection, plaats: str, naam: str = "Tweede") -> VestigingGegevens:
    """A vestiging at a place by its name."""
    plaats_id = await conn.fetchval("select id from plaatsen where naam = $1", plaats)
    return VestigingGegevens(naam=naam, plaats_id=plaats_id, leerbedrijf_id=None)


async def test_everyone_reads_the_own_organisaties(
    conn: Connection, regio: KleineRegio, details: Details
) -> None:
    both = ["Voorbeeld Elders", "Voorbeeld Tuinen"]
    assert await names(conn, regio.eigen) == both
    for rol in (Rol.REGIOCOORDINATOR, Rol.SBB_ADVISEUR, Rol.BEHEERDER):
        assert await names(conn, await make_actor(conn, rol, regio_code=REGIO)) == both
    for rol in (Rol.PRAKTIJKOPLEIDER, Rol.BEHEERDER):
        own = await make_actor(conn, rol, organisatie_id=regio.organisatie)
        assert await names(conn, own) == ["Voorbeeld Tuinen"]
    assert await names(conn, regio.werkgever) == ["Voorbeeld Tuinen"]
    assert await names(conn, details.buurman) == ["Voorbeeld Elders"]


async def test_words_are_searched_in_what_the_actor_may_see(
    conn: Connection, regio: KleineRegio, details: Details
) -> None:
    own = {number for number, tekst in await list_zoekteksten(conn, regio.eigen) if "Voorbeeld" in tekst}
    assert len(own) == 2
    ((number, tekst),) = await list_zoekteksten(conn, details.buurman)
    assert number != regio.organisatie
    assert "Buren" in tekst
    assert "Vorden" in tekst
    assert await list_zoekteksten(conn, regio.vreemd) == []
    assert await names(conn, regio.eigen, ids=(number, regio.organisatie)) == [
        "Voorbeeld Elders",
        "Voorbeeld Tuinen",
    ]
    assert await names(conn, details.buurman, ids=(regio.organisatie,)) == []


async def test_a_stranger_reads_none(conn: Connection, regio: KleineRegio) -> None:
    consulent = await make_actor(conn, Rol.CONSULENT, regio_code=REGIO)
    for stranger in (regio.vreemd, consulent):
        assert await names(conn, stranger) == []
        assert await get_organisatie(conn, stranger, regio.organisatie) is None
        assert await list_vestigingen_of(conn, stranger, regio.organisatie) == []
        assert (await list_keuzes(conn, stranger)).soorten == ()


@pytest.mark.usefixtures("details")
async def test_the_list_is_narrowed(conn: Connection, regio: KleineRegio) -> None:
    plaats = await conn.fetchval("select id from plaatsen where naam = 'Vorden'")
    assert await names(conn, regio.eigen, ids=(regio.organisatie,)) == ["Voorbeeld Tuinen"]
    assert await names(conn, regio.eigen, ids=()) == []
    assert await names(conn, regio.eigen, plaats_id=plaats) == ["Voorbeeld Elders"]
    assert await names(conn, regio.eigen, sector="zorg") == []
    assert await names(conn, regio.eigen, sector="groen") == ["Voorbeeld Elders", "Voorbeeld Tuinen"]
    assert await names(conn, regio.eigen, soort="mbo") == []
    assert await names(conn, regio.eigen, gearchiveerd=True) == []
    keuzes = await list_keuzes(conn, regio.eigen)
    assert [naam for _, naam in keuzes.plaatsen] == ["Vorden", "Zelhem"]


async def test_an_organisatie_is_made_and_edited_with_old_and_new_in_its_history(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    made = await organisatie.create_organisatie(
        conn, regio.eigen, clock=clock, regio_code=REGIO, gegevens=GEGEVENS
    )
    edit = OrganisatieGegevens(naam="Ander Bedrijf", soort="werkgever", kvk=None)
    await organisatie.edit_organisatie(
        conn, regio.eigen, clock=clock, organisatie_id=made, versie=1, gegevens=edit
    )
    found = await get_organisatie(conn, regio.eigen, made)
    assert found is not None
    assert (found.naam, found.kvk, found.versie) == ("Ander Bedrijf", None, 2)
    row = await conn.fetchrow("select * from gebeurtenissen order by id desc limit 1")
    assert row is not None
    assert (row["soort"], row["onderwerp_id"], row["organisatie_id"]) == ("organisatie_gewijzigd", made, made)
    assert row["gegevens"] == {
        "velden": {"naam": ["Nieuw Bedrijf", "Ander Bedrijf"], "kvk": ["12345678", None]}
    }
    with pytest.raises(StaleVersion):
        await organisatie.edit_organisatie(
            conn, regio.eigen, clock=clock, organisatie_id=made, versie=1, gegevens=GEGEVENS
        )


async def test_a_name_is_used_once_in_a_regio_and_a_kind_exists(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    for naam in ("Voorbeeld Elders", "voorbeeld  ELDERS"):
        taken = OrganisatieGegevens(naam=naam, soort="werkgever", kvk=None)
        with pytest.raises(InvalidInput) as refusal:
            await organisatie.edit_organisatie(
                conn, regio.eigen, clock=clock, organisatie_id=regio.organisatie, versie=1, gegevens=taken
            )
        assert refusal.value.fields == {"naam": "Er is al een organisatie met deze naam in deze regio."}
    respelled = OrganisatieGegevens(naam="VOORBEELD Tuinen", soort="werkgever", kvk=None)
    await organisatie.edit_organisatie(
        conn, regio.eigen, clock=clock, organisatie_id=regio.organisatie, versie=1, gegevens=respelled
    )
    unknown = OrganisatieGegevens(naam="Wat", soort="bestaat_niet", kvk=None)
    with pytest.raises(InvalidInput) as refusal:
        await organisatie.create_organisatie(
            conn, regio.eigen, clock=clock, regio_code=REGIO, gegevens=unknown
        )
    assert set(refusal.value.fields) == {"soort"}


@pytest.mark.usefixtures("details")
async def test_a_name_is_used_once_at_an_organisatie(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    for naam, fits in (("Tweede", True), ("TWEEDE", False), ("Twee de", True), ("twee  de", False)):
        gegevens = await vestiging_gegevens(conn, "Vorden", naam)
        made = vestiging.create_vestiging(
            conn, regio.eigen, clock=clock, organisatie_id=regio.organisatie, gegevens=gegevens
        )
        if fits:
            await made
        else:
            with pytest.raises(InvalidInput, check=lambda refusal: set(refusal.fields) == {"naam"}):
                await made


async def test_who_only_reads_does_not_edit(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    adviseur = await make_actor(conn, Rol.SBB_ADVISEUR, regio_code=REGIO)
    for reader in (regio.werkgever, adviseur):
        with pytest.raises(Forbidden):
            await organisatie.edit_organisatie(
                conn, reader, clock=clock, organisatie_id=regio.organisatie, versie=1, gegevens=GEGEVENS
            )
        with pytest.raises(Forbidden):
            await vestiging.archive_vestiging(
                conn, reader, clock=clock, vestiging_id=regio.vestiging, versie=1
            )
    for actor in (regio.eigen, await beheerder_of(conn, regio)):
        with pytest.raises(Forbidden):
            await organisatie.create_organisatie(
                conn, actor, clock=clock, regio_code=ELDERS, gegevens=GEGEVENS
            )
    with pytest.raises(NotFound):
        await organisatie.archive_organisatie(
            conn, details.buurman, clock=clock, organisatie_id=regio.organisatie, versie=1
        )


async def test_the_beheerder_of_an_organisatie_edits_the_own(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    beheerder = await beheerder_of(conn, regio)
    made = await vestiging.create_vestiging(
        conn,
        beheerder,
        clock=clock,
        organisatie_id=regio.organisatie,
        gegevens=await vestiging_gegevens(conn, "Vorden"),
    )
    edit = VestigingGegevens(
        naam="Tweede", plaats_id=(await list_vestigingen(conn, beheerder))[1].plaats_id, leerbedrijf_id="LB-1"
    )
    await vestiging.edit_vestiging(conn, beheerder, clock=clock, vestiging_id=made, versie=1, gegevens=edit)
    velden = await conn.fetchval("select gegevens from gebeurtenissen order by id desc limit 1")
    assert velden == {"velden": {"leerbedrijf_id": [None, "LB-1"], "plaats": ["Vorden", "Zelhem"]}}
    assert json.dumps(velden)


@pytest.mark.usefixtures("details")
async def test_a_vestiging_lies_in_the_regio(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    for plaats, naam, field in (("Arnhem", "Tweede", "plaats"), ("Zelhem", "Vestiging", "naam")):
        with pytest.raises(InvalidInput) as refusal:
            await vestiging.create_vestiging(
                conn,
                regio.eigen,
                clock=clock,
                organisatie_id=regio.organisatie,
                gegevens=await vestiging_gegevens(conn, plaats, naam),
            )
        assert set(refusal.value.fields) == {field}


@pytest.mark.usefixtures("details")
async def test_what_is_open_or_taken_is_not_archived(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    async def archive(vestiging_only: bool) -> None:  # noqa: FBT001 (one of two)
        if vestiging_only:
            await vestiging.archive_vestiging(
                conn, regio.eigen, clock=clock, vestiging_id=regio.vestiging, versie=1
            )
        else:
            await organisatie.archive_organisatie(
                conn, regio.eigen, clock=clock, organisatie_id=regio.organisatie, versie=1
            )

    for part in (True, False):
        with pytest.raises(Conflict, match="zijn 2 leerwerkplekken nog open"):
            await archive(part)
    await occupy(conn, regio, 0, 0, WEEK0)
    await conn.execute("update leerwerkplekken set status = 'gesloten'")
    for part in (True, False):
        with pytest.raises(Conflict, match="In de week van 23 november 2026 heeft hier nog iemand"):
            await archive(part)
    assert await conn.fetchval("select count(*) from vestigingen where gearchiveerd_op is null") == 2


async def test_an_empty_organisatie_leaves_lists_and_choices_and_comes_back(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await conn.execute("update leerwerkplekken set status = 'gesloten'")
    own = regio.organisatie
    await organisatie.archive_organisatie(conn, regio.eigen, clock=clock, organisatie_id=own, versie=1)
    assert await names(conn, regio.eigen) == ["Voorbeeld Elders"]
    assert await names(conn, regio.eigen, gearchiveerd=True) == ["Voorbeeld Tuinen"]
    assert [each.id for each in await list_vestigingen(conn, regio.eigen)] == [details.buren_vestiging]
    assert (await list_vestigingen_of(conn, regio.eigen, own))[0].gearchiveerd_op is not None
    await organisatie.restore_organisatie(conn, regio.eigen, clock=clock, organisatie_id=own, versie=2)
    assert await names(conn, regio.eigen) == ["Voorbeeld Elders", "Voorbeeld Tuinen"]
    assert len(await list_vestigingen(conn, regio.eigen)) == 2


async def test_a_vestiging_is_archived_by_itself(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("update leerwerkplekken set status = 'gesloten'")
    await vestiging.archive_vestiging(conn, regio.eigen, clock=clock, vestiging_id=regio.vestiging, versie=1)
    assert await list_vestigingen(conn, regio.eigen) == []
    with pytest.raises(StaleVersion):
        await vestiging.restore_vestiging(
            conn, regio.eigen, clock=clock, vestiging_id=regio.vestiging, versie=1
        )
    await vestiging.restore_vestiging(conn, regio.eigen, clock=clock, vestiging_id=regio.vestiging, versie=2)
    assert len(await list_vestigingen(conn, regio.eigen)) == 1
    soorten = await conn.fetch("select soort from gebeurtenissen order by id")
    assert [row["soort"] for row in soorten] == ["vestiging_gearchiveerd", "vestiging_teruggehaald"]
