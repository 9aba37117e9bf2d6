"""The plain file format: what is read, what is refused with key and index, and the answer."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from solver.budget import Budget
from solver.toewijzing import check
from solver.toewijzing.fileformat import (
    answer_to_plain,
    parse_problem,
    read_json,
    read_problem,
    write_json,
)
from solver.toewijzing.problem import Problem
from solver.toewijzing.solve import solve
from solver.toewijzing.validate import ProblemError
from tests.solver.toewijzing.small_problems import as_plain, problems


def plain(**changes: object) -> dict[str, Any]:
    """Two kandidaten, three pairs, two middelen."""
    return {
        "format": "toewijzing/1",
        "kandidaten": 2,
        "capaciteit": [1, 5],
        "kandidaat": [0, 0, 1],
        "waarde": [5, 4, 3],
        "begin": [0, 1, 2, 4],
        "middel": [0, 1, 0, 1],
        "gebruik": [1, 2, 1, 3],
        **changes,
    }


WRONG: list[tuple[object, str]] = [
    ([], "no JSON object"),
    (plain(format="toewijzing/2"), "format is 'toewijzing/2'"),
    (plain(kandidaten=None), "kandidaten is missing"),
    (plain(kandidaten=2.0), "kandidaten is no integer"),
    (plain(kandidaten=-1, kandidaat=[]), "kandidaten is -1"),
    (plain(kandidaten=1 << 70), "kandidaten is no integer of 64 bits"),
    (plain(kandidaten=10**12), "kandidaten is 1000000000000, more than 1000000"),
    (plain(waarde=None), "waarde is missing"),
    (plain(waarde={}), "waarde is no list"),
    (plain(waarde=[5, 4, 3.5]), r"waarde\[2\] is no integer: 3.5"),
    (plain(waarde=[5, True, 3]), r"waarde\[1\] is no integer: True"),
    (plain(waarde=[5, 1 << 64, 3]), r"waarde\[1\] is no integer of 64 bits"),
    (plain(waarde=[5, -4, 3]), r"waarde\[1\] is -4"),
    (plain(waarde=[5, 4]), "waarde has length 2, not 3"),
    (plain(waarde=[1 << 61, 1 << 61, 3]), "not below 2\\^62"),
    (plain(capaciteit=[1, -5]), r"capaciteit\[1\] is -5"),
    (plain(kandidaat=[0, 2, 1]), r"kandidaat\[1\] is 2, not in 0..1"),
    (plain(kandidaten=0), r"kandidaat\[0\] is 0, not allowed: none is known"),
    (plain(kandidaat=[0, 1, 0]), r"kandidaat\[2\] is smaller than the one before"),
    (plain(begin=[]), "begin is empty"),
    (plain(begin=[0, 1, 2]), "begin has length 3, not 4"),
    (plain(begin=[1, 1, 2, 4]), r"begin\[0\] is 1"),
    (plain(begin=[0, 2, 1, 4]), r"begin\[2\] is smaller"),
    (plain(begin=[0, 1, 2, 3]), r"begin\[3\] is 3, not the length of middel 4"),
    (plain(middel=[0, 1, 0, 2]), r"middel\[3\] is 2, not in 0..1"),
    (plain(middel=[0, 1, 1, 1]), r"middel\[3\] is 1, which stands twice in row 2"),
    (plain(begin=[0, 0, 0, 4], middel=[1, 0, 1, 0]), r"middel\[2\] is 1, which stands twice in row 2"),
    (plain(gebruik=[1, 2, 0, 3]), r"gebruik\[2\] is 0, not at least 1"),
    (plain(gebruik=[1, 2, 1]), "gebruik has length 3, not 4"),
    (plain(gebruik=[1 << 61, 1, 1 << 61, 1]), r"gebruik can reach 4611686018427387\d+ in all, which is not"),
    (plain(groepen=[{"paren": [0], "minstens": 1 << 61, "prijs": 0}]), r"minstens is 23\d+, not below 2\^61"),
    (
        plain(
            kandidaten=10**6,
            capaciteit=[1] * 2200,
            begin=[0, 0, 0, 2200],
            middel=[*range(2200)],
            gebruik=[1] * 2200,
        ),
        "begin has rows that make 2200000000 uses",
    ),
    (plain(profiel=[0, 1]), "profiel has length 2, not 3"),
    (plain(profiel=[0, 1, 3]), r"profiel\[2\] is 3, not in 0..2"),
    (plain(vast=[3]), r"vast\[0\] is 3, not in 0..2"),
    (plain(verboden=[0, -1]), r"verboden\[1\] is -1"),
    (plain(allen=1), "allen is neither true nor false"),
    (plain(minimaliseer="ja"), "minimaliseer is neither"),
    (plain(groepen={}), "groepen is no list"),
    (plain(groepen=[3]), r"groepen\[0\] is no object"),
    (plain(groepen=[{"minstens": 1, "prijs": 1}]), r"groepen\[0\] needs either"),
    (
        plain(groepen=[{"kandidaten": [0], "paren": [0], "minstens": 1, "prijs": 1}]),
        r"groepen\[0\] needs either",
    ),
    (plain(groepen=[{"kandidaten": [2], "minstens": 1, "prijs": 1}]), r"groepen\[0\].kandidaten\[0\] is 2"),
    (plain(groepen=[{"paren": [3], "minstens": 1, "prijs": 1}]), r"groepen\[0\].paren\[0\] is 3"),
    (plain(groepen=[{"paren": [0], "minstens": -1, "prijs": 1}]), r"groepen\[0\].minstens is -1"),
    (plain(groepen=[{"paren": [0], "minstens": 1, "prijs": "1"}]), r"groepen\[0\].prijs is no integer"),
    (plain(groepen=[{"paren": [0], "minstens": 1 << 40, "prijs": 1 << 40}]), "not below 2\\^62"),
    (plain(zacht=[{"middel": 2, "prijs": 1}]), r"zacht\[0\].middel is 2"),
    (plain(zacht=[{"middel": 0, "prijs": -1}]), r"zacht\[0\].prijs is -1"),
    (plain(zacht=[{"middel": 0, "prijs": 1}] * 2), r"zacht\[1\].middel is 0, which stands there twice"),
    (plain(zacht=[{"middel": 0}]), r"zacht\[0\].prijs is missing"),
    (plain(zacht=[{"middel": 0, "prijs": (1 << 62)}]), "not below 2\\^62"),
    (plain(vorige=[-1]), "vorige has length 1, not 2"),
    (plain(vorige=[-2, 2]), r"vorige\[0\] is -2"),
    (plain(vorige=[2, 2]), r"vorige\[0\] is pair 2 of another kandidaat"),
    (plain(wijzigingen=1), "wijzigingen is given without vorige"),
    (plain(vorige=[0, 2], wijzigingen=-1), "wijzigingen is -1"),
    (plain(regio=[1]), "regio has length 1, not 2"),
]


@pytest.mark.parametrize(("broken", "said"), WRONG)
def test_a_broken_line_is_refused_with_key_and_index(tmp_path: Path, broken: object, said: str) -> None:
    with pytest.raises(ProblemError, match=said) as plainly:
        parse_problem(broken)
    write_json(tmp_path / "problem.json", broken)
    with pytest.raises(ProblemError) as from_file:
        read_problem(tmp_path / "problem.json")
    assert str(from_file.value) == str(plainly.value)


def test_a_row_may_name_its_middelen_in_any_order() -> None:
    problem = parse_problem(plain(middel=[1, 1, 1, 0]))
    assert problem.uses(2) == [(1, 1), (0, 3)]


def test_a_total_that_only_seems_too_large_is_counted_exactly() -> None:
    soft = [{"middel": 0, "prijs": 1 << 59}]
    assert parse_problem(plain(gebruik=[3, 2, 3, 9], zacht=soft)).zacht[0].prijs == 1 << 59
    with pytest.raises(ProblemError, match=r"not below 2\^62"):
        parse_problem(plain(gebruik=[3, 2, 8, 9], zacht=soft))


def test_unknown_keys_and_a_wrong_regio_are_no_obstacle() -> None:
    problem = parse_problem(plain(regio=[9, -3], naam="proef"))
    assert solve(problem, Budget(seconds=5, workers=1)).value == 7


@settings(max_examples=80, deadline=None)
@given(problems())
def test_a_problem_survives_the_file(problem: Problem) -> None:
    again = parse_problem(json.loads(json.dumps(as_plain(problem))))
    assert as_plain(again) == as_plain(problem)


@pytest.mark.parametrize("name", ["problem.json", "problem.json.gz"])
def test_files_are_read_back_gzipped_or_not(tmp_path: Path, name: str) -> None:
    write_json(tmp_path / name, plain())
    assert read_json(tmp_path / name) == plain()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.json", b"{"),
        ("a.json", b"\xff\xfe"),
        ("a.json", b'\xef\xbb\xbf{"waarde":[1]}'),
        ("a.json", b'{"waarde":[1,2],"begin":[0,'),
        ("a.json.gz", b"no gzip"),
        ("a.json.gz", gzip.compress(b'{"waarde":[1,2]}', mtime=0)[:-9]),
        ("a.json.gz", gzip.compress(b'{"waarde":[1,2]}', mtime=0)[:10] + b"\xff" * 40),
        ("a.json", b"[" * 10**5),
        ("a.json", b'{"waarde":[1],"groepen":' + b"[" * 10**5),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    for read in (read_json, read_problem):
        with pytest.raises(ProblemError, match="no JSON"):
            read(tmp_path / name)


def recomputed_bound(plain: dict[str, Any], answer: dict[str, Any]) -> float:
    """The formula of the format, in plain Python, for a maximising file without pins and changes."""
    scale = answer["schaal"]
    prices = [price / scale for price in answer["prijzen"]]
    total: float = sum(cap * price for cap, price in zip(plain["capaciteit"], prices, strict=True))
    best = [0.0] * plain["kandidaten"]
    bonus = [0.0] * len(plain["kandidaat"])
    for groep, price in zip(plain.get("groepen", []), answer["groepprijzen"], strict=True):
        total -= price / scale * groep["minstens"]
        for pair, kandidaat in enumerate(plain["kandidaat"]):
            if kandidaat in groep["kandidaten"]:
                bonus[pair] += price / scale
    for pair, kandidaat in enumerate(plain["kandidaat"]):
        row = range(plain["begin"][pair], plain["begin"][pair + 1])
        cost = sum(plain["gebruik"][place] * prices[plain["middel"][place]] for place in row)
        best[kandidaat] = max(best[kandidaat], plain["waarde"][pair] + bonus[pair] - cost)
    return total + sum(best)


def test_anyone_can_recompute_the_bound_from_the_prices() -> None:
    asked = plain(groepen=[{"kandidaten": [1], "minstens": 1, "prijs": 3}], zacht=[{"middel": 1, "prijs": 1}])
    problem = parse_problem(asked)
    answer = answer_to_plain(problem, solve(problem, Budget(seconds=5, workers=1)))
    assert answer["status"] == "optimal"
    assert answer["waarde"] == answer["grens"] == check.value(problem, answer["paren"])  # type: ignore[arg-type] # JSON
    assert recomputed_bound(asked, answer) >= answer["waarde"]
    assert len(answer["prijzen"]) == 2  # type: ignore[arg-type] # JSON


def test_an_answer_without_a_plan_has_no_pairs_and_prices_of_zero() -> None:
    problem = parse_problem(plain(vast=[0, 1]))
    answer = answer_to_plain(problem, solve(problem, Budget(seconds=5)))
    assert (answer["status"], answer["paren"], answer["prijzen"]) == ("infeasible", [], [0, 0])


def test_the_price_of_changes_stands_in_the_answer_where_they_are_counted() -> None:
    problem = parse_problem(plain(vorige=[1, -1], wijzigingen=0))
    answer = answer_to_plain(problem, solve(problem, Budget(seconds=5)))
    assert answer["paren"] == [1]
    assert "wijzigingprijs" in answer
    free = replace(problem, wijzigingen=None)
    assert "wijzigingprijs" not in answer_to_plain(free, solve(free, Budget(seconds=5)))
