"""openapi.json is valid, keeps the NL API Design Rules 2.1, and its examples fit its own schemas."""

import re
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic.alias_generators import to_camel

from marketplace.web.api.operation import Operation
from marketplace.web.api.routes import OPERATIONS
from marketplace.web.openapi import NOUNS, describe
from tests.marketplace.web.regio_site import RegioSite

DOCUMENT = describe(OPERATIONS, "https://plekwijs.voorbeeld")
METHODS = [
    (path, method, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
KEBAB = re.compile(r"(/([a-z]+(-[a-z]+)*|\{[a-z]+\}))+")
SINGLE = {
    "publicatie",
    "sluiting",
    "bezetting",
    "bespreking",
    "akkoord",
    "afwijzing",
    "annulering",
    "afronding",
} | {
    *(
        "archivering",
        "terughaling",
        "tijd",
        "start",
        "afronding",
        "beleid",
        "intrekking",
        "vastzetting",
        "losmaking",
    ),
}


def test_the_document_is_openapi() -> None:
    assert DOCUMENT["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(DOCUMENT).validate()


def test_the_server_names_the_major_version_and_the_document_the_full_one() -> None:
    assert [each["url"] for each in DOCUMENT["servers"]] == ["https://plekwijs.voorbeeld/api/v1"]
    assert re.fullmatch(r"1\.[0-9]+\.[0-9]+", DOCUMENT["info"]["version"])


def test_the_contact_is_complete() -> None:
    assert set(DOCUMENT["info"]["contact"]) == {"name", "url", "email"}


def test_paths_are_kebab_case_plural_nouns_without_a_slash_at_the_end() -> None:
    for path in DOCUMENT["paths"]:
        assert KEBAB.fullmatch(path), path
        for part in path.strip("/").split("/"):
            assert part.startswith("{") or part in SINGLE or part.endswith(("n", "s")), path


def test_keys_of_queries_and_bodies_are_camel_case() -> None:
    names = {
        each["name"] for *_, operation in METHODS for each in operation["parameters"] if each["in"] == "query"
    }
    for schema in DOCUMENT["components"]["schemas"].values():
        names |= set(schema.get("properties", {}))
    assert all(re.fullmatch(r"[a-z][a-zA-Z0-9]*", name) for name in names), names


def test_every_method_is_one_of_http_and_reading_has_no_body() -> None:
    assert {method for _, method, _ in METHODS} <= {"get", "post", "put", "delete", "patch"}
    assert all("requestBody" not in operation for _, method, operation in METHODS if method == "get")


def test_invalid_input_is_a_400_everywhere_and_problems_are_problems() -> None:
    for path, method, operation in METHODS:
        assert "400" in operation["responses"], (method, path)
        for status, response in operation["responses"].items():
            assert ("$ref" in response) == (status >= "400")
    for response in DOCUMENT["components"]["responses"].values():
        assert list(response["content"]) == ["application/problem+json"]


def test_422_only_says_that_an_idempotency_key_was_used_for_something_else() -> None:
    assert {method for _, method, operation in METHODS if "422" in operation["responses"]} == {"post"}


def test_every_success_says_the_version_of_the_api() -> None:
    for *_, operation in METHODS:
        for status, response in operation["responses"].items():
            assert status >= "400" or "API-Version" in response["headers"]


def test_days_and_moments_have_their_format() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        for key, told in schema.get("properties", {}).items():
            kinds = [told, *told.get("anyOf", [])]
            if key in {
                "van",
                "tot",
                "week",
                "startweek",
                "jaOp",
                "gecontroleerdOp",
                "matchbaarSinds",
                "vandaag",
            }:
                assert any(each.get("format") == "date" for each in kinds), (name, key)
            if key.endswith("Op") and key not in {"jaOp", "vervolgOp", "gecontroleerdOp"}:
                assert any(each.get("format") == "date-time" for each in kinds), (name, key)


def test_no_sensitive_word_stands_in_an_address() -> None:
    told = {each["name"].lower() for *_, operation in METHODS for each in operation["parameters"]}
    assert not {"naam", "bsn", "geboortedatum", "email", "telefoon", "sleutel", "kenmerk"} & told


def test_operations_have_names_of_their_own_and_a_noun_that_is_told() -> None:
    names = [operation["operationId"] for *_, operation in METHODS]
    assert len(names) == len(set(names))
    assert {each.noun for each in OPERATIONS} == set(NOUNS)


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema that finds its references."""
    return {**schema, "components": DOCUMENT["components"]}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.naam)
def test_examples_fit_their_schema_and_are_taken(operation: Operation) -> None:
    told = DOCUMENT["paths"][operation.path][operation.method.lower()]
    answer = told["responses"][str(operation.status)]["content"]["application/json"]
    jsonschema.validate(answer["example"], _resolved(answer["schema"]))
    if operation.body is not None:
        body = told["requestBody"]["content"]["application/json"]
        jsonschema.validate(body["example"], _resolved(body["schema"]))
        taken = operation.body.model_validate(
            {to_camel(k): v for k, v in body["example"].items()}, strict=False
        )
        assert taken


async def test_the_document_is_served_to_anybody_and_the_reference_tells_all_of_it(huis: RegioSite) -> None:
    async with huis.site.visitor() as visitor:
        response = await visitor.get("/api/v1/openapi.json")
        assert response.headers["access-control-allow-origin"] == "*"
        assert set(response.json()["paths"]) == set(DOCUMENT["paths"])
        page = await visitor.get("/api")
        assert page.status_code == 200
        for operation in OPERATIONS:
            assert f'id="{operation.naam}"' in page.text
            assert f"{operation.method} {operation.path}" in page.text
