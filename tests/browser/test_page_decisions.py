"""Deciding on the page: what a person chooses there is a file that `tagwright tag --decisions` reads.

Needs Chromium and playwright; without them every test here is skipped, and says so.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tagwright
from exports.page import write_page
from tagger.decisions.applied import apply_decisions
from tagger.decisions.file import Decisions, load_decisions
from tagger.decisions.reproof import prove_rows
from tagger.ledger import Ledger, Reason, Row
from tests.browser.test_page_browser import CONTRAST
from tests.browser.visiting import MISSING
from tests.page_example import HOSTILE, PROFILE, TAXONOMY, example, hostile_example

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from taxonomy.errors import Finding
    from tests.browser.visiting import Visit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING), reason=f"THE PAGE IS NOT TESTED IN A BROWSER: {MISSING} is missing; install it"
    ),
]
SAMPLE = Path(__file__).parents[2] / "samples" / "river-bank"


def downloaded(page: Page, folder: Path) -> Path:
    """Return the file that the page gives."""
    page.click("#tab-decisions")
    with page.expect_download() as download:
        page.click("[data-act=download]")
    assert download.value.suggested_filename == "decisions.yaml"
    file = folder / "decisions.yaml"
    download.value.save_as(file)
    return file


def applied(file: Path) -> tuple[Ledger, tuple[Finding, ...]]:
    """Apply a file to the small report."""
    made = example()
    return apply_decisions(made.ledger, load_decisions(file, TAXONOMY), made.document, TAXONOMY, PROFILE)


def row_of(ledger: Ledger, name: str) -> Row:
    """Return a row by its id."""
    return next(row for row in ledger.rows if row.id == name)


def choose(page: Page, name: str) -> None:
    """Choose a figure."""
    page.evaluate(f"location.hash = '#{name}'")
    page.wait_for_selector(f"#{name}.chosen")


def test_what_is_chosen_on_the_page_changes_the_rows_of_the_next_run(visit: Visit, tmp_path: Path) -> None:
    """Accept, no fact with a reason, another concept with a member and a period: downloaded, read, applied."""
    page = visit(example().bytes("en"), "#r0003")

    page.click("[data-act=accept]")
    choose(page, "r0005")
    page.click("[data-act=none]")
    page.select_option("#decide-code", "product_name")
    page.fill("[data-field=note]", 'names a plan: "1+5", #1 \\ 計劃')
    page.click("[data-act=save]")
    choose(page, "r0008")
    page.click("[data-act=fact]")
    page.fill("#decide-search", "客户存款")
    page.click("#decide-found [data-concept='hill:Deposits']")
    page.select_option("select[data-axis='hill:CustomerAxis']", "hill:PersonalMember")
    page.fill("[data-field=period]", "2024-12-31")
    page.click("[data-act=save]")
    ledger, findings = applied(downloaded(page, tmp_path))

    assert findings == ()
    assert [item.text for item in row_of(ledger, "r0003").evidence][-1] == "accepted as printed"
    assert row_of(ledger, "r0005").reason == Reason("product_name", 'names a plan: "1+5", #1 \\ 計劃')
    assert row_of(ledger, "r0008").fact == row_of(ledger, "r0003").fact is not None
    assert row_of(ledger, "r0008").dimensions == (("hill:CustomerAxis", "hill:PersonalMember"),)


def test_a_figure_passed_over_can_be_given_a_concept(visit: Visit, tmp_path: Path) -> None:
    """A count without a concept, and a number that was taken for a heading's."""
    page = visit(example().bytes("zh-Hant"), "#r0001")

    page.click("[data-act=fact]")
    page.fill("#decide-search", "hill:outlets")
    page.click("#decide-found [data-concept='hill:Outlets']")
    page.click("[data-act=save]")
    assert "請填寫此概念所需的期間" in page.locator(".problem").inner_text()
    page.fill("[data-field=period]", "2023-12-31")
    page.click("[data-act=save]")
    row = row_of(applied(downloaded(page, tmp_path))[0], "r0001")

    assert (row.status, row.concept, row.value, row.unit) == ("fact", "hill:Outlets", "1", "outlet")


