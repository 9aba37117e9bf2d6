"""Instance, solution and result of matching to and from plain JSON, versioned."""

from solver.files import Files
from solver.matching.instance import Instance
from solver.matching.solution import Solution

_FILES = Files("matching", Instance, Solution)
encode_instance, decode_instance = _FILES.encode_instance, _FILES.decode_instance
encode_solution, decode_solution = _FILES.encode_solution, _FILES.decode_solution
encode_result = _FILES.encode_result
