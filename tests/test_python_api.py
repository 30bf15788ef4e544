"""The Python names: what is wrong in a call is a `TagwrightError` of one sentence, as on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tagwright

SAMPLE = Path(__file__).parent.parent / "samples" / "river-bank"


def tag(
    document: Path = SAMPLE / "report.txt", taxonomy: str = "bank-disclosure", threshold: float = 0.5
) -> tagwright.Tagged:
    """Tag the sample, but for what is given."""
    return tagwright.tag(
        document, taxonomy=taxonomy, entity=SAMPLE / "entity.yaml", period="2024H1", threshold=threshold
    )


@pytest.fixture(scope="module")
def tagged() -> tagwright.Tagged:
    """Return the sample, tagged."""
    return tag()


WRONG: dict[str, tuple[Callable[[tagwright.Tagged, Path], object], str]] = {
    "no document": (lambda _, at: tag(at / "none.txt"), "no such file"),
    "no taxonomy": (lambda _, __: tag(taxonomy="banks"), 'there is no taxonomy "banks"'),
    "no share": (lambda _, __: tag(threshold=7), "no number from 0 to 1"),
    "no syntax": (
        lambda tagged, at: tagwright.write(tagged, at / "out", to=["pdf"]),  # type: ignore[list-item]
        "'pdf' is none of xml, ixbrl",
    ),
    "no folder": (lambda tagged, _: tagwright.write(tagged, ""), "is an empty name"),
    "no instance": (lambda _, at: tagwright.validate([at / "none.xbrl"]), "no such file"),
    "no ledger": (lambda _, __: tagwright.score("none.jsonl", "none.csv", "none.txt"), "cannot be read"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_is_one_sentence(tagged: tagwright.Tagged, tmp_path: Path, name: str) -> None:
    """Nothing is written, and nothing is passed over in silence."""
    call, says = WRONG[name]

    with pytest.raises(tagwright.TagwrightError, match=says) as raised:
        call(tagged, tmp_path)

    assert "\n" not in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_places_are_given_as_paths_or_as_text(tagged: tagwright.Tagged, tmp_path: Path) -> None:
    """What is written as text is scored as text."""
    folder = str(tmp_path / "out")
    written = tagwright.write(tagged, folder, to=["json"], validate=False)

    found = tagwright.score(f"{folder}/ledger.jsonl", str(SAMPLE / "gold.csv"))

    assert found.is_full_match
    assert "report.json" in written.files
    assert tagwright.validate([]) == ()
