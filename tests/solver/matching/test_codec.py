"""Instance and solution survive the way to JSON and back; another version or shape is refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.codec import CodecError, Plain
from solver.matching.codec import (
    decode_instance,
    decode_solution,
    encode_instance,
    encode_result,
    encode_solution,
)
from solver.matching.instance import Paar
from solver.matching.solve import solve
from tests.solver.matching.small_instances import make_instance, random_instance


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_an_instance_survives_json(seed: int) -> None:
    instance = random_instance(seed, kandidaten=6, plekken=5)
    assert decode_instance(json.loads(json.dumps(encode_instance(instance)))) == instance


def test_a_solution_survives_json() -> None:
    instance = generate(Size(kandidaten=20, plekken=8), 1)
    result = solve(instance, Budget(seconds=0))
    assert result.solution is not None
    assert decode_solution(json.loads(json.dumps(encode_solution(result.solution)))) == result.solution
    assert encode_result(result)["status"] == "feasible"


def test_forbidden_pairs_and_pins_survive() -> None:
    instance = make_instance(verboden=frozenset({(1, 1), (2, 5)}), vast=(Paar(kandidaat=1, plek=1),))
    assert decode_instance(encode_instance(instance)) == instance


@pytest.mark.parametrize("version", [None, "matching/2", 1, "toewijzing/1"])
def test_another_version_is_refused(version: Plain) -> None:
    plain = {**encode_instance(make_instance()), "format": version}
    with pytest.raises(CodecError, match="format is"):
        decode_instance(plain)


def broken(path: list[str | int], value: object) -> object:
    """The plain instance with one value replaced."""
    plain = json.loads(json.dumps(encode_instance(make_instance())))
    spot = plain
    for step in path[:-1]:
        spot = spot[step]
    spot[path[-1]] = value
    return plain


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ([], "no JSON object"),
        (broken(["weken"], "12"), "weken is no int: '12'"),
        (broken(["weken"], 12.0), "weken is no int"),
        (broken(["weken"], value=True), "weken is no int"),
        (broken(["kandidaten", 0, "id"], 1 << 63), r"kandidaten\[0\].id is no integer of 64 bits"),
        (broken(["extra"], 1), "unknown key 'extra'"),
        (broken(["kandidaten"], {}), "kandidaten is no list"),
        (broken(["kandidaten", 0], 3), r"kandidaten\[0\] is no object"),
        (
            broken(["kandidaten", 0, "vervoermiddel"], "paard"),
            r"kandidaten\[0\].vervoermiddel is no Vervoermiddel",
        ),
        (broken(["kandidaten", 0, "vormen"], ["stage"]), r"vormen\[0\] is no Plaatsingsvorm"),
        (broken(["verboden"], [[1]]), r"verboden\[0\] has 1 values, not 2"),
        (broken(["reistabel", "minuten"], []), "reistabel.minuten is no object"),
        (broken(["reistabel", "minuten"], {"paard": []}), "is no Vervoermiddel"),
        (broken(["beleid"], None), "beleid is no object"),
        (broken(["beleid"], {"startweken": [0]}), "beleid.wachttermijn_weken is missing"),
    ],
)
def test_a_wrong_shape_is_refused_with_its_path(plain: object, said: str) -> None:
    with pytest.raises(CodecError, match=said):
        decode_instance(plain)


def test_optional_keys_may_be_left_out() -> None:
    plain = encode_instance(make_instance())
    del plain["vast"], plain["verboden"]
    assert decode_instance(plain) == make_instance()
