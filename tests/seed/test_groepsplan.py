"""The plans of the example SW-bedrijf against the rules of the solver: one holds, one shows its conflict."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.groepsdetachering.plan.instance import open_weeks, read_rijen, read_wereld
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, PlanStatus
from marketplace.groepsdetachering.plan.omzetting import to_solution
from marketplace.groepsdetachering.plan.opgave import Opgave, build_opgave
from marketplace.groepsdetachering.plan.plannen import get_by_status
from seed.detacheringsverhaal import AFWEZIG, INVALLER
from solver.groepsdetachering.check import violations
from solver.groepsdetachering.instance import Instance
from solver.groepsdetachering.plan import Plan
from solver.rule import Violation

Gelezen = tuple[Groepsplan, Opgave]


async def read(conn: Connection, vandaag: date, status: PlanStatus) -> Gelezen:
    """A plan of the story, and the question of its weeks from this one on."""
    await conn.execute("reset role")
    bedrijf = await conn.fetchval("select organisatie_id from detacheringsbeleid")
    wereld = await read_wereld(conn, [bedrijf], bedrijf)
    assert wereld is not None
    plan = await get_by_status(conn, [bedrijf], bedrijf, status)
    assert plan is not None
    told = await get_by_status(conn, [bedrijf], bedrijf, PlanStatus.GEPUBLICEERD)
    rijen = await read_rijen(conn, wereld, open_weeks(plan, vandaag), told)
    return plan, build_opgave(rijen)


def broken(gelezen: Gelezen, instance: Instance | None = None) -> list[Violation]:
    """What a plan breaks in the weeks that are asked."""
    plan, opgave = gelezen
    instance, van = instance or opgave.instance, opgave.weken.week0
    solution = to_solution(
        [each for each in plan.groepen if each.week >= van],
        [each for each in plan.indelingen if each.week >= van],
        opgave.weken,
        instance.opdrachten,
    )
    return violations(Plan(instance, solution))


def all_present(instance: Instance) -> Instance:
    """The same question when no werkleider were away."""
    return replace(
        instance, werkleiders=tuple(replace(each, afwezig=frozenset()) for each in instance.werkleiders)
    )


@pytest.mark.parametrize("status", [PlanStatus.GEPUBLICEERD, PlanStatus.CONCEPT])
async def test_a_plan_breaks_no_rule_while_everybody_is_there(
    seeded_conn: Connection, vandaag: date, status: PlanStatus
) -> None:
    gelezen = await read(seeded_conn, vandaag, status)
    assert broken(gelezen, all_present(gelezen[1].instance)) == []


async def test_the_concept_breaks_only_that_one_werkleider_is_away(
    seeded_conn: Connection, vandaag: date
) -> None:
    gelezen = await read(seeded_conn, vandaag, PlanStatus.CONCEPT)
    naam, van, tot = AFWEZIG
    away = await seeded_conn.fetchval("select id from werkleiders where naam = $1", naam)
    found = broken(gelezen)
    assert {each.rule for each in found} == {"leiding"}
    assert all(f"{{werkleider:{away}}} is er niet" in each.sentence for each in found)
    groups = [each for each in gelezen[0].groepen if each.werkleider_id == away]
    weeks = {monday(vandaag) + timedelta(weeks=week) for week in range(van, tot)}
    assert len(found) == sum(len(each.leiding) for each in groups if each.week in weeks) > 0


async def test_the_concept_is_mended_when_who_steps_in_leads_those_weeks(
    seeded_conn: Connection, vandaag: date
) -> None:
    concept, opgave = await read(seeded_conn, vandaag, PlanStatus.CONCEPT)
    naam, van, tot = AFWEZIG
    away = await seeded_conn.fetchval("select id from werkleiders where naam = $1", naam)
    weeks = {monday(vandaag) + timedelta(weeks=week) for week in range(van, tot)}

    def mend(groep: Groep) -> Groep:
        if groep.werkleider_id != away or groep.week not in weeks:
            return groep
        other = int(INVALLER)
        return replace(groep, werkleider_id=other, leiding=tuple((dag, other) for dag, _ in groep.leiding))

    mended = replace(concept, groepen=tuple(mend(each) for each in concept.groepen))
    assert broken((mended, opgave)) == []
