"""Taxonomies and filings of others: compared, documented and migrated without a fact, a concept or a label lost."""

from __future__ import annotations

import json

import pytest
from lxml import html

from exports.migration import migrate
from exports.readers.read import read
from taxonomy.diff import diff_taxonomies
from taxonomy.foreign import load_dts
from taxonomy.migration import NO_RULES, draft_rules, parse_rules
from taxonomy.model import Taxonomy
from taxonomy.site import write_site
from tests.shared.conftest import SHARED
from tests.shared.test_real_taxonomies import CASES

# Arelle leaves zips open and lets the collector close them.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]


@pytest.fixture(scope="module")
def danish() -> Taxonomy:
    """Return the Danish taxonomy of 2016: nine prefixes, ten languages."""
    return load_dts(CASES["DBA"].reference).taxonomy


def test_a_taxonomy_of_others_did_not_change_from_itself(danish: Taxonomy) -> None:
    """Axes without default, concepts that stand in a group twice: none of it is a change."""
    assert diff_taxonomies(danish, danish).changes == ()


def test_every_concept_of_it_is_on_the_site(danish: Taxonomy) -> None:
    """All concepts, all languages."""
    core = json.loads(str(html.fromstring(write_site(danish)).xpath("string(//script[@id='core'])")))

    assert [item[1] for item in core["items"] if item[0] == "c"] == list(danish.concept_by_qname)
    assert {"en", "da", "de", "hi"} <= set(core["languages"])


@pytest.mark.parametrize(("filing", "facts"), [("and-co-2016.xml", 207), ("and-co-2017.xml", 208)])
def test_a_filing_moves_to_its_own_taxonomy_whole(danish: Taxonomy, filing: str, facts: int) -> None:
    """Its prefixes are others than the taxonomy's; every fact finds its concept, members and unit again."""
    report = read(SHARED / "data" / "filings" / "dk-and-co" / filing)

    done = migrate(report, danish, danish, NO_RULES)

    assert (len(done.moved), done.dropped, done.left) == (facts, (), ())
    assert [moved.before.value for moved in done.moved] == [moved.after.value for moved in done.moved]


def test_two_taxonomies_of_one_house_are_told_apart() -> None:
    """Banks against holdings, in Chinese and English: renames are few and said with why; the draft is a file of rules."""
    banks = load_dts(CASES["TIFRS banks"].reference).taxonomy
    holdings = load_dts(CASES["TIFRS holdings"].reference).taxonomy

    diff = diff_taxonomies(banks, holdings)

    renamed = {change.name: change for change in diff.changes if change.kind == "renamed"}
    certain = [change for change in renamed.values() if change.certain]
    assert 40 <= len(renamed) <= 80
    assert all(
        {"same_label", "same_definition"} & {why.code for why in change.evidence} for change in certain
    )
    settlement = renamed["tifrs-bsci-basi:AccountsReceivableForSettlements"]
    assert settlement.now == ("tifrs-bsci-fh:AccountsReceivableForSettlement",)
    # Gross and net are two things, however alike their labels.
    assert not renamed["tifrs-bsci-basi:FinancialAssetsAtCost"].certain
    rules = parse_rules(draft_rules(diff, banks, holdings).encode(), "rules.yaml", banks, holdings)
    assert set(rules.concepts) == {change.name for change in certain if change.thing == "concept"}
