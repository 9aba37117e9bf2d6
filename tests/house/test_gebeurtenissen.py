"""Whatever the code says that happened has words for people."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from marketplace.settings import ROOT
from marketplace.web.geschiedenis.woorden import ONDERWERPEN

Function = ast.FunctionDef | ast.AsyncFunctionDef
Flow = dict[tuple[Path | None, str], int | None]  # where `soort` stands among the arguments of a function


def _key(path: Path, name: str) -> tuple[Path | None, str]:
    """A private function is known in its own module only."""
    return (path if name.startswith("_") else None, name)


def _calls(path: Path, module: ast.Module, flow: Flow) -> Iterator[tuple[Function, ast.expr]]:
    """Every call that hands a soort on, with the function that it stands in."""
    for function in ast.walk(module):
        if not isinstance(function, Function):
            continue
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute):
                name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
                if (key := _key(path, name)) in flow and (soort := _soort_of(call, flow[key])):
                    yield function, soort


def _soort_of(call: ast.Call, position: int | None) -> ast.expr | None:
    """The argument that says the soort."""
    named = next((each.value for each in call.keywords if each.arg == "soort"), None)
    return named or (call.args[position] if position is not None and position < len(call.args) else None)


def _flow(modules: Mapping[Path, ast.Module]) -> Flow:
    """The functions that take a soort and hand it on until it is appended."""
    flow: Flow = {(None, "append_gebeurtenis"): None}
    while True:
        found: Flow = {}
        for path, module in modules.items():
            for function, soort in _calls(path, module, flow):
                names = [each.arg for each in function.args.args]
                if isinstance(soort, ast.Name) and soort.id in [
                    *names,
                    *(each.arg for each in function.args.kwonlyargs),
                ]:
                    found[_key(path, function.name)] = names.index(soort.id) if soort.id in names else None
        if found.keys() <= flow.keys():
            return flow
        flow |= found


def _words_of(soort: ast.expr, *where: ast.AST) -> Iterator[str]:
    """The texts that an expression can be: a text, one of two, or a name given in the function or module."""
    match soort:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _words_of(one, *where)
            yield from _words_of(other, *where)
        case ast.Name(id=name):
            for node in (each for tree in where for each in ast.walk(tree)):
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
                    yield from _words_of(node.value, *where)


def test_every_soort_that_the_code_appends_has_words(modules: Mapping[Path, ast.Module]) -> None:
    ours = {path: each for path, each in modules.items() if ROOT / "marketplace" in path.parents}
    flow = _flow(ours)
    appended: set[str] = set()
    for path, module in ours.items():
        for function, soort in _calls(path, module, flow):
            words = set(_words_of(soort, function, module))
            assert words or _key(path, function.name) in flow, f"{path}: say the soort as a text"
            appended |= words
    assert {"leerwerkplek_gemaakt", "voorstel_afgewezen", "account_uitgezet"} <= appended
    assert appended - {soort for each in ONDERWERPEN.values() for soort in each.soorten} == set()
