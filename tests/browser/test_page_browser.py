"""The page in a real browser: what a person does with mouse and keys, and what they then see.

Needs Chromium and playwright; without them every test here is skipped, and says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tagger.ledger import Proof
from tests.browser.visiting import MISSING
from tests.page_example import HOSTILE, example, hostile_example

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.visiting import Visit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING), reason=f"THE PAGE IS NOT TESTED IN A BROWSER: {MISSING} is missing; install it"
    ),
]


def panel(page: Page) -> str:
    """Return what the panel says."""
    return page.locator("#view").inner_text()


def chosen(page: Page) -> list[str]:
    """Return the ids of the figures that are marked as chosen in the text."""
    return [node.get_attribute("id") or "" for node in page.locator("#paper a.chosen").all()]


def test_a_click_on_a_figure_tells_its_whole_story(visit: Visit) -> None:
    """Concept with label and definition, aspects, the words, the runners-up, checks and findings."""
    page = visit(example().bytes("en"))

    page.click("#r0003")

    told = panel(page)
    for said in (
        "1,200.50億元",
        "Deposits",
        "What customers have placed with the bank.",
        "hill:Deposits",
        "Customer type Personal customers",
        "at the end of 31 December 2024",
        "120,050,000,000",
        "renminbi yuan",
        "to the nearest 1,000,000",
        "97%",
        "The words that led there",
        "Runners-up",
        "Outlets",
        "Level, change and growth · agrees",
        "slack 0.05%",
        "Parts do not sum.",
    ):
        assert said in told
    assert chosen(page) == ["r0003"]
    assert page.url.endswith("#r0003")


def test_a_figure_that_is_no_fact_says_why(visit: Visit) -> None:
    """A reason is said in the reader's language: its sentence, or what its code means where there is no other."""
    page = visit(example().bytes("zh-Hans"))

    page.click("#r0002")

    assert "非事实" in panel(page)
    assert "年份 — 年份的数字" in panel(page)
    page.click("[data-language=en]")
    assert "Year — names a year" in panel(page)


def test_the_words_that_led_there_are_highlighted_in_the_text(visit: Visit) -> None:
    """The highlight covers exactly the words of the evidence, also behind a hidden break."""
    page = visit(example().bytes("en"), "#r0003")

    words = page.evaluate("[...CSS.highlights.get('evidence')].map(range => range.toString())")

    assert words == ["存款", "個人"]


def test_keys_lead_from_figure_to_figure_and_back(visit: Visit) -> None:
    """Tab reaches the text, letters and arrows move, Enter goes to the details, Esc comes back."""
    page = visit(example().bytes("en"))

    page.keyboard.press("n")
    page.keyboard.press("j")
    page.keyboard.press("ArrowRight")
    assert chosen(page) == ["r0003"]
    assert "What customers have placed with the bank." in panel(page)
    page.keyboard.press("p")
    assert chosen(page) == ["r0002"]
    page.keyboard.press("k")
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == ["r0008"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "figure-name"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "r0008"
    page.keyboard.press("Escape")
    assert chosen(page) == []


def test_tab_reaches_the_text_once_and_the_panel_next(visit: Visit) -> None:
    """Nobody has to press Tab through thousands of figures."""
    page = visit(example().bytes("en"))

    page.focus("#search")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "r0001"
    page.keyboard.press("Enter")
    assert chosen(page) == ["r0001"]
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.activeElement.role || document.activeElement.getAttribute('role')") == "tab"
    )


def test_letters_typed_into_the_search_are_no_commands(visit: Visit) -> None:
    """And the shortcuts can be switched off altogether."""
    page = visit(example().bytes("en"))

    page.keyboard.press("/")
    page.keyboard.type("npjk")
    assert page.input_value("#search") == "npjk"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""
    page.uncheck("#keys")
    page.keyboard.press("n")
    assert chosen(page) == []


def test_the_language_switch_changes_every_word_but_the_text(visit: Visit) -> None:
    """Labels, periods, the overview and the names of controls follow; the document stays as it is."""
    page = visit(example().bytes("en"), "#r0003")
    before = page.locator("#paper").inner_text()

    page.click("[data-language=zh-Hant]")
    assert "客戶存款" in panel(page)
    assert "2024年12月31日終了時" in panel(page)
    assert "人民幣元" in panel(page)
    assert "已交代的數位" in page.locator(".overview").inner_text()
    assert page.get_attribute("#search", "aria-label") == "搜尋數字"
    page.click("[data-language=zh-Hans]")
    assert "客户存款" in panel(page)
    assert page.get_attribute("html", "lang") == "zh-Hans"
    assert "26 / 26" in page.locator(".overview").inner_text()
    assert page.locator("#paper").inner_text() == before


