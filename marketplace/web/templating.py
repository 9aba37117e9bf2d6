"""Templates: each room keeps its own (`marketplace/web/<room>/*.html`), all extend `layout/layout.html`.

    return render(request, "kandidaten/profiel.html", kandidaat=kandidaat)
    return render_block(request, "matching/plan.html", "werklijst", regels=regels)     # a fragment for htmx
    return redirect(request, "/leerwerkplekken/4", melding="De leerwerkplek is opgeslagen.")

Every template knows `actor` (None when nobody is logged in), `pad` (the path), `vandaag`,
`voorbeeld` (whether all is made up), `melding`, `navigatie`, `rechten`
(`actor.regios_als(*rechten.BESLIST)`), `csrf_token()`, `static_url(path)` and the filters of
`formats.py`. Undefined names are errors.
Macros that need these are imported `with context`: `{% import "layout/forms.html" as f with context %}`.
"""

from functools import cache
from http import HTTPStatus
from pathlib import Path

import jinja2_fragments
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from marketplace.toegang import rechten
from marketplace.web import cookies, csrf
from marketplace.web.assets import assets
from marketplace.web.formats import FILTERS
from marketplace.web.forms import filled
from marketplace.web.geschiedenis.woorden import list_wijzigingen, say_soort
from marketplace.web.getypt import is_written
from marketplace.web.kaart import project
from marketplace.web.navigation import navigation_for
from marketplace.web.request import clock, local_path, sessie, settings, visit
from marketplace.web.statuses import STATUSES

WEB = Path(__file__).parent


@cache
def environment() -> Environment:
    """The one Jinja environment: everything escaped, nothing undefined."""
    made = Environment(
        loader=FileSystemLoader(WEB),
        auto_reload=False,  # else each page looks at the files of all its templates
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.globals.update(STATUSES=STATUSES, rechten=rechten, static_url=assets().url, kaart_project=project)
    made.globals.update(say_soort=say_soort, list_wijzigingen=list_wijzigingen, filled=filled)
    made.globals.update(is_written=is_written)
    return made


def _context(request: Request, context: dict[str, object]) -> dict[str, object]:
    """What every template knows, and what the page adds."""
    live = sessie(request)
    known = {
        "actor": live.actor if live else None,
        "pad": request.url.path,
        "vandaag": clock(request).today(),
        "voorbeeld": settings(request).voorbeeld,
        "melding": cookies.read_melding(request),
        "navigatie": navigation_for(live.actor if live else None, request.url.path),
        "csrf_token": lambda: csrf.form_token(request),
    }
    return {**known, **context}


def _finish(request: Request, html: str, status_code: int) -> HTMLResponse:
    """The response with the cookies that belong to it."""
    response = HTMLResponse(html, status_code=status_code)
    if cookies.read_cookie(request, cookies.MELDING):
        cookies.drop_cookie(request, response, cookies.MELDING)
    state = visit(request)
    if state and state.pre_token and state.pre_token != cookies.read_cookie(request, csrf.PRE):
        cookies.write_cookie(request, response, csrf.PRE, state.pre_token, seconds=3600)
    return response


def render(request: Request, template: str, *, status_code: int = 200, **context: object) -> HTMLResponse:
    """A whole page."""
    html = environment().get_template(template).render(_context(request, context))
    return _finish(request, html, status_code)


def render_block(
    request: Request, template: str, block: str, *, status_code: int = 200, **context: object
) -> HTMLResponse:
    """One block of a page, for htmx: the same template says both."""
    html = jinja2_fragments.render_block(environment(), template, block, _context(request, context))
    return _finish(request, html, status_code)


def redirect(request: Request, path: str, *, melding: str | None = None) -> Response:
    """Go to a page of this site after something was done, with one sentence that says what."""
    response = RedirectResponse(local_path(path), status_code=HTTPStatus.SEE_OTHER)
    if melding:
        cookies.write_melding(request, response, melding)
    return response
