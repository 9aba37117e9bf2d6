"""openapi.json (OpenAPI 3.1), made from the declared operations: what is told is what is served."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from marketplace.web.api.example import example_of
from marketplace.web.api.operation import PATH_PARAMETERS, Operation
from marketplace.web.api.problems import PROBLEM, TITLES_API
from marketplace.web.api.resource import ROOT, VERSION

Json = dict[str, Any]
REFERENCE = "#/components/schemas/{model}"
INTRODUCTION = (
    "Met deze API leest en schrijft een programma wat mensen in Plekwijs zien en doen. "
    "Een sleutel ziet en mag hetzelfde als iemand met dezelfde rol. Sleutels maakt de beheerder van een "
    "regio of organisatie."
)
NOUNS: Mapping[str, str] = {
    "regios": "Regio's met hun gemeenten en hun beleid",
    "catalogus": "Kwalificaties, werkprocessen en codes",
    "organisaties": "Organisaties, vestigingen, praktijkopleiders, erkenningen en opleidingen",
    "leerwerkplekken": "Leerwerkplekken",
    "bezetting": "Wat er bezet is",
    "kandidaten": "Kandidaten, onder hun kenmerk",
    "groepen": "Groepen",
    "rekenruns": "Rekenruns",
    "plannen": "Plannen",
    "voorstellen": "Voorstellen",
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "De ETag die u bij het lezen kreeg. Zo overschrijft niemand het werk van een ander.",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}"$', "examples": ['"3"']},
}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Een eigen kenmerk van dit verzoek, zoals een UUID. Stuurt u het binnen 24 uur nog eens, "
    "dan gebeurt er niets dubbel en krijgt u hetzelfde antwoord.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9._:~+/=-]{1,198}$"},
}
API_VERSION = {"description": "De volledige versie van de API.", "schema": {"type": "string"}}
ETAG = {"description": "De versie van wat u leest, voor If-Match.", "schema": {"type": "string"}}
LINK = {"description": "De volgende bladzijde, als die er is.", "schema": {"type": "string"}}
LOCATION = {"description": "Het adres van wat er is gemaakt.", "schema": {"type": "string"}}


def describe(operations: Sequence[Operation], base_url: str) -> Json:
    """The whole document."""
    schemas = _schemas(operations)
    models = {each.query for each in operations if each.query.model_fields}
    queries = {model: schemas.pop(model.__name__) for model in models}
    paths: dict[str, Json] = {}
    for each in operations:
        told = _operation(each, queries.get(each.query, {}), schemas)
        paths.setdefault(each.path, {})[each.method.lower()] = told
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Plekwijs API",
            "version": VERSION,
            "description": INTRODUCTION,
            "contact": {
                "name": "Beheer van Plekwijs",
                "url": f"{base_url}/api",
                "email": "beheerder@voorbeeld.plekwijs.nl",
            },
        },
        "servers": [{"url": f"{base_url}{ROOT}", "description": "Deze omgeving"}],
        "tags": [{"name": noun, "description": text} for noun, text in NOUNS.items()],
        "security": [{"sleutel": []}],
        "paths": paths,
        "components": {
            "schemas": schemas | {"Problem": PROBLEM_SCHEMA},
            "responses": {_name(status): _problem(status) for status in TITLES_API},
            "headers": {"API-Version": API_VERSION, "ETag": ETAG, "Link": LINK, "Location": LOCATION},
            "securitySchemes": {"sleutel": {"type": "http", "scheme": "bearer", "description": BEARER}},
        },
    }


BEARER = "De sleutel die de beheerder maakte. Hij is één keer te zien en hooguit een jaar geldig."
PROBLEM_SCHEMA: Json = {
    "type": "object",
    "description": "Wat er mis is (RFC 9457). Bij errors staan alle fouten tegelijk.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "examples": ["about:blank"]},
        "title": {"type": "string", "examples": ["Dit klopt nog niet"]},
        "status": {"type": "integer", "examples": [400]},
        "detail": {"type": "string", "examples": ["Niet alles klopt. Kijk naar de meldingen bij errors."]},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["location", "message"],
                "properties": {
                    "location": {"type": "string", "examples": ["body/plaatsen"]},
                    "message": {"type": "string", "examples": ["Vul een heel getal in."]},
                },
            },
        },
    },
}


def _name(status: HTTPStatus) -> str:
    """The name of a problem among the components."""
    return status.phrase.title().replace(" ", "").replace("-", "")


def _problem(status: HTTPStatus) -> Json:
    """One kind of problem as a response."""
    reference = {"$ref": REFERENCE.format(model="Problem")}
    return {
        "description": TITLES_API[status],
        "headers": _headers("API-Version"),
        "content": {PROBLEM: {"schema": reference}},
    }


def _headers(*names: str) -> Json:
    """These headers, by reference."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _schemas(operations: Sequence[Operation]) -> Json:
    """The schema of every model, by its name."""
    models: dict[tuple[type[BaseModel], Any], None] = {}
    for each in operations:
        models[each.answer, "serialization"] = None
        if each.body is not None:
            models[each.body, "validation"] = None
        if each.query.model_fields:
            models[each.query, "validation"] = None
    _, found = models_json_schema(list(models), ref_template=REFERENCE)
    schemas: Json = found["$defs"]
    return schemas


