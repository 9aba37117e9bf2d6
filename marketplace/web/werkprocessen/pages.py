"""The catalogue: everybody looks, a beheerder keeps it."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.web.filters import read_filters, search_words
from marketplace.web.forms import Form, filled, first_day_after, last_day, read_form
from marketplace.web.keuzes import NIVEAU_OPTIONS
from marketplace.web.overtaken import last_day_difference
from marketplace.web.request import actor, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.web.werkprocessen import kwalificatie, toevoegen
from marketplace.web.werkprocessen.bewerken import archive, bring_back, keeper, save, show_edit
from marketplace.web.werkprocessen.forms import LABELS, EindeForm, FilterForm, NewWerkprocesForm
from marketplace.werkprocessen import service
from marketplace.werkprocessen.catalogus import list_catalogus, list_werkprocessen_van, list_zoekteksten
from marketplace.werkprocessen.model import NIVEAUS, KwalificatieRegel, NewWerkproces
from marketplace.werkprocessen.queries import list_sectoren


async def show_catalogus(request: Request) -> Response:
    """The kwalificaties, narrowed and searched."""
    who, conn = actor(request), await connection(request)
    form, filters = read_filters(request, FilterForm)
    gevonden = await search_words(conn, who, filters.woorden, list_zoekteksten)
    rows = await list_catalogus(conn, filters.sector, filters.niveau)
    if gevonden:
        places = {crebo: place for place, crebo in enumerate(gevonden.sleutels)}
        rows = sorted((each for each in rows if each.crebo in places), key=lambda each: places[each.crebo])
    sectoren = await list_sectoren(conn)
    return render(
        request,
        "werkprocessen/lijst.html",
        form=form,
        filters=filters,
        gevonden=gevonden,
        lijst=filters.cut(rows),
        sectoren={each.code: each.kort for each in sectoren},
        niveaus=NIVEAU_OPTIONS,
        niveau_woorden=NIVEAUS,
        beheert=service.keeps_catalogus(who),
    )


async def show_kwalificatie(request: Request) -> Response:
    """One kwalificatie with its werkprocessen."""
    kwalificatie = await service.known_kwalificatie(await connection(request), path_id(request))
    form = filled(tot=last_day(kwalificatie.tot), versie=kwalificatie.versie)
    return await _show(request, kwalificatie, form)


async def end(request: Request) -> Response:
    """Set the last day of a kwalificatie, or take it away."""
    who, conn = keeper(request), await connection(request)
    found = await service.known_kwalificatie(conn, path_id(request))
    form = await read_form(request, EindeForm)

    async def write(data: EindeForm) -> Response:
        await service.end_kwalificatie(
            conn,
            who,
            clock=clock(request),
            crebo=found.crebo,
            versie=data.versie,
            tot=first_day_after(data.tot),
            reden=data.reden,
        )
        return redirect(request, f"/kwalificaties/{found.crebo}", melding="De geldigheid is opgeslagen.")

    async def overtaken(data: EindeForm) -> Response:
        now = await service.known_kwalificatie(conn, found.crebo)
        rows = last_day_difference(LABELS["tot"], data.tot, last_day(now.tot))
        return await _show(request, now, form.overtaken_by(rows, versie=now.versie))

    return await save_form(request, form, write, partial(_show, request, found), overtaken)


async def show_new(request: Request) -> Response:
    """An empty form for a werkproces."""
    keeper(request)
    kwalificatie = await service.known_kwalificatie(await connection(request), path_id(request))
    return await _show_new(request, kwalificatie, filled())


async def create(request: Request) -> Response:
    """Add a werkproces; what is wrong is said at its field."""
    who, conn = keeper(request), await connection(request)
    kwalificatie = await service.known_kwalificatie(conn, path_id(request))

    async def write(data: NewWerkprocesForm) -> Response:
        new = NewWerkproces(**data.model_dump())
        await service.add_werkproces(conn, who, clock=clock(request), crebo=kwalificatie.crebo, new=new)
        path = f"/kwalificaties/{kwalificatie.crebo}"
        return redirect(request, path, melding="Het werk is toegevoegd en kan worden gekozen.")

    form = await read_form(request, NewWerkprocesForm)
    return await save_form(request, form, write, partial(_show_new, request, kwalificatie))


async def _show_new(request: Request, kwalificatie: KwalificatieRegel, form: Form[BaseModel]) -> Response:
    """The form of a werkproces."""
    return render(
        request,
        "werkprocessen/nieuw.html",
        status_code=form.status,
        kwalificatie=kwalificatie,
        form=form,
        labels=LABELS,
    )


async def _show(request: Request, kwalificatie: KwalificatieRegel, form: Form[BaseModel]) -> Response:
    """The page of a kwalificatie with the form of its end."""
    who, conn = actor(request), await connection(request)
    werkprocessen = await list_werkprocessen_van(conn, kwalificatie.crebo)
    return render(
        request,
        "werkprocessen/kwalificatie.html",
        status_code=form.status,
        kwalificatie=kwalificatie,
        form=form,
        labels=LABELS,
        beheert=service.keeps_catalogus(who),
        in_gebruik=[each for each in werkprocessen if not each.gearchiveerd],
        archief=[each for each in werkprocessen if each.gearchiveerd],
        sectoren={each.code: each.naam for each in await list_sectoren(conn)},
        niveaus=NIVEAUS,
        momenten=await list_geschiedenis(conn, who, "kwalificatie", kwalificatie.crebo),
    )


ROUTES = [
    Route("/kwalificaties", show_catalogus),
    *toevoegen.ROUTES,
    Route("/kwalificaties/{id:int}", show_kwalificatie),
    *kwalificatie.ROUTES,
    Route("/kwalificaties/{id:int}/einde", end, methods=["POST"]),
    Route("/kwalificaties/{id:int}/werkprocessen/nieuw", show_new),
    Route("/kwalificaties/{id:int}/werkprocessen/nieuw", create, methods=["POST"]),
    Route("/werkprocessen/{id:int}", show_edit),
    Route("/werkprocessen/{id:int}", save, methods=["POST"]),
    Route("/werkprocessen/{id:int}/archiveren", archive, methods=["POST"]),
    Route("/werkprocessen/{id:int}/terughalen", bring_back, methods=["POST"]),
]
