"""`tagwright taxonomy suggest`: what a taxonomy has no word for is found, and accepting the draft makes it a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from tagwright.cli import tagwright
from tagwright.tagged import tag
from taxonomy.load import load_taxonomy
from taxonomy.write_source import write_source

ROOT = Path(__file__).parent.parent
TAXONOMY = "bank-disclosure"
ENTITY = ROOT / "samples" / "harbour-bank" / "entity.yaml"
REPORT = "2025年末，託管規模達3,120億元，比年初增加180億元，增長6.1%。客戶存款餘額8,200億元。\n"


class NoAliases(yaml.SafeDumper):
    """Writes each value where it stands: a taxonomy source may hold no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  PyYAML's signature
        """Return that nothing is an alias."""
        return True


def without(*words: str) -> dict[str, Any]:
    """Return the bank taxonomy's source, in one file, without some terms."""
    loaded: dict[str, Any] = yaml.safe_load(write_source(load_taxonomy(TAXONOMY)))
    for entry in loaded["concepts"].values():
        terms = entry.get("terms", {})
        for language, listed in terms.items():
            terms[language] = [term for term in listed if not any(word in term for word in words)]
        if any(word in entry["label"].get("zh-Hant", "") for word in words):
            entry["label"] = {
                "en": entry["label"]["en"],
                "zh-Hant": "跨國結算金額",
                "zh-Hans": "跨国结算金额",
            }
    return loaded


def write(path: Path, source: dict[str, Any]) -> Path:
    """Write a taxonomy source."""
    text = yaml.dump(source, Dumper=NoAliases, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


def pasted(source: dict[str, Any], draft: dict[str, Any]) -> dict[str, Any]:
    """Return the source with the draft's terms over its own."""
    for key, value in draft.items():
        if isinstance(value, dict) and isinstance(source.get(key), dict) and key != "terms":
            pasted(source[key], value)
        else:
            source[key] = value
    return source


def suggest(folder: Path, taxonomy: Path | str, *more: str) -> Result:
    """Run the command on the report."""
    report = folder / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    call = [
        "taxonomy", "suggest", str(report), "--taxonomy", str(taxonomy), "--entity", str(ENTITY), "--period", "2025",
    ]  # fmt: skip
    return CliRunner().invoke(tagwright, [*call, *more], standalone_mode=False, catch_exceptions=False)


def concepts_of(folder: Path, taxonomy: Path) -> list[str | None]:
    """Return the concept of each fact of the report, None for what stays unresolved."""
    tagged = tag(folder / "report.txt", taxonomy=taxonomy, entity=ENTITY, period="2025")
    return [row.concept for row in tagged.ledger.rows if row.status != "not_a_fact"]


@pytest.fixture
def poor(tmp_path: Path) -> Path:
    """Return the bank taxonomy without the word 託管規模."""
    return write(tmp_path / "poor.yaml", without("託管規模", "托管规模"))


def test_a_dropped_term_is_found_again_with_its_concept(tmp_path: Path, poor: Path) -> None:
    """The phrase in the text, the concept whose other words are like it, and where it was seen."""
    result = suggest(tmp_path, poor)
    draft = yaml.safe_load(result.output)

    assert result.return_value == 0
    assert "託管規模" in draft["concepts"]["AssetsUnderCustody"]["terms"]["zh-Hant"]
    assert "line 1 column 13 …2025年末，託管規模達3,120億元" in result.output


def test_pasting_the_draft_resolves_the_figures(tmp_path: Path, poor: Path) -> None:
    """The draft is source: over the terms that were there, it makes facts of what was unresolved."""
    draft = yaml.safe_load(suggest(tmp_path, poor).output)
    before = concepts_of(tmp_path, poor)
    source = yaml.safe_load(poor.read_text(encoding="utf-8"))
    rich = write(tmp_path / "rich.yaml", pasted(source, draft))

    assert before == [None, None, None, "bank:DepositsFromCustomers"]
    assert concepts_of(tmp_path, rich) == [
        "bank:AssetsUnderCustody",
        "bank:IncreaseDecreaseInAssetsUnderCustody",
        "bank:GrowthRateOfAssetsUnderCustody",
        "bank:DepositsFromCustomers",
    ]


def test_what_helps_most_figures_comes_first(tmp_path: Path, poor: Path) -> None:
    """A phrase counts the figures beside it and those that follow it in the sentence."""
    first = suggest(tmp_path, poor).output.splitlines()

    assert first[0] == "# 3 figures unresolved for want of words."
    assert "託管規模" in first[4]
    assert "3 figures" in first[4]


def test_a_complete_taxonomy_gets_no_suggestion(tmp_path: Path) -> None:
    """Nothing is made up where every figure has its words."""
    result = suggest(tmp_path, TAXONOMY)

    assert result.output == "# 0 figures unresolved for want of words.\n"


def test_words_that_yaml_would_misread_are_quoted(tmp_path: Path, poor: Path) -> None:
    """Terms with gaps, commas and colons come back from the draft as they were."""
    terms = yaml.safe_load(suggest(tmp_path, poor).output)["concepts"]["AssetsUnderCustody"]["terms"]
    source = yaml.safe_load(poor.read_text(encoding="utf-8"))
    before = source["concepts"]["AssetsUnderCustody"]["terms"]

    assert {language: terms[language][: len(listed)] for language, listed in before.items()} == before
