"""The steps of a kandidaat: registered, taking part or not, into the archive and back."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from marketplace.errors import Forbidden, InvalidInput
from marketplace.kandidaten import model
from marketplace.kandidaten.aanmelden import register_kandidaat, wrong_new_fields
from marketplace.kandidaten.identiteit import wrong_birth
from marketplace.kandidaten.model import KandidaatStatus
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.status import ASKS_REASON, archive, make_matchbaar
from marketplace.toegang.model import Rol, Toekenning
from marketplace.voorstellen.vertrek import leave
from marketplace.web.api.kandidaten import Kandidaat, KandidaatGegevens, get_kandidaat
from marketplace.web.api.models import Body, Dag, Id, Naam, Vrije, plain_date
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.problems import FIELDS
from marketplace.web.kandidaten.forms import PARTNERS
from marketplace.web.kandidaten.rechten import AANMELDERS
from marketplace.web.kandidaten.velden import Email, Telefoon


class NieuweKandidaat(KandidaatGegevens):
    """Iemand die er nog niet is. Wie het is gaat alleen naar binnen: de API geeft dat nooit terug."""

    naam: Annotated[Naam, Field(examples=["Voorbeeld Persoon"])]
    geboortedatum: Annotated[date, BeforeValidator(plain_date), Field(examples=["1990-05-01"])]
    telefoon: Annotated[Telefoon, Field(examples=["06-00000001"])] | None = None
    email: Annotated[Email, Field(examples=["persoon@voorbeeld.plekwijs.nl"])] | None = None
    sw_bedrijf_id: Annotated[Id, Field(description="de organisatie waar iemand bij hoort")] | None = None


class Stap(Body):
    """De nieuwe status; `sinds` hoort bij matchbaar, `reden` bij teruggetrokken en niet_gestart."""

    status: KandidaatStatus
    sinds: Dag | None = None
    reden: Vrije | None = None


async def create_kandidaat(call: Call, *, body: NieuweKandidaat) -> model.KandidaatProfiel:
    """Register somebody new, who does not take part yet."""
    if not call.actor.heeft(*AANMELDERS):
        raise Forbidden
    made = await register_kandidaat(
        call.conn,
        call.actor,
        clock=call.clock,
        wijziging=body.to_wijziging(),
        identiteit=model.Identiteit(
            naam=body.naam, geboortedatum=body.geboortedatum, telefoon=body.telefoon, email=body.email
        ),
        sw_bedrijf_id=body.sw_bedrijf_id,
    )
    # A consulent is bound to this person from now on, which the Actor of before does not know.
    bound = Toekenning(rol=Rol.CONSULENT, kandidaat_id=made)
    since = replace(call.actor, toekenningen=(*call.actor.toekenningen, bound))
    return await visible_kandidaat(call.conn, since, made)


async def wrong_with_the_rest(call: Call, *, body: NieuweKandidaat, unread: frozenset[str]) -> dict[str, str]:
    """What is wrong with the fields that can be read, except where the other of two cannot."""
    more = await wrong_new_fields(
        call.conn, call.actor, call.clock, body.to_wijziging(), body.sw_bedrijf_id
    ) | wrong_birth(body.geboortedatum, call.clock)
    return {
        name: text for name, text in more.items() if not {FIELDS.get(name, name), PARTNERS.get(name)} & unread
    }


async def change_status(call: Call, *, id: int, versie: int, body: Stap) -> model.KandidaatProfiel:
    """Take one step; who leaves gives back what only waited."""
    if body.status is KandidaatStatus.MATCHBAAR:
        if body.sinds is None:
            raise InvalidInput(fields={"sinds": "Dit ontbreekt."})
        await make_matchbaar(
            call.conn, call.actor, clock=call.clock, kandidaat_id=id, versie=versie, sinds=body.sinds
        )
    else:
        await leave(
            call.conn,
            call.actor,
            clock=call.clock,
            kandidaat_id=id,
            versie=versie,
            naar=body.status,
            reden=body.reden if body.status in ASKS_REASON else None,
        )
    return await get_kandidaat(call, id=id)


async def archive_kandidaat(call: Call, *, id: int, versie: int) -> model.KandidaatProfiel:
    """Put somebody who ended in the archive."""
    await archive(call.conn, call.actor, clock=call.clock, kandidaat_id=id, versie=versie, archief=True)
    return await get_kandidaat(call, id=id)


async def restore_kandidaat(call: Call, *, id: int, versie: int) -> model.KandidaatProfiel:
    """Bring somebody back."""
    await archive(call.conn, call.actor, clock=call.clock, kandidaat_id=id, versie=versie, archief=False)
    return await get_kandidaat(call, id=id)


OPERATIONS = (
    Operation(
        method="POST",
        path="/kandidaten",
        noun="kandidaten",
        naam="createKandidaat",
        titel="Een kandidaat aanmelden",
        uitleg="Pas als de status matchbaar is, doet de kandidaat mee met plannen.",
        run=create_kandidaat,
        answer=Kandidaat,
        body=NieuweKandidaat,
        wrong=wrong_with_the_rest,
        status=201,
    ),
    Operation(
        method="POST",
        path="/kandidaten/{id}/status",
        noun="kandidaten",
        naam="changeStatus",
        titel="De status van een kandidaat wijzigen",
        uitleg="Wie stopt, laat los wat nog wachtte. Een ja, akkoord of vaste plaats lost u eerst op.",
        run=change_status,
        answer=Kandidaat,
        body=Stap,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/kandidaten/{id}/archivering",
        noun="kandidaten",
        naam="archiveKandidaat",
        titel="Een kandidaat in het archief zetten",
        uitleg="Dat kan bij wie is afgerond, is teruggetrokken of niet is gestart.",
        run=archive_kandidaat,
        answer=Kandidaat,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/kandidaten/{id}/terughaling",
        noun="kandidaten",
        naam="restoreKandidaat",
        titel="Een kandidaat uit het archief halen",
        run=restore_kandidaat,
        answer=Kandidaat,
        versioned=True,
    ),
)
