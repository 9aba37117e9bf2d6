"""What the example SW-bedrijf lends out groups with: the numbers of the story, and who is left alone."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from marketplace.clock import monday
from marketplace.db import ACT_AS, Connection
from seed.gebied import REGIO
from seed.rijen import Rijen
from seed.tabel import read_tabel
from tests.seed.conftest import Row


def rows(wereld: Rijen, table: str) -> list[Row]:
    """All rows of a table."""
    return list(wereld.tables[table])


def test_there_are_120_people_8_werkleiders_4_buses_and_12_opdrachten(wereld: Rijen) -> None:
    numbers = {table: len(wereld.tables[table]) for table in ("medewerkers", "werkleiders", "bussen")}
    assert numbers == {"medewerkers": 120, "werkleiders": 8, "bussen": 4}
    assert Counter(row["status"] for row in rows(wereld, "opdrachten")) == {"open": 11, "gevraagd": 1}
    assert len(wereld.tables["detacheringsovereenkomsten"]) == 10


def test_the_treden_of_others_stand_as_examples() -> None:
    treden = Counter(row["voorbeeld"] for row in read_tabel("trede_voorbeelden"))
    assert treden == {"Zaffier": 4, "WPDA": 3, "IBN": 3}
    assert not any(row["fase"] for row in read_tabel("trede_voorbeelden") if row["voorbeeld"] == "IBN")


def test_only_the_own_company_knows_its_medewerkers(wereld: Rijen) -> None:
    own = {row["kandidaat_id"] for row in rows(wereld, "medewerkers")}
    people = [row for row in rows(wereld, "kandidaten") if row["besloten"]]
    assert {row["id"] for row in people} == own
    assert {row["status"] for row in people} == {"voor_aangemeld"}
    assert {row["regio_code"] for row in people} == {REGIO}


def test_who_does_not_wish_to_go_outside_is_in_no_group(wereld: Rijen) -> None:
    inside = {row["kandidaat_id"] for row in rows(wereld, "medewerkers") if not row["wil_buiten"]}
    assert len(inside) == 30
    assert not inside & {row["kandidaat_id"] for row in rows(wereld, "groepsplan_indelingen")}


def test_eight_are_ready_for_a_next_trede_and_one_will_leave(wereld: Rijen) -> None:
    people = rows(wereld, "medewerkers")
    assert sum(row["klaar"] for row in people) == 8
    assert sum(row["uitstroom"] for row in people) == 1


def test_at_most_seven_groups_run_on_a_day_so_that_somebody_can_step_in(wereld: Rijen) -> None:
    days = Counter((row["plan_id"], row["week"], row["dag"]) for row in rows(wereld, "groepsplan_dagen"))
    assert max(days.values()) == 7


def test_five_groups_have_a_bus_that_stops_where_somebody_gets_on(wereld: Rijen) -> None:
    homes = {row["id"]: row for row in rows(wereld, "kandidaten")}
    plaats = {row["pc4"]: row["plaats_id"] for row in rows(wereld, "postcodes")}
    stops = {row["id"]: row["plaats_id"] for row in rows(wereld, "opstapplaatsen")}
    riding: dict[object, set[object]] = defaultdict(set)
    for row in rows(wereld, "groepsplan_indelingen"):
        who = homes[row["kandidaat_id"]]
        if not who["reist_alleen"]:
            riding[row["plan_id"], row["opdracht_id"]].add(plaats[who["pc4"]])
    groups = rows(wereld, "groepsplan_groepen")
    for row in groups:
        passed = {stops[each] for each in row["opstapplaatsen"]}
        assert passed == riding[row["plan_id"], row["opdracht_id"]]
    assert len({row["opdracht_id"] for row in groups if row["bus_id"]}) == 5


def test_people_grow_into_more_days(wereld: Rijen) -> None:
    days: dict[object, list[int]] = defaultdict(list)
    for row in rows(wereld, "groepsplan_indelingen"):
        days[row["kandidaat_id"]].append(row["dagen"].bit_count())
    grown = [numbers for numbers in days.values() if numbers[0] < numbers[-1]]
    assert len(grown) >= 10


def test_one_way_back_ends_within_the_term_of_warning(wereld: Rijen, vandaag: date) -> None:
    ends = sorted(row["periode"].upper for row in rows(wereld, "terugkeergaranties"))
    term = timedelta(weeks=rows(wereld, "detacheringsbeleid")[0]["waarschuwing_weken"])
    assert [end < vandaag + term for end in ends] == [True, False]


async def test_the_hours_of_the_week_before_last_are_confirmed_but_for_one_remark(
    seeded_conn: Connection, vandaag: date
) -> None:
    await seeded_conn.execute("reset role")
    weeks = await seeded_conn.fetch(
        "select week, bevestigd_op is not null as bevestigd, opmerking <> '' as opmerking "
        "from detacheringsweken"
    )
    last, former = monday(vandaag) - timedelta(weeks=1), monday(vandaag) - timedelta(weeks=2)
    assert Counter((row["week"], row["bevestigd"], row["opmerking"]) for row in weeks) == {
        (former, True, False): 6,
        (former, False, True): 1,
        (last, False, False): 4,
    }


async def test_the_regio_sees_no_medewerker_and_who_works_there_sees_all(seeded_conn: Connection) -> None:
    await seeded_conn.execute("reset role")
    names = ("accountmanager", "regiocoordinator", "werkgever", "planner", "werkleider")
    emails = [f"{name}@voorbeeld.plekwijs.nl" for name in names]
    found = await seeded_conn.fetch("select email, id::text from accounts")
    accounts = {row["email"]: row["id"] for row in found}
    await seeded_conn.execute("set local role app")
    seen = []
    for email in emails:
        await seeded_conn.execute(ACT_AS, accounts[email])
        besloten = await seeded_conn.fetchval("select count(*) from kandidaten where besloten")
        seen.append((besloten, await seeded_conn.fetchval("select count(*) from medewerkers")))
    assert seen == [(0, 0)] * 3 + [(120, 120)] * 2
