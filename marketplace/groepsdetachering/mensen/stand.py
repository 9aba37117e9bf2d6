"""How the people of a SW-bedrijf stand: what they did, where they go, what speaks for a next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.mensen.gereedheid import Feiten, Gereedheid, reckon
from marketplace.groepsdetachering.mensen.gesprekken import latest, list_gesprekken
from marketplace.groepsdetachering.mensen.groei import VERDER
from marketplace.groepsdetachering.mensen.model import Gesprek, Medewerker, Terugkeergarantie
from marketplace.groepsdetachering.mensen.opbouw import Verleden, days_after
from marketplace.groepsdetachering.mensen.terugkeer import list_garanties
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtStatus
from marketplace.groepsdetachering.plan.instance import LOOK_BACK, read_wereld
from marketplace.groepsdetachering.plan.model import Indeling, PlanStatus, Planwereld
from marketplace.groepsdetachering.plan.plannen import get_by_status, list_geldend
from marketplace.groepsdetachering.werkdagen import DAG, day_of
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.model import Actor
from solver.groepsdetachering.dagen import WERKDAGEN

# So far ahead a published plan can go.
AHEAD = 26 * WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensen:
    """The people of a SW-bedrijf as they stand on a day.

    `komend` is what was published from this week on, `concept` what is worked on; `eerder` the behoefte of
    people before it last changed; talks with the latest first.
    """

    vandaag: date
    wereld: Planwereld
    verleden: Verleden
    komend: tuple[Indeling, ...]
    concept: tuple[Indeling, ...]
    gesprekken: tuple[Gesprek, ...]
    eerder: Mapping[int, int]
    garanties: tuple[Terugkeergarantie, ...]

    @property
    def week(self) -> date:
        """The Monday of this week."""
        return monday(self.vandaag)

    @property
    def hoogste(self) -> int:
        """The number of the highest trede."""
        return max((each.nummer for each in self.wereld.bedrijf.treden), default=0)

    def is_gone(self, wie: Medewerker) -> bool:
        """Whether somebody is no longer employed."""
        return wie.uit_dienst_op is not None and wie.uit_dienst_op <= self.vandaag

    def buiten(self, wie: Medewerker) -> int:
        """On how many days somebody is outside this week."""
        return sum(
            each.dagen.bit_count()
            for each in self.komend
            if (each.kandidaat_id, each.week) == (wie.kandidaat_id, self.week)
        )

    def hooguit(self, wie: Medewerker) -> int:
        """On how many days a week somebody can be outside by now."""
        return min(days_after(wie.stappen, self.verleden.volgehouden(wie)), wie.dagen.bit_count())

    def talks(self, wie: Medewerker) -> tuple[Gesprek, ...]:
        """The talks with somebody."""
        return tuple(each for each in self.gesprekken if each.kandidaat_id == wie.kandidaat_id)

    def gereedheid(self, wie: Medewerker) -> Gereedheid | None:
        """What speaks for the next trede; None for who stays where they are."""
        feiten = Feiten(
            wie=wie,
            volgehouden=self.verleden.volgehouden(wie) if wie.stappen else self.verleden.buiten(wie),
            geoefend={each: self.verleden.geoefend(wie, each) for each in wie.leerdoelen},
            eerder=self.eerder.get(wie.kandidaat_id),
            gesprek=latest(self.talks(wie), *VERDER),
        )
        return reckon(feiten, self.hoogste)

    def is_offered(self, werkproces: int) -> bool:
        """Whether an opdracht that is open has this work and is erkend for it."""
        return any(
            each.status is OpdrachtStatus.OPEN
            and self.vandaag < each.tot
            and any(
                one.werkproces_id == werkproces and (one.tot is None or self.vandaag < one.tot)
                for one in each.erkenningen
            )
            for each in self.wereld.opdrachten
        )

    def still_counted(self, wie: Medewerker) -> list[tuple[Indeling, Opdracht | None]]:
        """Where a plan, published or not, still counts on somebody who will not be there, week by week."""
        planned = {
            (each.week, each.opdracht_id): each
            for each in (*self.komend, *self.concept)
            if each.kandidaat_id == wie.kandidaat_id and _is_away(wie, each)
        }
        return [(each, self.wereld.opdracht(each.opdracht_id)) for _, each in sorted(planned.items())]

    def ending(self) -> list[Terugkeergarantie]:
        """The ways back that are open and close within the term of the beleid, the first on top."""
        until = self.vandaag + self.wereld.bedrijf.beleid.waarschuwing_weken * WEEK
        open_ways = [each for each in self.garanties if each.is_open(self.vandaag)]
        return sorted((each for each in open_ways if each.tot - DAG <= until), key=lambda each: each.tot)


def _is_away(wie: Medewerker, each: Indeling) -> bool:
    """Whether somebody left before a day of this, or is at a plek of their own that week."""
    days = [day_of(each.week, dag) for dag in WERKDAGEN if each.dagen >> dag & 1]
    left = wie.uit_dienst_op is not None and max(days) >= wie.uit_dienst_op
    return left or each.week in wie.bezet


async def load_mensen(conn: Connection, actor: Actor, clock: Clock, organisatie_id: int) -> Mensen:
    """Everything that the pages of people show; raises NotFound for a stranger."""
    bedrijven = bedrijven_of(actor)
    wereld = await read_wereld(conn, bedrijven, organisatie_id)
    if wereld is None:
        raise NotFound
    week = monday(clock.today())
    groups, places = await list_geldend(conn, bedrijven, organisatie_id, week - LOOK_BACK, week)
    _, coming = await list_geldend(conn, bedrijven, organisatie_id, week, week + AHEAD)
    concept = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.CONCEPT)
    return Mensen(
        vandaag=clock.today(),
        wereld=wereld,
        verleden=Verleden(groups, places, wereld.opdrachten),
        komend=tuple(coming),
        concept=concept.between(week, concept.tot).indelingen if concept else (),
        gesprekken=tuple(await list_gesprekken(conn, actor, organisatie_id)),
        eerder=await list_eerdere_behoeften(conn, actor, organisatie_id),
        garanties=tuple(await list_garanties(conn, actor, organisatie_id)),
    )


async def list_eerdere_behoeften(conn: Connection, actor: Actor, organisatie_id: int) -> dict[int, int]:
    """The behoefte of people of a SW-bedrijf before it last changed; who never changed is left out."""
    rows = await conn.fetch(
        """
        select distinct on (onderwerp_id) onderwerp_id, (gegevens #>> '{velden,behoefte,0}')::integer as was
        from gebeurtenissen
        where onderwerp = 'medewerker' and organisatie_id = any($1::bigint[]) and organisatie_id = $2
          and gegevens #> '{velden,behoefte,0}' is not null
        order by onderwerp_id, id desc
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return {row["onderwerp_id"]: row["was"] for row in rows}
