"""From a package back to a source: readable, in canonical form, and the same package when it is built again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tagwright.cli import tagwright
from taxonomy.compile import compile_package
from taxonomy.errors import TagwrightError
from taxonomy.format_source import format_source
from taxonomy.load import load_taxonomy
from taxonomy.model import Label, Taxonomy
from taxonomy.package import read_package
from taxonomy.source import parse_source
from taxonomy.write_source import write_source

ROOT = Path(__file__).parent.parent
REFERENCES = {
    "all keys": str(ROOT / "tests" / "data" / "all-keys.yaml"),
    "income": str(ROOT / "samples" / "calculation" / "income.yaml"),
    "insurer": str(ROOT / "samples" / "insurer" / "insurer.yaml"),
    "utility": str(ROOT / "samples" / "utility" / "utility.yaml"),
    "bank-disclosure": "bank-disclosure",
}


def railway() -> Taxonomy:
    """Return the taxonomy that uses every key."""
    return load_taxonomy(REFERENCES["all keys"])


@pytest.mark.parametrize("reference", REFERENCES.values(), ids=REFERENCES.keys())
def test_source_package_source_loses_nothing(reference: str) -> None:
    """The model is equal, the package is the same byte for byte, and the formatter has nothing to add."""
    taxonomy = load_taxonomy(reference)
    package = compile_package(taxonomy)

    made = write_source(read_package(package, "x.zip"))

    assert parse_source(made, "x.yaml") == taxonomy
    assert compile_package(parse_source(made, "x.yaml")) == package
    assert format_source(made, "x.yaml") == made


def test_what_the_source_makes_by_itself_is_not_written_out() -> None:
    """Variants, a default that is only named, what a hypercube's concepts bring, the element of a typed axis."""
    made = write_source(railway()).decode()

    assert "    variants: [change, growth, share]\n" in made
    assert "IncreaseDecreaseIn" not in made
    assert "    default: UsualComparisonMember\n" in made
    assert "      UsualComparisonMember:" not in made
    assert "  OpeningAxis: {label: {en: Year of opening}, typed: year}\n" in made
    assert "  Traffic: {concepts: [FareRevenue, Journeys, PunctualityRate], axes: [" in made


def test_a_taxonomy_that_no_source_can_say_is_refused() -> None:
    """A wrong source is worse than none."""
    known = railway()
    first, *others = known.concepts
    twice = replace(first, labels=(Label("en", "One"), Label("en", "Two")))
    renamed = [
        replace(item, labels=(Label("en", "Mine"),)) if item.variant else item for item in known.concepts
    ]
    odd = (replace(known, concepts=(twice, *others)), replace(known, concepts=tuple(renamed)))

    for changed in (*odd, replace(known, namespace="no URI")):
        with pytest.raises(TagwrightError, match="that a source cannot say"):
            write_source(changed)


def run(*words: str) -> str:
    """Return the output of `tagwright taxonomy source`."""
    done = CliRunner().invoke(tagwright, ["taxonomy", "source", *words], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    assert done.return_value == 0
    return done.output


def test_the_command_writes_the_source_and_leaves_what_is_there_alone(tmp_path: Path) -> None:
    """To a file, or to standard output."""
    package, path = tmp_path / "rail.zip", tmp_path / "new" / "rail.yaml"
    package.write_bytes(compile_package(railway()))

    assert run(str(package), "-o", str(path)) == f"{path}\n"
    assert run(str(package)) == path.read_text("utf-8")
    assert load_taxonomy(str(path)) == railway()
    with pytest.raises(TagwrightError, match="is there already"):
        run(str(package), "-o", str(path))
