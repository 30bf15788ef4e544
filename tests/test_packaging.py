"""The distribution: its import names are ours, data files are taken along, and it says that it is typed."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import entry_points, packages_distributions
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PACKAGES = ("taxonomy", "tagger", "exports", "tagwright")


@pytest.mark.parametrize("name", PACKAGES)
def test_the_import_name_is_ours(name: str) -> None:
    """Other distributions have packages of these names, too: none of them may stand before ours."""
    spec = find_spec(name)

    assert spec is not None
    assert spec.origin is not None
    assert Path(spec.origin).is_relative_to(ROOT)
    assert set(packages_distributions().get(name, ["tagwright"])) == {"tagwright"}


@pytest.mark.parametrize("name", PACKAGES)
def test_the_package_is_typed(name: str) -> None:
    """Type checkers of programs that use it read its annotations."""
    assert (files(name) / "py.typed").is_file()


def test_the_command_is_the_one_of_the_command_line() -> None:
    """`tagwright` on the path runs `tagwright.cli:main`."""
    (command,) = entry_points(group="console_scripts", name="tagwright")

    assert command.value == "tagwright.cli:main"


def test_every_import_of_a_distribution_is_declared() -> None:
    """The product runs where no development tool is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["tables"]]
    names = {requirement.split(">")[0].split("[")[0].lower().replace("-", "_") for requirement in declared}
    provided = {
        module: {name.lower().replace("-", "_") for name in names_of}
        for module, names_of in packages_distributions().items()
    }
    used = {module for path in sources() for module in imported(path)}
    foreign = {module for module in used if module not in sys.stdlib_module_names and module not in PACKAGES}

    undeclared = {module for module in foreign if not provided.get(module, {module}) & names}

    assert undeclared == set()


def test_the_files_of_a_shipped_source_stand_beside_its_root() -> None:
    """The wheel takes a package's files along, so all that a root includes must lie in it."""
    for root in (ROOT / "taxonomy").glob("*.yaml"):
        said = yaml.safe_load(root.read_text(encoding="utf-8")).get("include", [])
        there = {path.relative_to(root.parent).as_posix() for path in root.with_suffix("").rglob("*.yaml")}

        assert set(said) == there, f"{root.name} does not include every file of its folder"


def sources() -> list[Path]:
    """Return every Python file of the product."""
    return [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Return the top-level names that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_no_file_of_the_product_is_too_long() -> None:
    """A file that one reads in a sitting has at most 400 lines."""
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in sources()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    ]

    assert long == []
