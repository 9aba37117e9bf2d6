"""Voorstellen that people want: made beside what a run found, pinned, and let go again."""

from marketplace.kandidaten.service import visible_kandidaat
from marketplace.matching import besluiten
from marketplace.regios.queries import get_beleid
from marketplace.voorstellen import model, service
from marketplace.web.api.models import Body, Dag, Id, Maandag, Reden
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.voorstellen import Voorstel


class NieuweToevoeging(Body):
    """Wie waar begint, waarom, en tot welke dag dat vaststaat."""

    kandidaat_id: Id
    leerwerkplek_id: Id
    startweek: Maandag
    reden: Reden
    tot: Dag


class Vastzetting(Body):
    """Waarom en tot welke dag een voorstel vaststaat, en zo nodig vanaf welke week."""

    reden: Reden
    tot: Dag
    startweek: Maandag | None = None


async def add_voorstel(call: Call, *, body: NieuweToevoeging) -> model.Voorstel:
    """Make a voorstel that no run made."""
    today = call.clock.today()
    profiel = await visible_kandidaat(call.conn, call.actor, body.kandidaat_id)
    beleid = await get_beleid(call.conn, profiel.regio_code, today)
    nieuw = model.Toevoeging(**body.model_dump(), uiterlijk=beleid.latest_pin(today))
    return await besluiten.add_voorstel(call.conn, call.actor, clock=call.clock, nieuw=nieuw)


async def pin(call: Call, *, id: int, versie: int, body: Vastzetting) -> model.Voorstel:
    """Keep it in every run until a day."""
    today = call.clock.today()
    voorstel = await service.visible_voorstel(call.conn, call.actor, id)
    beleid = await get_beleid(call.conn, voorstel.regio_code, today)
    return await service.pin(
        call.conn,
        call.actor,
        clock=call.clock,
        voorstel_id=id,
        versie=versie,
        reden=body.reden,
        tot=body.tot,
        startweek=body.startweek,
        uiterlijk=beleid.latest_pin(today),
    )


async def unpin(call: Call, *, id: int, versie: int) -> model.Voorstel:
    """Let the next run choose."""
    return await service.unpin(call.conn, call.actor, clock=call.clock, voorstel_id=id, versie=versie)


OPERATIONS = (
    Operation(
        method="POST",
        path="/voorstellen",
        noun="voorstellen",
        naam="addVoorstel",
        titel="Een voorstel toevoegen",
        uitleg="De regels van vandaag worden eerst gevraagd. Het voorstel staat vast en komt met de volgende "
        "rekenrun in het plan.",
        run=add_voorstel,
        answer=Voorstel,
        body=NieuweToevoeging,
        status=201,
    ),
    Operation(
        method="POST",
        path="/voorstellen/{id}/vastzetting",
        noun="voorstellen",
        naam="pinVoorstel",
        titel="Een voorstel vastzetten",
        uitleg="Elke rekenrun houdt het voorstel tot die dag in het plan.",
        run=pin,
        answer=Voorstel,
        body=Vastzetting,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/voorstellen/{id}/losmaking",
        noun="voorstellen",
        naam="unpinVoorstel",
        titel="Een voorstel losmaken",
        run=unpin,
        answer=Voorstel,
        versioned=True,
    ),
)
