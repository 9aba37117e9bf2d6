"""Reading a request of a program: its query, headers and body, with everything that is wrong told at once."""

import asyncio
import json
import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from pydantic import ValidationError
from pydantic.alias_generators import to_camel
from starlette.requests import Request

from marketplace.errors import TooSlow
from marketplace.web.api.example import example_of
from marketplace.web.api.models import Body
from marketplace.web.api.operation import Operation
from marketplace.web.api.problems import Mistake, Problem, mistakes_in
from marketplace.web.sizes import BODY_SECONDS

MAX_BODY = 256 * 1024
JSON = "application/json"
ETAG = re.compile(r'(W/)?"([^"]*)"')
IDEMPOTENCY_KEY = re.compile(r'"?[A-Za-z0-9._:~+/=-]{1,198}"?')
MAX_VERSIE = 2**31 - 1
WRONG = "Niet alles klopt. Kijk naar de meldingen bij errors."


def refuse_other_answers(request: Request) -> None:
    """Raise 406 when the program cannot read JSON."""
    accepted = request.headers.get("accept", "*/*")
    for part in accepted.split(","):
        kind, *parameters = (item.strip().lower() for item in part.split(";"))
        never = any(re.fullmatch(r"q=0(\.0*)?", item) for item in parameters)
        if kind in {JSON, "application/*", "*/*", ""} and not never:
            return
    raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"Wij antwoorden alleen met {JSON}.")


def read_versie(request: Request) -> int:
    """The version in If-Match; raises 428 without one, 400 for no ETag, 412 for one that is none of ours."""
    given = request.headers.get("if-match")
    if given is None:
        raise Problem(
            HTTPStatus.PRECONDITION_REQUIRED,
            "Stuur in de kop If-Match de ETag mee die u bij het lezen kreeg.",
        )
    found = ETAG.fullmatch(given.strip())
    if found is None:
        mistake = Mistake("header/If-Match", 'Stuur één ETag tussen aanhalingstekens, bijvoorbeeld "3".')
        raise Problem(HTTPStatus.BAD_REQUEST, WRONG, mistakes=[mistake])
    weak, text = found.groups()
    if weak or not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > MAX_VERSIE:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "Deze versie is er niet. Lees opnieuw wat er nu staat.")
    return int(text)


async def read_body(request: Request) -> bytes:
    """The body to its end; raises 413 and 408 as soon as that is known, 415 for what is no JSON."""
    kind, *parameters = (item.strip().lower() for item in request.headers.get("content-type", "").split(";"))
    charsets = [
        item.removeprefix("charset=").strip('"') for item in parameters if item.startswith("charset=")
    ]
    if kind != JSON or charsets not in ([], ["utf-8"]):
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Stuur {JSON}, in utf-8.")
    whole = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                whole += part
                if len(whole) > MAX_BODY:
                    sentence = f"Stuur hooguit {MAX_BODY // 1024} kB in één keer."
                    raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence)
    except TimeoutError:
        raise TooSlow from None
    return bytes(whole)


def read_input(request: Request, operation: Operation, body: bytes) -> dict[str, Any]:
    """What the operation is given; raises 400 with every mistake in query, headers and body."""
    given: dict[str, Any] = dict(request.path_params)
    mistakes = _mistakes_in_keys(request, operation)
    pairs = request.query_params.multi_items()
    typed = dict(pairs)
    mistakes += [
        Mistake(f"query/{name}", "Dit staat er meer dan eens.")
        for name in typed
        if sum(name == other for other, _ in pairs) > 1
    ]
    try:
        given["query"] = operation.query.model_validate(typed)
    except ValidationError as error:
        mistakes += mistakes_in(error, "query")
    if operation.body is not None:
        try:
            given["body"] = operation.body.model_validate_json(body)
        except ValidationError as error:
            mistakes += mistakes_in(error, "body")
    if mistakes:
        raise Problem(HTTPStatus.BAD_REQUEST, WRONG, mistakes=mistakes)
    if operation.query.model_fields == {}:
        del given["query"]
    return given


def readable_part(
    operation: Operation, body: bytes, mistakes: Iterable[Mistake]
) -> tuple[Body, frozenset[str]] | None:
    """The body with an example for what cannot be read, and the names of that; None when nothing can."""
    try:
        sent = json.loads(body)
    except ValueError:
        return None
    if operation.body is None or not isinstance(sent, dict):
        return None
    schema = operation.body.model_json_schema()
    example = example_of(schema, schema.get("$defs", {}))
    places = {each.location.split("/")[1] for each in mistakes if each.location.startswith("body/")}
    rest = {name: value for name, value in sent.items() if name not in places}
    filled = {**rest, **{name: example[name] for name in places if name in example}}
    names = {to_camel(name): name for name in operation.body.model_fields}
    try:
        readable = operation.body.model_validate_json(json.dumps(filled))
    except ValidationError:
        return None
    return readable, frozenset(names[name] for name in places if name in names)


def _mistakes_in_keys(request: Request, operation: Operation) -> list[Mistake]:
    """What is wrong with an Idempotency-Key."""
    key = request.headers.get("idempotency-key")
    if operation.method != "POST" or key is None or IDEMPOTENCY_KEY.fullmatch(key):
        return []
    return [
        Mistake("header/Idempotency-Key", "Gebruik 1 tot 198 letters, cijfers of ._:~+/=-, zoals een UUID.")
    ]
