"""The command of groepsdetachering: an instance in, a plan out."""

from argparse import Namespace

from solver.budget import Budget
from solver.groepsdetachering.codec import decode_instance, encode_result
from solver.groepsdetachering.solve import solve
from solver.toewijzing.fileformat import read_json, write_json


def run(options: Namespace, budget: Budget) -> str:
    """Solve the instance in a file and write its result; gives one line that says how it ended."""
    result = solve(decode_instance(read_json(options.file)), budget)
    write_json(options.out, encode_result(result))
    tiers = ", ".join(f"{tier.name} {tier.value} of {tier.bound}" for tier in result.tiers)
    return f"{result.status}: {tiers}, {result.seconds:.2f} s"
