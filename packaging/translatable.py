"""Finds the texts of the program that are to be translated, and writes them down for lupdate."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

_CONTEXT = "Shiage"
_CALLS = ("tr", "trn", "marked")
# Its first and last words are shown: the text and the tip.
_TABLE_ROW = "ActionSpec"
_SHOWN_PLACES = (0, 3)
# The engine knows nothing of languages: what the window says of its findings stands here.
_ENGINE_WORDS = {"app/engine/reviewing.py": "Reason", "app/engine/spreading.py": "Left"}


def translatable(root: Path) -> list[str]:
    """All texts, each once, file by file in the order in which they stand.

    Args:
        root: the folder that holds `app`.
    """
    found: dict[str, None] = {}
    for path in sorted((root / "app").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        words = _ENGINE_WORDS.get(path.relative_to(root).as_posix())
        for text in sorted({*_called(tree), *_values_of(tree, words)}):
            found[text[-1]] = None
    return list(found)


def _called(tree: ast.Module) -> Iterator[tuple[int, int, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in _CALLS:
            shown = node.args
        elif node.func.id == _TABLE_ROW:
            shown = [node.args[place] for place in _SHOWN_PLACES]
        else:
            continue
        yield from filter(None, map(_constant, shown))


def _values_of(tree: ast.Module, name: str | None) -> Iterator[tuple[int, int, str]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            values = (line.value for line in node.body if isinstance(line, ast.Assign))
            yield from filter(None, map(_constant, values))


def _constant(node: ast.expr) -> tuple[int, int, str] | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.lineno, node.col_offset, node.value
    return None


def main() -> None:
    """Write the texts of the program in the working folder to the file that is named."""
    lines = (
        f"QT_TRANSLATE_NOOP({json.dumps(_CONTEXT)}, {json.dumps(text, ensure_ascii=False)})\n"
        for text in translatable(Path.cwd())
    )
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