def test_only_what_the_taxonomy_allows_is_offered(visit: Visit) -> None:
    """A percentage finds no amount of money; a concept offers the axes of its hypercubes, less defaults."""
    page = visit(example().bytes("en"), "#r0005")

    page.click("[data-act=fact]")
    assert page.locator("select[data-axis] option").all_inner_texts() == ["– none –", "Personal customers"]
    page.fill("#decide-search", "deposits")
    assert page.locator("#decide-found code").all_inner_texts() == ["hill:GrowthRateOfDeposits"]
    page.keyboard.press("Escape")
    choose(page, "r0007")
    page.click("[data-act=fact]")
    assert page.locator("select[data-axis]").count() == 0


def test_decisions_are_marked_listed_and_taken_back(visit: Visit) -> None:
    """In the text, on the tabs, in the list; taking one back leaves nothing of it."""
    page = visit(example().bytes("en"), "#r0006")

    assert page.locator("[data-act=accept]").count() == 0
    page.click("[data-act=none]")
    page.click("[data-act=save]")
    assert page.locator("#r0006.decided").count() == 1
    assert page.locator("#decided-count").inner_text() == "1"
    assert page.locator("#todo-count").inner_text() == "1"
    page.click("#tab-todo")
    assert page.locator("#view > .items .item").count() == 1
    assert page.locator("#view section .item").count() == 1
    assert "1 of 2 left to do" in page.locator("#view").inner_text()
    page.click("#tab-decisions")
    assert "12類" in page.locator("#view").inner_text()
    page.click("[data-act=undo]")
    assert page.locator(".decided").count() == 0
    assert page.locator("#decided-count").inner_text() == ""
    assert page.locator("[data-act=download]").is_disabled()


def test_decisions_outlive_the_window(visit: Visit) -> None:
    """A page that is loaded again still knows them."""
    page = visit(example().bytes("en"), "#r0003")

    page.click("[data-act=accept]")
    page.reload()

    assert page.locator("#r0003.decided").count() == 1


def test_decisions_of_the_run_before_are_taken_over(visit: Visit, tmp_path: Path) -> None:
    """The next file holds them all, what no figure bears any longer too, so that no work is lost."""
    before = tmp_path / "before.yaml"
    before.write_text(
        "decisions:\n"
        "  - {sentence: 'A sentence that is gone, with 5 outlets.', figure: '5', not_a_fact: {text: gone}}\n"
        "  - {sentence: '個人存款餘額為1,201億元。', figure: '1,201億元', not_a_fact: {text: a misprint}, note: x}\n",
        encoding="utf-8",
    )
    said = load_decisions(before, TAXONOMY)
    made = example()
    ledger, findings = apply_decisions(made.ledger, said, made.document, TAXONOMY, PROFILE)
    page = visit(write_page(ledger, made.document, TAXONOMY, PROFILE, findings, (), "en", said), "#r0003")

    page.click("[data-act=accept]")
    page.click("#tab-decisions")
    told = page.locator("#view").inner_text()
    after = load_decisions(downloaded(page, tmp_path), TAXONOMY)

    assert "No figure of the text bears this decision any longer." in told
    assert [(item.figure, item.accept, item.not_a_fact and item.not_a_fact.text) for item in after.items] == [
        ("1,200.50億元", True, None),
        ("1,201億元", False, "a misprint"),
        ("5", False, "gone"),
    ]
    page.click("#tab-filing")
    assert "tagwright:decisions.no-match" in page.locator("#view").inner_text()


def test_hostile_sentences_survive_the_file(visit: Visit, tmp_path: Path) -> None:
    """Quotes, markup and line separators of the document come back from the YAML as they were."""
    page = visit(hostile_example().bytes("en"), "#r0001")

    page.click("[data-act=none]")
    page.fill("[data-field=note]", HOSTILE)
    page.click("[data-act=save]")
    made = hostile_example()
    said = load_decisions(downloaded(page, tmp_path), TAXONOMY)
    ledger, findings = apply_decisions(made.ledger, said, made.document, TAXONOMY, PROFILE)

    assert findings == ()
    assert row_of(ledger, "r0001").status == "not_a_fact"
    assert page.title() == "hill-2024 · tagwright"


