"""The site of a taxonomy in a real browser: what a person does with mouse, keys and addresses, and then sees.

Needs Chromium and playwright; without them every test here is skipped, and says so.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from taxonomy.diff import diff_taxonomies
from taxonomy.load import load_taxonomy
from taxonomy.model import Label
from taxonomy.site import write_site
from tests.browser.visiting import MISSING
from tests.foreign_example import zipped
from tests.test_taxonomy_site import HOSTILE, NEW, OLD, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.visiting import Visit

pytestmark = [
    pytest.mark.slow,
    # Arelle leaves zips open and lets the collector close them.
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.skipif(
        bool(MISSING), reason=f"THE SITE IS NOT TESTED IN A BROWSER: {MISSING} is missing; install it"
    ),
]

RICH = Path(__file__).parent.parent / "data" / "all-keys.yaml"


def shop() -> bytes:
    """Return the site of the chain of shops, with what changed."""
    old, new = load_taxonomy(str(OLD)), load_taxonomy(str(NEW))
    return write_site(new, old, diff_taxonomies(old, new))


def rows(page: Page) -> list[str]:
    """Return the labels of the rows in sight."""
    return page.locator("#tree .row .label").all_inner_texts()


def told(page: Page) -> str:
    """Return what is told of the element."""
    return page.locator("#detail").inner_text()


def test_the_tree_by_presentation_opens_with_the_page(visit: Visit) -> None:
    """Groups with their concepts; variants stand below their concept when it is opened."""
    page = visit(shop())

    assert rows(page)[:3] == ["Sales", "Sales", "Return rate"]
    page.click("#tree .row:nth-child(2) .fold")

    assert rows(page)[2] == "Increase (decrease) in sales"


def test_a_concept_tells_all_that_is_known_of_it(visit: Visit) -> None:
    """Labels in three languages, definition, traits, terms, references, every place where it is used, changes."""
    page = visit(shop(), "#shop:Sales")

    said = told(page)
    for piece in (
        "Sales",
        "銷售",
        "销售",
        "shop:Sales",
        "monetary",
        "over a period",
        "credit",
        "What customers paid for goods in the period, taxes left out.",
        "Region, Kind of goods",
        "Sales channel",
        "Gross profit = Sales − Cost of goods sold − Delivery cost",
        "Its parts by Region add up to it.",
        "Growth rate of sales",
        "turnover",
        "IASB IFRS 15 Paragraph 114",
        "Changes since 2024-12-31",
        "concept renamed",
        "shop:Turnover → Sales",
        "the same definition (en)",
    ):
        assert piece in said


def test_search_finds_in_every_language_and_in_terms(visit: Visit) -> None:
    """Chinese finds what is shown in English; a term finds its concept; the best comes first."""
    page = visit(shop())

    for query, expected in (("毛利", "Gross profit"), ("门店员工", "Staff"), ("cost of sales", "Cost of goods sold"),
                            ("FoodMember", "Food"), ("twelve months", "Loyalty members")):  # fmt: skip
        page.fill("#search", query)
        assert rows(page)[0] == expected

    page.fill("#search", "no such thing")
    assert page.inner_text("#count") == "Nothing found. Fewer or shorter words find more."


def test_everything_works_with_keys(visit: Visit) -> None:
    """Slash, type, down, enter shows it; escape leads back; arrows open, close and move in the tree."""
    page = visit(shop())

    page.keyboard.press("/")
    page.keyboard.type("return")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.url.endswith("#shop:ReturnRate")
    assert page.evaluate("document.activeElement.id") == "name"

    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "tree"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.focus("#tree")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert rows(page)[:2] == ["Sales", "Shops and people"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.url.endswith("#shop:Sales")


def test_an_address_leads_to_its_element_and_back_leads_back(visit: Visit) -> None:
    """A link in the detail is an address of its own; what is gone has one too."""
    page = visit(shop(), "#shop:Complaints")
    assert "No longer in this version" in told(page)
    assert "Facts of it have no place any more." in told(page)

    page.goto(page.url.partition("#")[0] + "#shop:GrossProfit")
    page.click("#detail a:text-is('Delivery cost')")
    assert page.url.endswith("#shop:DeliveryCost")
    page.go_back()
    assert page.inner_text("#name") == "Gross profit"
    for nowhere in (
        "nowhere:Nothing",
        "%E0%A4%A",
        "group/constructor",
        "group/99",
        "change/length",
        "cube/",
        "/",
    ):
        page.goto(f"{page.url.partition('#')[0]}#{nowhere}")
        assert page.inner_text("#name") == "Retail chain disclosures"


def test_hypercubes_show_their_axes_and_concepts(visit: Visit) -> None:
    """A hypercube opens to axes, which open to members, and to concepts."""
    page = visit(shop())

    page.click("#tab-cubes")
    assert rows(page) == ["Sales", "Channels", "Returns", "Places", "Rest"]
    page.click("#tree .row:nth-child(1) .fold")
    assert rows(page)[1:5] == ["Region", "Kind of goods", "Sales", "Cost of goods sold"]
    page.click("#tree .row:nth-child(3) .fold")
    assert rows(page)[3:6] == ["All goods", "Food", "Clothes"]


def test_what_changed_is_a_tree_of_its_own(visit: Visit) -> None:
    """Breaking first; a change tells why."""
    page = visit(shop())

    page.click("#tab-changes")
    assert rows(page)[:3] == ["Breaking", "Complaints — removed", "West — removed"]
    page.click("#tree .row .label:text-is('Food sales — now by a dimension')")

    assert "shop:FoodTurnover → Sales, Kind of goods, Food" in told(page)
    assert "a rule moves them" in told(page)


def test_the_interface_speaks_three_languages(visit: Visit) -> None:
    """Words and labels change together; changes are told in that language, too."""
    page = visit(shop(), "#shop:Sales")

    page.click("[data-language='zh-Hans']")
    assert page.inner_text("#name") == "销售"
    assert "概念 更名" in told(page)
    assert page.inner_text("#tab-cubes") == "超立方体"

    page.click("[data-language='zh-Hant']")
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    assert page.title() == "連鎖零售披露"


def test_a_richer_taxonomy_shows_what_it_says(visit: Visit) -> None:
    """Typed axes, enumerations with their values, deprecation with the successor and the reason."""
    page = visit(write_site(load_taxonomy(str(RICH))), "#rail:StationAxis")
    assert "Its values are written by the filer, as text." in told(page)
    assert "Not to be used from 2026-01-01 on." in told(page)
    assert "Reported by line." in told(page)

    page.click("#detail .notice a")
    assert page.url.endswith("#rail:LineAxis")
    page.goto(page.url.partition("#")[0] + "#rail:AuditorsOpinion")
    assert "one of a list" in told(page)
    assert "Opinions of an auditor" in told(page)


def test_what_hypercubes_of_others_limit_is_shown(visit: Visit) -> None:
    """Some members of an axis only, what is forbidden, a role's address in place of a label."""
    taxonomy = load_taxonomy(str(NEW))
    first, second, *others = taxonomy.hypercubes
    limited = replace(first, members=(("shop:RegionAxis", ("shop:NorthMember",)),), closed=False)
    group = replace(taxonomy.groups[0], labels=(Label("en", "http://example.org/role/BalanceSheet"),))
    page = visit(
        write_site(
            replace(
                taxonomy,
                hypercubes=(limited, replace(second, excludes=True), *others),
                groups=(group, *taxonomy.groups[1:]),
            )
        ),
        "#cube/Sales",
    )

    assert "Region:\nNorth" in told(page)
    assert "Other axes are allowed as well." in told(page)
    assert rows(page)[0] == "BalanceSheet"
    page.goto(page.url.partition("#")[0] + "#cube/Channels")
    assert "What it describes is forbidden." in told(page)


