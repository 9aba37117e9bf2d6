"""A no to a program: application/problem+json (RFC 9457) with every error at once, each with its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from pydantic import ValidationError
from pydantic.alias_generators import to_camel
from starlette.responses import JSONResponse

from marketplace.errors import NotFound, NotLoggedIn, Refusal, StaleVersion, TooManyAttempts
from marketplace.web.fields import sentence_of
from marketplace.web.refusals import TITLES

PROBLEM = "application/problem+json"
TITLES_API = {
    **TITLES,
    HTTPStatus.UNAUTHORIZED: "U bent niet herkend",
    HTTPStatus.NOT_ACCEPTABLE: "Deze vorm hebben wij niet",
    HTTPStatus.PRECONDITION_FAILED: "Dit is intussen veranderd",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Dit is te veel",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Deze vorm kennen wij niet",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Deze sleutel is al gebruikt",
    HTTPStatus.PRECONDITION_REQUIRED: "De versie ontbreekt",
}
UNREADABLE = "Dit is geen leesbare JSON."
SENTENCES = {
    "extra_forbidden": "Dit kennen wij hier niet. Haal het weg.",
    "missing": "Dit ontbreekt.",
    "int_type": "Vul een heel getal in, zonder aanhalingstekens.",
    "bool_type": "Vul true of false in.",
    "string_type": "Vul tekst in, tussen aanhalingstekens.",
    "tuple_type": "Vul een lijst in.",
    "model_type": "Vul een JSON-object in.",
    "model_attributes_type": "Vul een JSON-object in.",
    "string_pattern_mismatch": "Dit heeft niet de goede vorm.",
    "enum": "Dit is geen bekende waarde.",
    "json_invalid": UNREADABLE,
}
# What a page calls otherwise than a body.
FIELDS = {"plaats": "plaats_id", "regios": "regio_codes", "sw_bedrijf": "sw_bedrijf_id"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: where (`body/werkprocessen/0`, `query/aantal`, `header/If-Match`) and what."""

    location: str
    message: str


class Problem(Refusal):
    """A refusal that only the API knows, with its status, mistakes and headers of its own."""

    def __init__(
        self,
        status: HTTPStatus,
        sentence: str,
        *,
        mistakes: Iterable[Mistake] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.code = status
        self.mistakes = tuple(mistakes)
        self.headers = dict(headers or {})


def mistakes_in(error: ValidationError, place: str) -> tuple[Mistake, ...]:
    """Every mistake that pydantic found in the query or the body."""
    return tuple(
        Mistake(
            "/".join([place, *(str(part) for part in item["loc"])]),
            sentence_of(item, SENTENCES),
        )
        for item in error.errors(include_url=False, include_input=False)
    )


def mistakes_at(fields: Mapping[str, str]) -> tuple[Mistake, ...]:
    """What a verb says of its fields, at the place where a body has them."""
    return tuple(Mistake(f"body/{to_camel(FIELDS.get(name, name))}", text) for name, text in fields.items())


def problem_of(refusal: Refusal, *, versioned: bool = False) -> JSONResponse:
    """The answer to a refusal; a version that was overtaken is 412 where If-Match was asked."""
    if isinstance(refusal, Problem):
        return show_problem(refusal.code, refusal.sentence, refusal.mistakes, refusal.headers)
    status = HTTPStatus(refusal.status)
    if isinstance(refusal, StaleVersion) and versioned:
        status = HTTPStatus.PRECONDITION_FAILED
    wait = {"Retry-After": "60"} if isinstance(refusal, TooManyAttempts) else None
    return show_problem(status, _sentence(refusal), mistakes_at(refusal.fields), wait)


def _sentence(refusal: Refusal) -> str:
    """The sentence of a refusal, where a page would speak of pages in words for a program."""
    if refusal.sentence == NotFound().sentence:
        return "Dit bestaat niet, of uw sleutel mag het niet zien."
    if refusal.fields:
        return "Niet alles klopt. Kijk naar de meldingen bij errors."
    return refusal.sentence


def show_problem(
    status: HTTPStatus,
    detail: str,
    mistakes: Iterable[Mistake] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The document itself."""
    content: dict[str, object] = {
        "type": "about:blank",
        "title": TITLES_API.get(status, "Dit lukt niet"),
        "status": status.value,
        "detail": detail,
    }
    if errors := [{"location": each.location, "message": each.message} for each in mistakes]:
        content["errors"] = errors
    return JSONResponse(content, status_code=status, media_type=PROBLEM, headers=dict(headers or {}))


def not_recognised(*, tried: bool) -> Problem:
    """No key, or one that does not hold."""
    error = ', error="invalid_token"' if tried else ""
    sentence = (
        "Deze sleutel kennen wij niet, of hij is verlopen of ingetrokken."
        if tried
        else "Stuur uw sleutel mee in de kop Authorization: Bearer."
    )
    return Problem(
        HTTPStatus(NotLoggedIn.status),
        sentence,
        headers={"WWW-Authenticate": f'Bearer realm="Plekwijs"{error}'},
    )