def test_a_report_is_decided_and_tagged_again(visit: Visit, tmp_path: Path) -> None:
    """The whole way with a shipped sample and the shipped taxonomy."""

    def tag(decisions: Path | None = None) -> tagwright.Tagged:
        return tagwright.tag(
            SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2024H1",
            decisions=decisions,
        )  # fmt: skip

    before = tag()
    page = visit(
        write_page(before.ledger, before.document, before.taxonomy, before.profile, (), (), "zh-Hant")
    )
    unresolved = before.rows("unresolved")[0]
    choose(page, unresolved.id)
    page.click("[data-act=none]")
    page.click("[data-act=save]")
    fact = before.rows("fact")[3]
    choose(page, fact.id)
    page.click("[data-act=fact]")
    page.click(".candidate")
    page.click("[data-act=save]")
    after = tag(downloaded(page, tmp_path))
    changed = {row.id for row, old in zip(after.ledger.rows, before.ledger.rows, strict=True) if row != old}

    assert (len(after.decisions.items), after.findings) == (2, ())
    assert changed == {unresolved.id, fact.id}
    assert row_of(after.ledger, fact.id).concept == fact.concept
    assert row_of(after.ledger, fact.id).dimensions == fact.dimensions


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_controls_fit_the_window(visit: Visit, width: int, language: str) -> None:
    """On a telephone as on a desk, with every form open."""
    page = visit(example().bytes(language), "#r0003", width=width)

    for steps in (
        ["[data-act=accept]"],
        ["[data-act=none]"],
        ["[data-act=cancel]", "[data-act=fact]"],
        ["#tab-decisions"],
    ):
        for step in steps:
            page.click(step)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(
            "document.getElementById('view').scrollWidth <= document.getElementById('view').clientWidth"
        )


def test_the_keyboard_alone_is_enough(visit: Visit, tmp_path: Path) -> None:
    """From the figure to the saved decision without a mouse; the focus never gets lost."""
    page = visit(example().bytes("en"), "#r0006")

    page.focus("[data-act=none]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "decide-code"
    page.keyboard.press("Tab")
    page.keyboard.type("njk/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "figure-name"

    said: Decisions = load_decisions(downloaded(page, tmp_path), TAXONOMY)
    assert said.items[0].not_a_fact == Reason("decided", "njk/")


def test_all_figures_of_a_contradiction_are_accepted_at_once(visit: Visit, tmp_path: Path) -> None:
    """A level, its change and its growth that do not fit: one button, and all three are filed as printed."""
    made = example()
    misprint = tuple(replace(row, value="0.191") if row.id == "r0005" else row for row in made.ledger.rows)
    rows, proofs = prove_rows(misprint, TAXONOMY)
    ledger = replace(made.ledger, rows=rows, proofs=proofs)
    page = visit(write_page(ledger, made.document, TAXONOMY, PROFILE, (), (), "en"), "#r0003")

    page.click("[data-act=accept_all]")
    said = load_decisions(downloaded(page, tmp_path), TAXONOMY)
    after, findings = apply_decisions(ledger, said, made.document, TAXONOMY, PROFILE)

    assert row_of(ledger, "r0003").status == "unresolved"
    assert [row_of(after, name).status for name in ("r0003", "r0004", "r0005")] == ["fact"] * 3
    assert (findings, [proof.outcome for proof in after.proofs]) == ((), ["not_decided"])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_controls_stand_out_enough(visit: Visit, dark: bool) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3) of forms, candidates and the list."""
    page = visit(example().bytes("en"), "#r0003", dark=dark)

    page.click("[data-act=accept]")
    page.click("[data-act=fact]")
    page.fill("#decide-search", "deposits")
    found = page.evaluate(CONTRAST)
    page.fill("[data-field=period]", "2024")
    page.click("[data-act=save]")
    found += page.evaluate(CONTRAST)
    page.click("#tab-decisions")

    assert found + page.evaluate(CONTRAST) == []
