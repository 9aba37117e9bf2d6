"""Who reads and who edits organisaties and what belongs to them: ids of organisaties and codes of regios.

Each gives the arguments $1 and $2 of what stands in the WHERE of every query here:
`(organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))`.
"""

from marketplace.toegang import rechten
from marketplace.toegang.model import Actor, Rol

EDITS_OWN = (Rol.BEHEERDER,)
READS_OWN = rechten.HOORT_BIJ
READS_IN_REGIO = (*rechten.LEEST_ORGANISATIES, *rechten.BEHEERT_ORGANISATIES)
READS = (*READS_IN_REGIO, *READS_OWN)
Reach = tuple[list[int], list[str]]


def readers(actor: Actor) -> Reach:
    """Where the actor reads organisaties, vestigingen, erkenningen, opleidingen and praktijkopleiders."""
    return list(actor.organisaties_als(*READS_OWN)), list(actor.regios_als(*READS_IN_REGIO))


def editors(actor: Actor) -> Reach:
    """Where the actor edits organisaties and vestigingen."""
    return list(actor.organisaties_als(*EDITS_OWN)), list(actor.regios_als(*rechten.BEHEERT_ORGANISATIES))


def editors_of_praktijkopleiders(actor: Actor) -> Reach:
    """Where the actor edits praktijkopleiders and their time."""
    return (
        list(actor.organisaties_als(*rechten.BEHEERT_PLEKKEN, *EDITS_OWN)),
        list(actor.regios_als(*rechten.BEHEERT_ORGANISATIES)),
    )


def editors_of_erkenningen(actor: Actor) -> Reach:
    """Where the actor records what SBB recognised."""
    return [], list(actor.regios_als(*rechten.BEHEERT_ERKENNINGEN))


def editors_of_opleidingen(actor: Actor) -> Reach:
    """Where the actor says what a mbo-school offers."""
    beheert = rechten.BEHEERT_OPLEIDINGEN
    return list(actor.organisaties_als(*beheert)), list(actor.regios_als(*beheert))


def covers(reach: Reach, organisatie_id: int, regio_code: str) -> bool:
    """Whether an organisatie lies within a reach; what a page asks before it shows a button."""
    return organisatie_id in reach[0] or regio_code in reach[1]
