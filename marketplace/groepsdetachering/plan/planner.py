"""Groepsdetachering as a run carries it out: read a SW-bedrijf, ask for a plan, keep it as an alternative."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from marketplace.db import Connection
from marketplace.groepsdetachering.plan.instance import NotPlannable, load_opgave
from marketplace.groepsdetachering.plan.model import PlanStatus
from marketplace.groepsdetachering.plan.omzetting import from_solution
from marketplace.groepsdetachering.plan.opgave import Opgave
from marketplace.groepsdetachering.plan.plannen import get_by_status
from marketplace.groepsdetachering.plan.vraag import PLANNABLE, is_what_if, kind_of
from marketplace.groepsdetachering.plan.writes import insert_plan
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from marketplace.rekenruns.model import Claim, Json
from marketplace.rekenruns.planner import Planner
from marketplace.rekenruns.weken import Weken
from solver.groepsdetachering.codec import decode_solution, encode_instance, encode_solution


async def load(conn: Connection, claim: Claim) -> Opgave:
    """Read the SW-bedrijf of a run; raises NotPlannable and other refusals with the sentence."""
    if claim.organisatie_id is None:
        raise NotPlannable
    bedrijf = claim.organisatie_id
    return await load_opgave(conn, [bedrijf], bedrijf, claim.vandaag, claim.vraag)


def make_question(opgave: Opgave, claim: Claim) -> dict[str, Any]:
    """The whole question as it is stored and solved."""
    return {
        "planner": "groepsdetachering",
        "instantie": encode_instance(opgave.instance),
        "plan": encode_solution(opgave.huidig),
        "vraag": _numbered(claim.vraag, opgave.weken),
        "week0": opgave.weken.week0.isoformat(),
        "seconden": claim.seconden,
        "seed": claim.seed,
        "reistijden": asdict(opgave.herkomst),
    }


def _numbered(vraag: Json, weken: Weken) -> Json:
    """A question in which weeks are numbers."""
    numbered: Json = dict(vraag)
    for name in {"van", "tot"} & vraag.keys():
        numbered[name] = weken.index(date.fromisoformat(vraag[name]))
    return numbered


def begins(question: Mapping[str, Any]) -> str:
    """What is being solved, and how large it is."""
    if is_what_if(question["vraag"]):
        return "Er wordt uitgerekend wat er zou veranderen."
    instance = question["instantie"]
    return (
        f"Er wordt een plan gemaakt voor {len(instance['medewerkers'])} medewerkers, "
        f"{len(instance['opdrachten'])} opdrachten en {instance['weken']} weken."
    )


async def keep(
    conn: Connection, claim: Claim, opgave: Opgave, answer: Mapping[str, Any], now: datetime
) -> bool:
    """Keep a plan beside the concept; False when the run is no longer ours to end.

    What a split would give, or the lack of an opdracht, is told and not kept as a plan; what came after its
    concept was published lapsed.
    """
    uitkomst = answer["uitkomst"]
    if claim.organisatie_id is None or not await claims.finish_rekenrun(conn, claim, uitkomst, now):
        return False
    of_it = [claim.organisatie_id], claim.organisatie_id
    told = await get_by_status(conn, *of_it, PlanStatus.GEPUBLICEERD)
    concept = await get_by_status(conn, *of_it, PlanStatus.CONCEPT)
    stands = concept is not None and concept.id == claim.vraag.get("plan")
    groepen, indelingen = from_solution(decode_solution(uitkomst["oplossing"]), opgave.weken)
    if kind_of(claim.vraag) in PLANNABLE:
        await insert_plan(
            conn,
            organisatie_id=claim.organisatie_id,
            status=PlanStatus.ALTERNATIEF if stands else PlanStatus.VERVALLEN,
            van=opgave.weken.week0,
            weken=opgave.instance.weken,
            basis_id=told.id if told else None,
            now=now,
            account_id=claim.gevraagd_door,
            rekenrun_id=claim.id,
            lagen=uitkomst["lagen"],
            groepen=groepen,
            indelingen=indelingen,
        )
    zin = "Het antwoord is klaar." if is_what_if(claim.vraag) else "Het plan is klaar."
    plan = {"seconden": uitkomst["seconden"], "geplaatst": len(indelingen), "lagen": uitkomst["lagen"]}
    await claims.insert_voortgang(conn, claim.id, now=now, fase="klaar", zin=zin, plan=plan)
    await ring_progress(conn, claim.id)
    return True


GROEPSDETACHERING = Planner(load=load, make_question=make_question, begins=begins, keep=keep)
