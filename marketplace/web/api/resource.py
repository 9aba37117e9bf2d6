"""One path of the API with all its methods: who acts, what is asked, one transaction, the answer."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from marketplace.db import Busy, single, transaction
from marketplace.errors import NotFound, Refusal, refusal_from_database
from marketplace.toegang.antwoorden import Antwoord, claim_antwoord, store_antwoord
from marketplace.toegang.sleutel_queries import Dienst
from marketplace.toegang.sleutels import find_dienst
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.problems import Problem, mistakes_at, not_recognised, problem_of, show_problem
from marketplace.web.api.reading import (
    read_body,
    read_input,
    read_versie,
    readable_part,
    refuse_other_answers,
)
from marketplace.web.doorbell import ring_after
from marketplace.web.edge import note_failure
from marketplace.web.request import clock, pool, settings

VERSION = "1.0.0"
ROOT = "/api/v1"
BUSY = "Het is nu te druk. Er is niets veranderd. Wacht een minuut en probeer het dan opnieuw."
FAILED = "Er ging iets mis bij ons. Er is niets veranderd. Noem dit kenmerk als het misgaat: {}."
REUSED = "Deze Idempotency-Key hoorde bij een ander verzoek. Gebruik een nieuwe."


class Resource:
    """Answers every method of one path; an application of its own, so that `Allow` names them all."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = {each.method: each for each in operations}
        methods = {*self.operations, "OPTIONS", *(["HEAD"] if "GET" in self.operations else [])}
        self.allow = ", ".join(sorted(methods))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; to HEAD the same without its body."""
        request = Request(scope, receive)
        response = await self._answer(request)
        response.headers["API-Version"] = VERSION
        if request.method == "HEAD":
            response.body = b""
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        """What one method answers."""
        if request.method == "OPTIONS":
            return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Allow": self.allow})
        operation = self.operations.get("GET" if request.method == "HEAD" else request.method)
        if operation is None:
            sentence = f"Dit kan hier niet. Hier kan wel: {self.allow}."
            return show_problem(HTTPStatus.METHOD_NOT_ALLOWED, sentence, headers={"Allow": self.allow})
        try:
            return await _serve(request, operation)
        except Exception as error:  # noqa: BLE001 (the last resort: a problem, no personal data in the log)
            return _explain(operation, error)


def _explain(operation: Operation, error: Exception) -> Response:
    """The problem for what went wrong."""
    if isinstance(error, Busy):
        return show_problem(HTTPStatus.SERVICE_UNAVAILABLE, BUSY, headers={"Retry-After": "60"})
    if isinstance(error, ClientDisconnect | HTTPException):
        return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody is there to read it
    refusal = error if isinstance(error, Refusal) else refusal_from_database(error)
    if refusal:
        return problem_of(refusal, versioned=operation.versioned)
    return show_problem(HTTPStatus.INTERNAL_SERVER_ERROR, FAILED.format(note_failure(operation.run, error)))


async def _serve(request: Request, operation: Operation) -> Response:
    """Judge the key, read the request whole, then do it in one transaction."""
    dienst = await _recognise(request)
    request.app.state.throttle.count_call(dienst.sleutel_id)
    if operation.scope not in dienst.scopes:
        header = f'Bearer error="insufficient_scope", scope="{operation.scope}"'
        sentence = f"Deze sleutel mag dit niet. Nodig is: {operation.scope}."
        raise Problem(HTTPStatus.FORBIDDEN, sentence, headers={"WWW-Authenticate": header})
    refuse_other_answers(request)
    body = await read_body(request) if operation.body else b""
    try:
        given = read_input(request, operation, body)
    except Problem as problem:
        raise await _whole(request, dienst, operation, body, problem) from None
    if operation.versioned:
        given["versie"] = read_versie(request)
    if 0 in {given.get(name) for name in operation.parameters}:
        raise NotFound
    async with AsyncExitStack() as stack:
        conn = await stack.enter_async_context(transaction(pool(request), dienst.actor.account_id))
        call = Call(conn=conn, actor=dienst.actor, clock=clock(request), settings=settings(request))
        response = await _once(request, call, operation, body, given)
    for rekenrun_id in call.rings:
        ring_after(request, response, rekenrun_id)
    return response


async def _whole(
    request: Request, dienst: Dienst, operation: Operation, body: bytes, problem: Problem
) -> Problem:
    """A problem with what is wrong with the readable part of the body too, so that nothing comes later."""
    part = readable_part(operation, body, problem.mistakes) if operation.wrong else None
    if part is None or operation.wrong is None:
        return problem
    async with transaction(pool(request), dienst.actor.account_id) as conn:
        call = Call(conn=conn, actor=dienst.actor, clock=clock(request), settings=settings(request))
        more = mistakes_at(await operation.wrong(call, body=part[0], unread=part[1]))
    return Problem(problem.code, problem.sentence, mistakes=[*problem.mistakes, *more])


async def _recognise(request: Request) -> Dienst:
    """Who acts; in a transaction of its own, so that the use of a key is noted whatever follows."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise not_recognised(tried=False)
    async with single(pool(request)) as conn:
        dienst = await find_dienst(conn, clock=clock(request), token=token.strip())
    if dienst is None:
        raise not_recognised(tried=True)
    return dienst


