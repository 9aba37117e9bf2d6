"""The command of the generic problem: a file in, an answer out."""

from pathlib import Path

from solver.budget import Budget
from solver.toewijzing.fileformat import answer_to_plain, read_problem, write_json
from solver.toewijzing.solve import solve


def run(file: Path, out: Path | None, budget: Budget) -> str:
    """Solve the problem in a file and write its answer; gives one line that says how it ended."""
    problem = read_problem(file)
    result = solve(problem, budget)
    write_json(out, answer_to_plain(problem, result))
    return f"{result.status}: waarde {result.value}, grens {result.bound}, {result.seconds:.2f} s"
