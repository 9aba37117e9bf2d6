"""What a plek must satisfy before it is saved or published: one sentence at each field that does not."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from marketplace.datum import datum
from marketplace.leerwerkplekken.model import Bezet, Leerwerkplek
from marketplace.leerwerkplekken.wijziging import NewInzet, PlekGegevens
from marketplace.organisaties.model import Erkenning, Praktijkopleider
from marketplace.werkprocessen.model import Plaatsingsvorm

WORKING_WEEK = timedelta(days=5)


def wrong_with(gegevens: PlekGegevens) -> dict[str, str]:
    """What in the fields themselves does not go together."""
    fields: dict[str, str] = {}
    if gegevens.tot is not None and gegevens.tot <= gegevens.van:
        fields["tot"] = "De laatste dag ligt voor de eerste dag."
    if gegevens.minuten_min > gegevens.minuten_max:
        fields["minuten_max"] = "Het hoogste aantal uren is lager dan het laagste aantal."
    return fields


def wrong_with_bezet(plek: Leerwerkplek, gegevens: PlekGegevens, bezet: Bezet | None) -> dict[str, str]:
    """What would leave no room for the people who are at the plek, or have been promised it."""
    if bezet is None:
        return {}
    fields: dict[str, str] = {}
    if gegevens.plaatsen < bezet.meeste:
        fields["plaatsen"] = f"Er zijn al {bezet.meeste} plaatsen bezet. Kies {bezet.meeste} of meer."
    if gegevens.van != plek.van and gegevens.van > bezet.eerste_week:
        fields["van"] = (
            f"In de week van {datum(bezet.eerste_week)} is hier al iemand. Kies een eerdere eerste dag."
        )
    if gegevens.tot != plek.tot and gegevens.tot and gegevens.tot < bezet.laatste_week + WORKING_WEEK:
        fields["tot"] = (
            f"In de week van {datum(bezet.laatste_week)} is hier nog iemand. Kies een latere laatste dag."
        )
    return fields


def wrong_with_leader(
    gegevens: PlekGegevens,
    inzet: NewInzet | None,
    leaders: Sequence[Praktijkopleider],
    bezet: Sequence[tuple[date, int]],
) -> dict[str, str]:
    """What is wrong with who is to lead: not of this vestiging, or people are with somebody else by then."""
    if inzet is None:
        return {"praktijkopleider": "Er zijn mensen op deze plek. Kies wie hen begeleidt."} if bezet else {}
    leader = next((each for each in leaders if each.id == inzet.praktijkopleider_id), None)
    if leader is None:
        return {"praktijkopleider": "Kies een praktijkopleider van deze vestiging."}
    if leader.tot is not None and (gegevens.tot is None or gegevens.tot > leader.tot):
        return {
            "praktijkopleider": f"{leader.naam} werkt hier vanaf {datum(leader.tot)} niet meer. "
            "Kies wie het dan overneemt, of laat de plek eerder eindigen."
        }
    start = inzet.vanaf or gegevens.van
    if gegevens.tot is not None and start >= gegevens.tot:
        return {"praktijkopleider_vanaf": "Deze dag ligt na de laatste dag van de plek."}
    others = [week for week, each in bezet if week >= start and each != inzet.praktijkopleider_id]
    if others:
        return {
            "praktijkopleider": "In deze periode zijn er mensen bij een andere praktijkopleider. "
            f"Kies een wissel na de week van {datum(others[-1])}."
        }
    return {}


def wrong_to_publish(
    gegevens: PlekGegevens,
    inzet: NewInzet | None,
    erkenningen: Sequence[Erkenning],
    vormen: Sequence[Plaatsingsvorm],
) -> dict[str, str]:
    """What keeps a plek from being published, however well it is filled in."""
    fields: dict[str, str] = {}
    if not gegevens.werkprocessen:
        fields["werkprocessen"] = "Kies ten minste één soort werk dat hier echt voorkomt."
    if inzet is None:
        fields["praktijkopleider"] = (
            "Kies wie de kandidaten begeleidt. Zonder praktijkopleider kan niemand leren."
        )
    asking = [vorm.naam for vorm in vormen if vorm.code in gegevens.vormen and vorm.eist_erkenning]
    if asking and not any(each.overlaps(gegevens.van, gegevens.tot) for each in erkenningen):
        fields["vormen"] = (
            "Deze vestiging heeft in deze periode geen erkenning van SBB. Kies alleen proefplaatsing, "
            "of vraag eerst een erkenning aan bij SBB."
        )
    return fields


def unrecognised(
    gegevens: Collection[int], crebos: dict[int, int | None], erkenningen: Sequence[Erkenning]
) -> frozenset[int]:
    """Of these werkprocessen, with the crebo of each, those that no erkenning covers."""
    return frozenset(
        each
        for each in gegevens
        if not any(erkenning.covers(each, crebos[each]) for erkenning in erkenningen)
    )
