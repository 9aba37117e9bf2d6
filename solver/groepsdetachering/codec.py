"""Instance, solution and result of groepsdetachering to and from plain JSON, versioned."""

from solver.files import Files
from solver.groepsdetachering.instance import Instance
from solver.groepsdetachering.solution import Solution

_FILES = Files("groepsdetachering", Instance, Solution)
encode_instance, decode_instance = _FILES.encode_instance, _FILES.decode_instance
encode_solution, decode_solution = _FILES.encode_solution, _FILES.decode_solution
encode_result = _FILES.encode_result
