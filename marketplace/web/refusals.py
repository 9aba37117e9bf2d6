"""A no to a person: a calm page (or a fragment for htmx) that says what happened and where to go."""

from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from marketplace.errors import Conflict, Refusal, StaleVersion, TooSlow
from marketplace.web import cookies
from marketplace.web.getypt import Getypt, read_getypt
from marketplace.web.request import is_htmx, local_path
from marketplace.web.templating import render

TITLES = {
    HTTPStatus.BAD_REQUEST: "Dit klopt nog niet",
    HTTPStatus.FORBIDDEN: "Dit mag niet",
    HTTPStatus.NOT_FOUND: "Niet gevonden",
    HTTPStatus.METHOD_NOT_ALLOWED: "Dit kan hier niet",
    HTTPStatus.REQUEST_TIMEOUT: "Dit duurde te lang",
    HTTPStatus.CONFLICT: "Dit kan nu niet",
    HTTPStatus.GONE: "Deze link werkt niet meer",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Dit is te groot",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Er ging iets mis bij ons",
    HTTPStatus.TOO_MANY_REQUESTS: "Even wachten",
    HTTPStatus.SERVICE_UNAVAILABLE: "Even wachten",
}
OVERTAKEN = "Dit is intussen veranderd"
# A form of ours that nothing else is wrong with: it can be sent again from the page that refuses it.
STILL_OPEN = "Dit formulier stond al langer open, en u bent intussen opnieuw ingelogd. Kijk of het nog klopt."
ENDED = "U bent uitgelogd. Log opnieuw in."


def show_refusal(request: Request, refusal: Refusal, getypt: Getypt | None = None) -> Response:
    """The sentence of the refusal, with a way back and what was typed; who is too slow is let go of."""
    response = _show(
        request,
        HTTPStatus(refusal.status),
        STILL_OPEN if getypt and getypt.token else refusal.sentence,
        titel=OVERTAKEN if isinstance(refusal, StaleVersion) else None,
        fouten=tuple(refusal.fields.values()),
        terug=_way_back(request, refusal),
        getypt=getypt,
    )
    if isinstance(refusal, TooSlow):
        response.headers["Connection"] = "close"
    return response


def show_failure(request: Request, reference: str, getypt: Getypt | None = None) -> Response:
    """Something broke on our side."""
    sentence = "Er is niets veranderd. Probeer het straks nog eens. Blijft het misgaan? Noem dan dit kenmerk."
    return _show(request, HTTPStatus.INTERNAL_SERVER_ERROR, sentence, kenmerk=reference, getypt=getypt)


def show_busy(request: Request, getypt: Getypt | None = None) -> Response:
    """All connections to the database stayed taken."""
    sentence = "Het is nu te druk. Er is niets veranderd. Wacht een minuut en probeer het dan opnieuw."
    return _show(request, HTTPStatus.SERVICE_UNAVAILABLE, sentence, getypt=getypt)


def _show(
    request: Request,
    status: HTTPStatus,
    sentence: str,
    *,
    titel: str | None = None,
    fouten: tuple[str, ...] = (),
    terug: str | None = None,
    kenmerk: str | None = None,
    getypt: Getypt | None = None,
) -> Response:
    """A page, or for htmx a fragment that is put where messages stand."""
    context: dict[str, object] = {
        "titel": titel or TITLES.get(status, "Dit lukt niet"),
        "zin": sentence,
        "fouten": fouten,
        "terug": terug,
        "kenmerk": kenmerk,
        "getypt": getypt,
    }
    if not is_htmx(request):
        return render(request, "layout/weigering.html", status_code=status, **context)
    response = render(request, "layout/weigering_fragment.html", status_code=status, **context)
    response.headers["HX-Retarget"] = "#melding"
    response.headers["HX-Reselect"] = "unset"  # the fragment is all of it, whatever was asked for
    response.headers["HX-Reswap"] = "innerHTML show:window:top"
    return response


def _way_back(request: Request, refusal: Refusal) -> str | None:
    """For a conflict the page that was looked at, from its Referer, when that is one of ours."""
    return _own_referer(request) if isinstance(refusal, Conflict) else None


def _own_referer(request: Request) -> str | None:
    """The path of the page that sent the visitor here, when it is one of ours."""
    referer, own = request.headers.get("referer", ""), str(request.base_url)
    return local_path("/" + referer.removeprefix(own)) if referer.startswith(own) else None


def show_http(request: Request, error: Exception) -> Response:
    """What Starlette refuses by itself (an unreadable form, a method a path does not take), in our words."""
    status = HTTPStatus(getattr(error, "status_code", HTTPStatus.BAD_REQUEST))
    return _show(request, status, "Dit verzoek konden we niet lezen. Ga terug en probeer het opnieuw.")


async def to_login(request: Request) -> Response:
    """Ask to log in: a redirect with the way back, or after a form a page that keeps what was typed."""
    if is_htmx(request):
        way = _login_path(_own_referer(request) or "/")
        return _tell_ended(request, Response(status_code=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": way}))
    if request.method in {"GET", "HEAD"}:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return _tell_ended(request, RedirectResponse(_login_path(path), status_code=HTTPStatus.SEE_OTHER))
    naar = _own_referer(request) or "/"
    return render(
        request,
        "layout/uitgelogd.html",
        status_code=HTTPStatus.UNAUTHORIZED,
        naar=naar,
        getypt=await read_getypt(request),
    )


def _login_path(naar: str) -> str:
    """The login page that leads on to a page of ours."""
    return "/inloggen" if naar == "/" else f"/inloggen?naar={quote(naar, safe='/')}"


def _tell_ended(request: Request, response: Response) -> Response:
    """Say on the login page that a session ended, to whoever brought one; a stream has no reader."""
    streams = "text/event-stream" in request.headers.get("accept", "")
    if cookies.read_cookie(request, cookies.SESSIE) and not streams:
        cookies.drop_cookie(request, response, cookies.SESSIE)
        cookies.write_melding(request, response, ENDED)
    return response