def test_a_status_filter_leaves_its_figures_marked_alone(visit: Visit) -> None:
    """The list holds them, the keys step through them, and the same button lets all back in."""
    page = visit(example().bytes("en"))

    page.click(".filter.fact")
    assert page.locator("#paper a.f:not(.off)").count() == 4
    assert page.locator("#view .item").count() == 4
    page.keyboard.press("n")
    assert chosen(page) == ["r0003"]
    page.keyboard.press("p")
    assert chosen(page) == ["r0007"]
    page.click(".filter.fact")
    assert page.locator("#paper a.off").count() == 0


def test_a_reason_in_the_overview_filters_by_it(visit: Visit) -> None:
    """One click from the count to the figures."""
    page = visit(example().bytes("en"))

    page.click("[data-reason=year]")

    assert [node.get_attribute("id") for node in page.locator("#paper a.f:not(.off)").all()] == ["r0002"]


@pytest.mark.parametrize(
    "query", ["客户存款", "deposits\n", "120050000000", "120,050,000,000", "hill:Deposits\n"]
)
def test_the_search_finds_a_figure_by_whatever_is_known_of_it(visit: Visit, query: str) -> None:
    """Label in any language, value grouped or not, QName."""
    page = visit(example().bytes("zh-Hant"))

    page.fill("#search", query.strip())
    page.locator("#view .item a[href='#r0003']").click()

    assert chosen(page) == ["r0003"]


def test_a_deep_link_opens_its_figure(visit: Visit) -> None:
    """So that a message can point at a figure."""
    page = visit(example().bytes("en"), "#r0005")

    assert chosen(page) == ["r0005"]
    assert "Growth of deposits" in panel(page)
    assert "= 9.1%" in panel(page)
    page.evaluate("location.hash = '#r0007'")
    page.wait_for_selector("#r0007.chosen")
    assert "outlet" in panel(page)


def test_what_needs_a_person_is_listed_first_and_leads_to_the_figure(visit: Visit) -> None:
    """Contradictions before what is unresolved, each with the words around it and why."""
    page = visit(example().bytes("en"))

    items = page.locator("#view .item").all()

    assert ["1,201億元" in items[0].inner_text(), "12類" in items[1].inner_text()] == [True, True]
    assert "said before with another value" in items[0].inner_text()
    items[0].locator("a").click()
    assert chosen(page) == ["r0008"]


def test_a_fact_that_a_check_speaks_against_says_so_in_the_list(visit: Visit) -> None:
    """It is filed all the same, so nothing else would tell why it is listed."""
    given = example()
    against = Proof(
        "p0003", "parts_of_whole", ("r0003", "r0007"), "contradicts", text="a part exceeds the whole"
    )
    ledger = replace(given.ledger, proofs=(*given.ledger.proofs, against))
    page = visit(replace(given, ledger=ledger).bytes("en"))

    page.click("#tab-todo")

    assert "exceeds its whole 80家 by" in (
        page.locator("#view .item", has_text="1,200.50億元").first.text_content() or ""
    )


def test_the_least_sure_facts_can_be_looked_at_first(visit: Visit) -> None:
    """Whoever checks a filing begins where the tagger doubts."""
    given = example()
    rows = tuple(replace(row, confidence=0.6) if row.id == "r0007" else row for row in given.ledger.rows)
    page = visit(replace(given, ledger=replace(given.ledger, rows=rows)).bytes("en"))

    page.click("#tab-list")
    first = page.locator("#view .item").first
    assert "Number of a heading" in (first.text_content() or "")
    page.click("[data-order=sure]")
    page.wait_for_selector("[data-order=sure][aria-pressed=true]")
    assert "80家" in (first.text_content() or "")
    assert "60%" in (first.text_content() or "")
    page.click("[data-order=text]")
    page.wait_for_selector("[data-order=text][aria-pressed=true]")
    assert "Number of a heading" in (first.text_content() or "")


def test_rows_of_a_check_lead_to_each_other(visit: Visit) -> None:
    """From a level to the growth that bears it out."""
    page = visit(example().bytes("en"), "#r0003")

    page.click("#view .checks a[href='#r0005']")

    assert chosen(page) == ["r0005"]


def test_levels_are_drawn_with_their_history(visit: Visit) -> None:
    """Stated bars are full, derived ones hollow, each tells its date and value and leads to its figure."""
    page = visit(example().bytes("en"))

    page.click("#tab-levels")
    drawing = page.locator("#view svg")
    assert drawing.count() == 1
    assert "Deposits · Personal customers" in (drawing.locator("title").first.text_content() or "")
    assert "31 December 2023: 110,000,000,000 (derived)" in (drawing.locator("desc").text_content() or "")
    assert drawing.locator(".bar").count() == 2
    assert drawing.locator(".bar.derived").count() == 1
    drawing.locator("a").last.click()
    assert chosen(page) == ["r0003"]


