"""The command of matching: an instance in, a plan out."""

from argparse import Namespace

from solver.budget import Budget
from solver.codec import to_plain
from solver.matching.codec import decode_instance, encode_result
from solver.matching.fairness import compare_without
from solver.matching.solve import solve
from solver.toewijzing.fileformat import read_json, write_json


def run(options: Namespace, budget: Budget) -> str:
    """Solve the instance in a file and write its result; gives one line that says how it ended."""
    instance = decode_instance(read_json(options.file))
    result = solve(instance, budget)
    found = None if result.solution is None else compare_without(instance, result.solution, budget)
    write_json(
        options.out, encode_result(result) | ({} if found is None else {"eerlijkheid": to_plain(found)})
    )
    tiers = ", ".join(f"{tier.name} {tier.value} of {tier.bound}" for tier in result.tiers)
    return f"{result.status}: {tiers}, {result.seconds:.2f} s"
