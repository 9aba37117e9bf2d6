"""An example of what a schema describes, so that each operation shows one that cannot fall behind."""

from collections.abc import Mapping
from typing import Any

DAY, MOMENT = "2026-11-23", "2026-11-20T09:00:00Z"
# What a field of this name says where its own schema gives no example.
BY_NAME: Mapping[str, Any] = {
    "regioCode": "AM09",
    "naam": "Voorbeeld Groen",
    "organisatie": "Voorbeeld Groen",
    "titel": "Hovenier in het stadspark",
    "omschrijving": "Met een vaste ploeg van vier mensen.",
    "plaats": "Ulft",
    "gemeente": "Oude IJsselstreek",
    "sector": "groen",
    "kenmerk": "K-7M2Q",
    "tot": "2027-11-22",
    "week": DAY,
    "minuten": 240,
    "minutenMin": 960,
    "minutenMax": 1920,
    "maxReistijd": 30,
    "voorwaarden": [],
    "sectorwensen": ["groen"],
    "vormen": ["proefplaatsing"],
    "vorm": "proefplaatsing",
    "vormNaam": "Proefplaatsing",
    "uitleg": "Je snoeit hagen en heesters.",
    "weken": 26,
    "voorbeeld": True,
    "code": "groen",
    "reden": "te_ver",
    "volgende": "50",
}


def example_of(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Any:  # noqa: ANN401 (any JSON)
    """A value that fits; references are looked up in `schemas` by the last part of their path."""
    while "$ref" in schema or "anyOf" in schema:
        schema = schema["anyOf"][0] if "anyOf" in schema else schemas[schema["$ref"].rpartition("/")[2]]
    if told := schema.get("examples") or schema.get("enum"):
        return told[0]
    kind = schema.get("type")
    if kind == "object" and "properties" not in schema:
        return {"reisminuten": 18}
    if kind == "object":
        return {
            name: BY_NAME[name] if name in BY_NAME and _open(each) else example_of(each, schemas)
            for name, each in schema.get("properties", {}).items()
        }
    if kind == "array":
        return [example_of(schema["items"], schemas)]
    return _simple(kind, schema)


def _open(schema: Mapping[str, Any]) -> bool:
    """Whether a field leaves its example to its name."""
    return "examples" not in schema and schema.get("type") != "object"


def _simple(kind: object, schema: Mapping[str, Any]) -> object:
    """A value without parts."""
    if kind == "string":
        return {"date": DAY, "date-time": MOMENT}.get(schema.get("format", ""), "voorbeeld")
    if kind == "integer":
        return schema.get("minimum", 1)
    if kind == "boolean":
        return schema.get("default", False)
    return None