def test_the_judgement_of_each_file_is_told(visit: Visit) -> None:
    """Valid, invalid and not validated are three different things."""
    page = visit(example().bytes("en"))

    page.click("#tab-filing")

    told = panel(page)
    for said in ("hill.xbrl", "invalid · 4 facts", "valid · 4 facts", "not validated", "Arelle is missing."):
        assert said in told
    assert "calc11e:example" in told


def test_hostile_text_does_not_run(visit: Visit) -> None:
    """Neither in the text nor in evidence, reason, finding or file name, in any part of the page."""
    page = visit(hostile_example().bytes("en"))

    for place in ("#tab-todo", "#tab-levels", "#tab-filing"):
        page.click(place)
    assert HOSTILE.split(">", 1)[0] in panel(page)
    page.click("#r0001")
    assert HOSTILE[:20] in panel(page)
    page.click("#r0002")
    assert HOSTILE[:20] in panel(page)
    assert page.locator("img").count() == 0
    assert page.title() == "hill-2024 · tagwright"


def test_highlights_count_code_points(visit: Visit) -> None:
    """A rare character before the words, two units in the browser, shifts nothing."""
    page = visit(hostile_example().bytes("en"), "#r0002")

    words = page.evaluate("[...CSS.highlights.get('evidence')].map(range => range.toString())")

    assert words == [HOSTILE, "字"]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_nothing_is_wider_than_the_window(visit: Visit, width: int, language: str) -> None:
    """On a telephone as on a desk the page scrolls one way only, with every part open."""
    page = visit(example().bytes(language), "#r0003", width=width)

    assert page.evaluate("[...document.querySelectorAll('.tile')].every(t => t.scrollWidth <= t.clientWidth)")
    for tab in ("figure", "todo", "list", "levels", "filing"):
        page.click(f"#tab-{tab}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(
            "document.getElementById('view').scrollWidth <= document.getElementById('view').clientWidth"
        )


def test_a_tapped_figure_is_not_hidden_by_its_own_details(visit: Visit) -> None:
    """The sheet that opens covers the lower part of a telephone, where the finger was."""
    page = visit(example().bytes("en"), width=390, height=700)
    page.evaluate("scrollTo(0, document.querySelector('#r0008').getBoundingClientRect().top - 560)")
    page.wait_for_timeout(200)
    before = page.locator("#r0008").bounding_box()
    assert before
    assert before["y"] > 400

    page.locator("#r0008").click()
    page.wait_for_timeout(600)

    figure, sheet = page.locator("#r0008").bounding_box(), page.locator("#panel").bounding_box()
    assert figure
    assert sheet
    assert figure["y"] + figure["height"] <= sheet["y"]


def test_a_small_screen_keeps_the_chosen_figure_in_sight(visit: Visit) -> None:
    """The details cover the lower part; the figure stays above them, and a button closes them."""
    page = visit(example().bytes("en"), "#r0008", width=390, height=844)
    page.wait_for_timeout(600)

    figure, sheet = page.locator("#r0008").bounding_box(), page.locator("#panel").bounding_box()

    assert figure
    assert sheet
    assert figure["y"] + figure["height"] <= sheet["y"]
    page.click("#close")
    assert not page.locator("#view").is_visible()


CONTRAST = """() => {
  const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(node).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
  };
  const bad = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.checkVisibility() || node.closest(".quiet, .skip, script, style, svg")) continue;
    const both = [light(parse(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    if (ratio < 4.5) bad.push(`${node.className} ${node.textContent.slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return bad;
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_word_stands_out_enough_from_its_ground(visit: Visit, dark: bool) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), with every part open, filtered or not."""
    page = visit(example().bytes("en"), "#r0003", dark=dark)

    found = page.evaluate(CONTRAST)
    page.click(".filter.unresolved")
    for tab in ("todo", "list", "filing"):
        page.click(f"#tab-{tab}")
        found += page.evaluate(CONTRAST)

    assert found == []


def test_on_paper_the_open_points_levels_and_files_follow_the_text(visit: Visit) -> None:
    """Nobody can press a tab on paper."""
    page = visit(example().bytes("en"), "#r0003")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = panel(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert all(said in printed for said in ("1,201億元", "Deposits · Personal customers", "hill.json"))
    assert "What customers have placed with the bank." in panel(page)
