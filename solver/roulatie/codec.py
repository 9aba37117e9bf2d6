"""Instance, solution and result of roulatie to and from plain JSON, versioned."""

from solver.files import Files
from solver.roulatie.instance import Instance
from solver.roulatie.solution import Solution

_FILES = Files("roulatie", Instance, Solution)
encode_instance, decode_instance = _FILES.encode_instance, _FILES.decode_instance
encode_solution, decode_solution = _FILES.encode_solution, _FILES.decode_solution
encode_result = _FILES.encode_result