def _operation(operation: Operation, query: Json, schemas: Json) -> Json:
    """One method of one path."""
    told: Json = {
        "operationId": operation.naam,
        "tags": [operation.noun],
        "summary": operation.titel,
        "description": f"{operation.uitleg} Nodig is de scope {operation.scope}.".strip(),
        "parameters": [*_parameters(operation), *_query_parameters(query)],
        "responses": {
            str(operation.status): _success(operation, schemas),
            **{
                str(status.value): {"$ref": f"#/components/responses/{_name(status)}"}
                for status in refusals_of(operation)
            },
        },
    }
    if operation.body is not None:
        reference = {"$ref": REFERENCE.format(model=operation.body.__name__)}
        media = {"schema": reference, "example": example_of(reference, schemas)}
        told["requestBody"] = {"required": True, "content": {"application/json": media}}
    return told


def _parameters(operation: Operation) -> list[Json]:
    """What stands in the path and in the headers."""
    found: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": dict(PATH_PARAMETERS[name][1])}
        for name in operation.parameters
    ]
    if operation.versioned:
        found.append(IF_MATCH)
    if operation.method == "POST":
        found.append(IDEMPOTENCY_KEY)
    return found


def _query_parameters(query: Json) -> list[Json]:
    """What may stand after the question mark; left out is the same as null."""
    return [
        {
            "name": name,
            "in": "query",
            "description": schema.get("description", "Alleen rijen met deze waarde."),
            "schema": _given(schema),
        }
        for name, schema in query.get("properties", {}).items()
    ]


def _given(schema: Json) -> Json:
    """The schema of a parameter that is there: null cannot be sent."""
    kinds = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
    told = kinds[0] if kinds else schema
    return {key: value for key, value in told.items() if key not in {"title", "description"}}


def _success(operation: Operation, schemas: Json) -> Json:
    """What is answered when it is done."""
    schema: Json = {"$ref": REFERENCE.format(model=operation.answer.__name__)}
    headers = ["API-Version"]
    if operation.many:
        headers.append("Link")
        schema = {
            "type": "object",
            "required": ["items", "volgende"],
            "properties": {
                "items": {"type": "array", "items": schema},
                "volgende": {"type": ["string", "null"], "description": "De sleutel voor `na`, of null."},
            },
        }
    elif "versie" in operation.answer.model_fields:
        headers.append("ETag")
    if operation.status == HTTPStatus.CREATED:
        headers.append("Location")
    media = {"schema": schema, "example": example_of(schema, schemas)}
    return {
        "description": operation.titel,
        "headers": _headers(*headers),
        "content": {"application/json": media},
    }


def refusals_of(operation: Operation) -> list[HTTPStatus]:
    """The statuses with which an operation can refuse."""
    found = {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_ACCEPTABLE,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.SERVICE_UNAVAILABLE,
    }
    if operation.parameters or operation.writes:
        found |= {HTTPStatus.NOT_FOUND}
    if operation.writes:
        found |= {HTTPStatus.CONFLICT}
    if operation.method == "POST":
        found |= {HTTPStatus.UNPROCESSABLE_ENTITY}
    if operation.versioned:
        found |= {HTTPStatus.PRECONDITION_FAILED, HTTPStatus.PRECONDITION_REQUIRED}
    if operation.body is not None:
        found |= {
            HTTPStatus.REQUEST_TIMEOUT,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        }
    return sorted(found)
