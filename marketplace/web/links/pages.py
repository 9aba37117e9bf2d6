"""Behind a signed link: choose a password, say whether a plek still holds, look back, confirm hours.

Looking changes nothing; the form acts once. A page acts as nobody, whoever is logged in: all it knows comes
from the token, and its address goes into no log and to no other site.
"""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.leerwerkplekken import plek_links
from marketplace.toegang import links
from marketplace.web.forms import Form, read_form
from marketplace.web.keuzes import load_keuzes
from marketplace.web.links import roulatie, uren
from marketplace.web.links.forms import AntwoordForm
from marketplace.web.links.niemand import as_nobody, show_form
from marketplace.web.request import clock
from marketplace.web.templating import redirect, render
from marketplace.web.wachtwoord import NieuwWachtwoord, refuse_unlike


async def show_wachtwoord(request: Request) -> Response:
    """The form to choose a password."""
    return await _show_wachtwoord(request, Form())


async def set_wachtwoord(request: Request) -> Response:
    """Store the password and go on to log in with it."""
    form = refuse_unlike(await read_form(request, NieuwWachtwoord))
    if form.data is None:
        return await _show_wachtwoord(request, form)
    await links.set_wachtwoord(
        await as_nobody(request),
        clock=clock(request),
        token=request.path_params["token"],
        wachtwoord=form.data.wachtwoord,
    )
    return redirect(request, "/inloggen", melding="Uw wachtwoord is bewaard. Log nu in.")


async def show_plek(request: Request) -> Response:
    """The plek in plain words, and the question."""
    return await _show_plek(request, Form())


async def answer_plek(request: Request) -> Response:
    """Pass the answer on."""
    form = await read_form(request, AntwoordForm)
    if form.data is None:
        return await _show_plek(request, form)
    await plek_links.answer(
        await as_nobody(request),
        clock=clock(request),
        token=request.path_params["token"],
        antwoord=form.data.antwoord,
        toelichting=form.data.toelichting or None,
    )
    return redirect(request, "/link/bedankt")


async def show_thanks(request: Request) -> Response:
    """What happens with an answer."""
    return render(request, "links/bedankt.html")


async def _show_wachtwoord(request: Request, form: Form[BaseModel]) -> Response:
    """The page for the person whose link it is."""
    found = await links.find_genodigde(
        await as_nobody(request), clock=clock(request), token=request.path_params["token"]
    )
    return show_form(request, "links/wachtwoord.html", form, genodigde=found)


async def _show_plek(request: Request, form: Form[BaseModel]) -> Response:
    """The page of the one plek."""
    conn = await as_nobody(request)
    plek = await plek_links.find_plek(conn, clock=clock(request), token=request.path_params["token"])
    namen = (await load_keuzes(conn)).names()
    return show_form(request, "links/plek.html", form, plek=plek, namen=namen)


ROUTES = [
    Route("/link/wachtwoord/{token}", show_wachtwoord),
    Route("/link/wachtwoord/{token}", set_wachtwoord, methods=["POST"]),
    Route("/link/plek/{token}", show_plek),
    Route("/link/plek/{token}", answer_plek, methods=["POST"]),
    Route("/link/bedankt", show_thanks),
    *roulatie.ROUTES,
    *uren.ROUTES,
]
