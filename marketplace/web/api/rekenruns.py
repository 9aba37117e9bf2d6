"""Rekenruns: read, ask for one, stop one."""

from datetime import date, datetime

from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import model, queries, service
from marketplace.web.api.models import Answer, Bladeren, Body, RegioCode
from marketplace.web.api.operation import Call, Operation


class Rekenrun(Answer):
    """Een keer rekenen voor een regio; bij `mislukt` zegt `fout` waarom."""

    id: int
    regio_code: str
    soort: model.RekenrunSoort
    status: model.RekenrunStatus
    gevraagd_door: str | None
    gevraagd_op: datetime
    vandaag: date
    poging: int
    annuleren: bool
    afronden: bool
    gestopt_door: str | None
    fout: str | None
    klaar_op: datetime | None


class NieuweRekenrun(Body):
    """Voor welke regio, en of er een nieuw plan komt of het plan van nu wordt hersteld."""

    regio_code: RegioCode
    soort: model.RekenrunSoort = model.RekenrunSoort.NIEUW


async def list_rekenruns(call: Call, *, query: Bladeren) -> list[model.Rekenrun]:
    """The rekenruns that the key may see."""
    return await queries.list_rekenruns_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_rekenrun(call: Call, *, id: int) -> model.Rekenrun:
    """One rekenrun."""
    return await service.get_own(call.conn, call.actor, id)


async def ask_rekenrun(call: Call, *, body: NieuweRekenrun) -> model.Rekenrun:
    """Put a run in the queue and wake a worker."""
    made = await request_rekenrun(
        call.conn,
        call.actor,
        clock=call.clock,
        regio_code=body.regio_code,
        hoogstens=call.settings.solve_seconds,
        soort=body.soort,
    )
    call.rings.append(made)
    return await get_rekenrun(call, id=made)


async def cancel_rekenrun(call: Call, *, id: int) -> model.Rekenrun:
    """Stop a run."""
    return await service.cancel_rekenrun(call.conn, call.actor, clock=call.clock, rekenrun_id=id)


async def finish_rekenrun(call: Call, *, id: int) -> model.Rekenrun:
    """Stop a run and keep its best plan."""
    return await service.finish_rekenrun(call.conn, call.actor, clock=call.clock, rekenrun_id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/rekenruns",
        noun="rekenruns",
        naam="listRekenruns",
        titel="Alle rekenruns",
        run=list_rekenruns,
        answer=Rekenrun,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="POST",
        path="/rekenruns",
        noun="rekenruns",
        naam="askRekenrun",
        titel="Een rekenrun vragen",
        uitleg="Bij herstel houdt wie niet geraakt is dezelfde plek als in het plan van nu. "
        "Het rekenen begint zodra er een rekenaar vrij is. Lees de rekenrun om hem te volgen.",
        run=ask_rekenrun,
        answer=Rekenrun,
        body=NieuweRekenrun,
        status=201,
    ),
    Operation(
        method="GET",
        path="/rekenruns/{id}",
        noun="rekenruns",
        naam="getRekenrun",
        titel="Eén rekenrun",
        run=get_rekenrun,
        answer=Rekenrun,
    ),
    Operation(
        method="POST",
        path="/rekenruns/{id}/annulering",
        noun="rekenruns",
        naam="cancelRekenrun",
        titel="Een rekenrun stoppen",
        uitleg="Een rekenrun in de wachtrij stopt meteen, een lopende binnen enkele seconden.",
        run=cancel_rekenrun,
        answer=Rekenrun,
    ),
    Operation(
        method="POST",
        path="/rekenruns/{id}/afronding",
        noun="rekenruns",
        naam="finishRekenrun",
        titel="Een rekenrun stoppen en het beste plan houden",
        uitleg="Is er nog geen plan, dan stopt de rekenrun bij het eerste. Het plan is daarna een concept.",
        run=finish_rekenrun,
        answer=Rekenrun,
    ),
)
