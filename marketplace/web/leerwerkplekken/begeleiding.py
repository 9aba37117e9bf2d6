"""The part of the form of a plek where the time of the praktijkopleiders of its vestiging is filled in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, create_model

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import CapacityReached, InvalidInput
from marketplace.organisaties.model import NABIJHEID_WOORDEN, Nabijheid, NewTijd, Praktijkopleider
from marketplace.organisaties.service import change_tijd
from marketplace.regios.model import IncompleteBeleid
from marketplace.regios.queries import get_beleid
from marketplace.toegang.model import Actor
from marketplace.web.fields import Geheel, Versie
from marketplace.web.formats import hoofdletter
from marketplace.web.forms import Form, filled
from marketplace.web.overtaken import Regel, difference

M = TypeVar("M", bound=BaseModel)
Minuten = Annotated[Geheel, Field(ge=0, le=2400)]
NABIJHEDEN = [(each.value, hoofdletter(words)) for each, words in NABIJHEID_WOORDEN.items()]


def tijd_model(leaders: Sequence[Praktijkopleider]) -> type[BaseModel]:
    """The form with three fields for each praktijkopleider, named after their id."""
    fields: dict[str, Any] = {}
    for each in leaders:
        fields[f"tijd_versie_{each.id}"] = (Versie | None, None)
        fields[f"nabijheid_{each.id}"] = (Nabijheid | None, None)
        fields[f"minuten_{each.id}"] = (Minuten | None, None)
    return create_model("TijdForm", **fields)


def tijd_labels(leaders: Sequence[Praktijkopleider]) -> dict[str, str]:
    """What the fields are called in the summary of errors."""
    return {
        name: words
        for each in leaders
        for name, words in (
            (f"nabijheid_{each.id}", f"{each.naam}: hoe dichtbij?"),
            (f"minuten_{each.id}", f"{each.naam}: minuten per week"),
        )
    }


def tijd_form_of(leaders: Sequence[Praktijkopleider], op: date) -> Form[BaseModel]:
    """The form as it is opened, with the time that holds on a day."""
    values: dict[str, object] = {}
    for each in leaders:
        now = each.capaciteit_op(op)
        values[f"nabijheid_{each.id}"] = now.nabijheid if now else None
        values[f"minuten_{each.id}"] = now.minuten if now else None
    return filled(**tijd_versies(leaders), **values)


def tijd_versies(leaders: Sequence[Praktijkopleider]) -> dict[str, int]:
    """The versions over which the form is written."""
    return {f"tijd_versie_{each.id}": each.versie for each in leaders}


def together(form: Form[M], tijd: Form[BaseModel]) -> Form[M]:
    """Two forms that stand on one page and are sent at once; right when both are."""
    return replace(
        form,
        typed={**form.typed, **tijd.typed},
        errors={**form.errors, **tijd.errors},
        data=None if tijd.data is None else form.data,
    )


async def regio_minuten(conn: Connection, regio_code: str, op: date) -> dict[str, int]:
    """What the region reckons for each nearness, in its words; nothing where its policy does not say."""
    try:
        beleid = await get_beleid(conn, regio_code, op)
    except IncompleteBeleid:
        return {}
    return {words: getattr(beleid.begeleiding_minuten, near) for near, words in NABIJHEID_WOORDEN.items()}


def lacking(near: Nabijheid | None, minuten: int | None, *, needed: bool = False) -> dict[str, str]:
    """What lacks of nearness and minutes, which go together; both may be left open unless they are needed."""
    wrong = {}
    if minuten is None and (near or needed):
        wrong["minuten"] = "Vul in hoeveel minuten per week er voor begeleiding zijn."
    if near is None and (minuten is not None or needed):
        wrong["nabijheid"] = "Kies hoe dichtbij deze praktijkopleider is."
    return wrong


def check_tijd(tijd: Form[BaseModel], leaders: Sequence[Praktijkopleider]) -> Form[BaseModel]:
    """Only somebody who has no time yet may be left open."""
    wrong = {
        f"{name}_{each.id}": sentence
        for each, _, near, minuten in _typed(tijd, leaders)
        for name, sentence in lacking(near, minuten, needed=bool(each.capaciteiten)).items()
    }
    return tijd.with_errors(wrong) if wrong else tijd


async def save_tijd(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    tijd: Form[BaseModel],
    leaders: Sequence[Praktijkopleider],
) -> None:
    """Write what was changed; raises InvalidInput at the field of whoever has promised more than is left."""
    # By id, as the trigger of bezetting locks them: then nobody waits in a circle.
    for new in sorted(_changes(tijd, leaders), key=lambda each: each.praktijkopleider_id):
        try:
            await change_tijd(conn, actor, clock=clock, tijd=new)
        except CapacityReached as refusal:
            name = f"minuten_{new.praktijkopleider_id}"
            raise InvalidInput(fields={name: refusal.sentence}) from None


def tijd_differences(tijd: Form[BaseModel], leaders: Sequence[Praktijkopleider], op: date) -> list[Regel]:
    """A row for everyone of whom something else was typed than what holds."""
    rows: list[Regel] = []
    for new in _changes(tijd, leaders):
        leader = next(each for each in leaders if each.id == new.praktijkopleider_id)
        now = leader.capaciteit_op(op)
        typed, there = (
            _words(new.nabijheid, new.minuten),
            _words(now.nabijheid, now.minuten) if now else "niets",
        )
        rows += difference(f"Begeleiding door {leader.naam}", typed, there)
    return rows


def _changes(tijd: Form[BaseModel], leaders: Sequence[Praktijkopleider]) -> list[NewTijd]:
    """What was filled in, for everyone of whom anything was."""
    return [
        NewTijd(praktijkopleider_id=each.id, versie=versie, nabijheid=near, minuten=minuten)
        for each, versie, near, minuten in _typed(tijd, leaders)
        if near is not None and minuten is not None
    ]


def _typed(
    tijd: Form[BaseModel], leaders: Sequence[Praktijkopleider]
) -> list[tuple[Praktijkopleider, int, Nabijheid | None, int | None]]:
    """Version, nearness and minutes as typed, of everyone who stood in the form; nobody while it is wrong."""
    values = tijd.data.model_dump() if tijd.data else {}
    return [
        (each, values[f"tijd_versie_{each.id}"], values[f"nabijheid_{each.id}"], values[f"minuten_{each.id}"])
        for each in leaders
        if values.get(f"tijd_versie_{each.id}") is not None
    ]


def _words(nabijheid: Nabijheid, minuten: int) -> str:
    """Steeds ernaast, 480 minuten per week."""
    return f"{NABIJHEID_WOORDEN[nabijheid]}, {minuten} minuten per week"