def test_hostile_labels_stay_text(visit: Visit) -> None:
    """Nothing runs, nothing is loaded; the label is shown as it is, in the tree, the detail and the search."""
    page = visit(write_site(hostile(load_taxonomy(str(NEW)))), "#shop:Sales")

    assert page.inner_text("#name") == HOSTILE
    assert rows(page)[0] == HOSTILE
    page.fill("#search", "<script>")
    assert page.locator("#tree mark").first.inner_text() == "<script>"
    assert page.locator("script").count() == 3


def test_a_phone_shows_the_list_or_the_element(visit: Visit) -> None:
    """No sideways scrolling; choosing shows the element, back the list; rows are large enough for a finger."""
    page = visit(shop(), width=390, height=780)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#tree .row").first.bounding_box()["height"] >= 44  # type: ignore[index]
    page.click("#tree .row .label:text-is('Return rate')")
    assert not page.is_visible("#tree")
    assert page.inner_text("#name") == "Return rate"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.click("#back")
    assert page.is_visible("#tree")
    page.click("#tree .row .label:text-is('Return rate')")
    page.fill("#search", "gross")
    assert rows(page) == ["Gross profit"]


def test_a_tree_keeps_few_nodes_however_long_it_is(visit: Visit) -> None:
    """All of the bank taxonomy opened: only rows in sight are in the document, and the last can be reached."""
    page = visit(write_site(load_taxonomy("bank-disclosure")))

    page.click("#expand")
    assert page.locator("#tree .row").count() < 60
    page.focus("#tree")
    page.keyboard.press("End")
    page.wait_for_timeout(100)
    assert page.locator("#tree .row.current").count() == 1


def test_a_bound_on_one_side_is_told_as_one(visit: Visit) -> None:
    """What has no upper bound is never said to have one."""
    page = visit(write_site(load_taxonomy("bank-disclosure")), "#bank:OperatingExpenses")

    assert "Its values are never below 0." in told(page)
    page.click("[data-language='zh-Hant']")
    assert "其值不低於 0。" in told(page)


def test_formulas_and_tables_are_told(visit: Visit, tmp_path: Path) -> None:
    """A tab of their own; a formula says what it tests, and each concept which formulas speak of it."""
    taxonomy = load_taxonomy(f"{zipped(tmp_path / 'canal.zip')}#all.xsd")
    page = visit(write_site(taxonomy), "#canal:TollsOnBarges")
    assert "tollsOnBargesAreTolls: Barges paid {barges}" in told(page)

    page.click("#detail a[href='#formula/0']")
    assert "$barges le $tolls" in told(page)
    assert "value assertion" in told(page)
    page.click("#tab-formulas")
    assert rows(page) == ["tollsOnBargesAreTolls", "Tables"]
    page.click("#tree .row:nth-child(2) .fold")
    page.click("#tree .row:nth-child(3) .label")
    assert "Tolls by boat" in told(page)
    page.click("[data-language='zh-Hant']")
    assert rows(page)[2] == "按船隻劃分的通行費"
    page.goto(page.url.partition("#")[0] + "#formula/0")
    assert "駁船通行費 {barges} 高於全部通行費 {tolls}。" in told(page)


def test_our_own_formulas_are_told_too(visit: Visit) -> None:
    """Those that are made from variants and relations."""
    page = visit(write_site(load_taxonomy("bank-disclosure")), "#formula/0")

    assert "difference.instant" in told(page)
    assert "less {before} before is {level - before}" in told(page)
