"""Guards the house: one-way imports, sizes, banned names, no wall clock, no named people in the package."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "pourparler"
ROOMS = ("core", "settings", "sources", "text", "encoder", "reading", "accounts", "record", "case", "pipeline", "faces")
BANNED = {"util", "utils", "helpers", "helper", "common", "manager", "service", "base", "misc"}
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 300, 50, 5
STANDARD = {"pourparler", "collections", "dataclasses", "datetime", "enum", "hashlib", "typing"}
FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str | None:
    """The room a file belongs to, None for the package's own front files."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return first if first in ROOMS else None


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module of the package that a file imports, at the top or later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            if node.module and node.module.startswith("pourparler."):
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("pourparler."))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_keeps_the_habits(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    room = room_of(path)
    for module in imported(tree):
        target = module.split(".")[1]
        if room and target in ROOMS:
            assert ROOMS.index(target) <= ROOMS.index(room), f"{room} imports {module}"
    assert path.stem not in BANNED
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert ast.get_docstring(tree), "a module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION_LINES, node.name
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            named = [a for a in arguments if a.arg not in ("self", "cls")]
            if not node.name.startswith("_") and room != "faces":
                assert len(named) <= MOST_PARAMETERS, node.name
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, "a bare except"


def test_core_needs_the_standard_library_alone() -> None:
    for path in (PACKAGE / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                assert node.module.split(".")[0] in STANDARD


def test_nothing_of_training_or_bench_is_imported_by_the_package() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(from|import) (training|bench|tests)\b", text, re.M), path


def test_nothing_of_the_network_that_trains_is_imported_by_the_package() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"^\s*(from|import) (torch|transformers|safetensors|huggingface_hub|onnx)\b", text, re.M
        ), path


def test_the_rooms_that_read_never_ask_for_today() -> None:
    clock = re.compile(r"\b(?:date\.today|datetime\.now|datetime\.utcnow|time\.time|localtime|gmtime)\(")
    for room in ("core", "text", "encoder", "reading", "accounts", "case"):
        for path in (PACKAGE / room).rglob("*.py"):
            assert not clock.search(path.read_text(encoding="utf-8")), path
