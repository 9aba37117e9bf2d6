"""The command of the generic problem: a file in, an answer out."""

from argparse import Namespace
from dataclasses import replace

from solver.budget import Budget
from solver.result import Status
from solver.toewijzing.conflict import find_conflict
from solver.toewijzing.fileformat import answer_to_plain, read_problem, write_json
from solver.toewijzing.orlibrary import read_gap
from solver.toewijzing.problem import Problem
from solver.toewijzing.solve import solve


def run(options: Namespace, budget: Budget) -> str:
    """Solve the problem in a file and write its answer; gives one line that says how it ended."""
    problem = _read(options)
    result = solve(problem, budget)
    pins: tuple[int, ...] = ()
    if result.status is Status.INFEASIBLE:
        pins = find_conflict(problem, replace(budget, seconds=max(0.0, budget.seconds - result.seconds)))
    write_json(options.out, answer_to_plain(problem, result, pins))
    said = f"{result.status}: waarde {result.value}, grens {result.bound}, {result.seconds:.2f} s"
    return f"{said}, tegenstrijdig {', '.join(map(str, pins))}" if pins else said


def _read(options: Namespace) -> Problem:
    if options.format == "toewijzing":
        problem = read_problem(options.file)
    else:
        problem = read_gap(options.file, options.number, profit=options.format == "gap-profit")
    return replace(problem, allen=True) if options.all_assigned else problem