async def _once(
    request: Request, call: Call, operation: Operation, body: bytes, given: Mapping[str, Any]
) -> Response:
    """Do it, or answer again what was answered to the same Idempotency-Key."""
    key = request.headers.get("idempotency-key")
    if key is None or operation.method != "POST":
        return await _do(request, call, operation, given)
    asked = [operation.method, request.url.path, request.url.query, request.headers.get("if-match", "")]
    afdruk = hashlib.sha256("\n".join(asked).encode() + b"\n" + body).digest()
    key = key.strip('"')
    before = await claim_antwoord(call.conn, call.actor, sleutel=key, afdruk=afdruk, now=call.clock.now())
    if before is None:
        response = await _do(request, call, operation, given)
        made = Antwoord(
            afdruk=afdruk,
            status=response.status_code,
            koppen={name: value for name, value in response.headers.items() if name in {"etag", "location"}},
            inhoud=bytes(response.body).decode(),
        )
        await store_antwoord(call.conn, call.actor, sleutel=key, antwoord=made)
        return response
    if before.afdruk != afdruk:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, REUSED)
    return Response(
        before.inhoud, status_code=before.status, headers=dict(before.koppen), media_type="application/json"
    )


async def _do(request: Request, call: Call, operation: Operation, given: Mapping[str, Any]) -> Response:
    """Run the operation and put its rows in the form of the answer."""
    found = await operation.run(call, **given)
    if operation.many:
        return _list(request, operation, found, given.get("query"))
    content = operation.answer.model_validate(found).model_dump(mode="json")
    headers = {}
    if (versie := getattr(found, "versie", None)) is not None:
        headers["ETag"] = f'"{versie}"'
    if operation.status == HTTPStatus.CREATED:
        headers["Location"] = f"{request.url.path}/{getattr(found, operation.key)}"
    return JSONResponse(content, status_code=operation.status, headers=headers)


def _list(request: Request, operation: Operation, found: Any, query: Any) -> Response:  # noqa: ANN401 (rows of any capability)
    """A page of rows, with the way to the next one; `run` asked for one row more than the page holds."""
    rows = list(found)
    most = getattr(query, "aantal", len(rows))
    following = str(getattr(rows[most - 1], operation.key)) if len(rows) > most else None
    items = [operation.answer.model_validate(row).model_dump(mode="json") for row in rows[:most]]
    headers = {}
    if following is not None:
        asked = {**request.query_params, "na": following}
        headers["Link"] = f'<{settings(request).base_url}{request.url.path}?{urlencode(asked)}>; rel="next"'
    content = json.dumps({"items": items, "volgende": following}, ensure_ascii=False)
    return Response(content, media_type="application/json", headers=headers)
