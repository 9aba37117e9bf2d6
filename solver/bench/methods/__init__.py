"""What the engine is compared with, on one generic problem: a file and a row each.

The heuristics know pairs and capacities alone: pins, floors, prices and who must be assigned are nothing to
them, and the check names what they break. The general solvers get the whole problem.
"""

METHODS = {
    "first come": "solver.bench.methods.first_come",
    "greedy": "solver.bench.methods.greedy",
    "deferred acceptance": "solver.bench.methods.deferred_acceptance",
    "flow": "solver.bench.methods.flow",
    "CP-SAT": "solver.bench.methods.cp_sat",
    "HiGHS": "solver.bench.methods.highs",
    "SCIP": "solver.bench.methods.scip",
    "LP bound": "solver.bench.methods.lp_bound",
    "engine": "solver.bench.methods.engine",
}
GENERAL = ("CP-SAT", "HiGHS", "SCIP", "LP bound", "engine")
