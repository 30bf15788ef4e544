"""The rules of good practice on taxonomies that others published: what they find is really there."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from taxonomy.check import CheckResult, check_taxonomy
from taxonomy.rules.registry import RULES
from tests.shared.conftest import SHARED

pytestmark = pytest.mark.slow

PAGE = Path(__file__).parents[2] / "docs" / "taxonomy-rules.md"
TAXONOMIES = SHARED / "data" / "taxonomies"
REAL = {
    "TIFRS banks": f"{TAXONOMIES}/tifrs-2013/tifrs-20130331.zip#BASI/CR/tifrs-basi-cr-2013-03-31.xsd",
    "DBA": f"{TAXONOMIES}/dk-dba-2016/dk-dba-20161001-package.zip#entryAll.xsd",
    "RBI rle": f"{TAXONOMIES}/rbi-bank-returns/rbi#rle/in-rbi-rle.xsd",
}
START, END = "<!-- real -->\n", "<!-- end of real -->"


@cache
def checked(name: str) -> CheckResult:
    """Return what the check finds without asking Arelle to validate."""
    return check_taxonomy(REAL[name], arelle=False)


def said(name: str, code: str) -> list[str]:
    """Return the messages of a rule."""
    return [finding.message for finding in checked(name).findings if finding.code == code]


def test_changes_of_levels_typed_as_levels_are_found() -> None:
    """In TIFRS parts of a cash flow statement are instants, so their total can never be checked."""
    found = said("TIFRS banks", "TW-C001")

    assert len(found) == 15
    assert all("(instant and duration)" in message for message in found)
    assert any(
        "DecreaseIncreaseInReceivables and its total tifrs-SCF:ChangesInOperatingAssets" in message
        for message in found
    )


def test_a_misprint_in_a_chinese_label_is_found() -> None:
    """One Simplified character in a Traditional label of TIFRS; Traditional ones in Simplified labels of DBA."""
    assert said("TIFRS banks", "TW-L025") == [
        'the zh-Hant label of ifrs:InventoryWritedown has Simplified characters (冲): "存貨冲減"'
    ]
    assert any("期末餘額" in message for message in said("DBA", "TW-L025"))


def test_opposite_signs_under_labels_that_look_alike_are_found() -> None:
    """（增加）減少 and 增加（減少） are each other's opposite."""
    assert any("應付建造合約款（增加）減少" in message for message in said("TIFRS banks", "TW-L004"))


def test_a_missing_label_linkbase_is_seen_by_every_element() -> None:
    """And each finding leads to the schema that declares the element."""
    result = checked("RBI rle")
    unlabelled = [finding for finding in result.findings if finding.code == "TW-L001"]

    assert len(unlabelled) == 9352
    assert all(finding.file.endswith(".xsd") and finding.line for finding in unlabelled)


@pytest.mark.parametrize("name", REAL)
def test_all_rules_run_on_a_real_taxonomy(name: str) -> None:
    """Nothing is called validated that Arelle was not asked about."""
    result = checked(name)

    assert result.rules == len(RULES)
    assert not result.validated


def test_the_counts_in_the_documentation_are_those_of_the_program(update_golden: bool) -> None:
    """The table of docs/taxonomy-rules.md is made anew and compared; --update-golden rewrites it."""
    counted = {name: Counter(finding.code for finding in checked(name).findings) for name in REAL}
    rows = [f"| code | | {' | '.join(REAL)} |", f"|---|---|{'---|' * len(REAL)}"]
    for rule in RULES:
        numbers = [counted[name][rule.code] for name in REAL]
        if any(numbers):
            cells = " | ".join(f"{number:,}" if number else "" for number in numbers)
            rows.append(f"| `{rule.code}` | {rule.title} | {cells} |")
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(START)
    fresh = f"{head}{START}\n" + "\n".join(rows) + f"\n\n{END}{rest.partition(END)[2]}"
    if update_golden:
        PAGE.write_text(fresh, "utf-8")

    assert PAGE.read_text("utf-8") == fresh
