"""Tables as annual reports print them: heads broken over lines, amounts in brackets by column, totals without a name."""

from __future__ import annotations

import pytest

from tagger.profile import Profile
from tagger.tables.wordings import wordings
from tagger.words.folding import fold
from tagger.words.language import load_language
from tests.tagging_example import facts_with, taxonomy_in_data
from tests.test_tables_tagged import facts_of
from tests.test_text_tables import grid

_PROFILE = Profile("Hill Bank", "http://example.org/scheme", "H1", "USD", aliases=())


def risks_of(text: str, period: str = "2025") -> list[str]:
    """Return the facts of a text about risk as concept, members, period and value."""
    return facts_with(taxonomy_in_data("market-risk"), _PROFILE, text, period)


_EXPOSURES = (
    "                                                 31 Dec 2025                              31 Dec 2024\n"
    "                                             Gross/           Provision            Gross/          Provision\n"
    "                                 notional exposure               for CL  notional exposure            for CL\n"
    "                                           US$ 000              US$ 000           US$ 000            US$ 000\n"
    "Placements with banks held to collect    4,210,663              (1,204)         3,998,120             (1,377)\n"
    "Treasury bills held to collect             812,040                 (96)           790,512               (104)\n"
    "Total gross exposure, held to collect    5,022,703              (1,300)         4,788,632             (1,481)\n"
)


def test_heads_that_lines_break_say_what_the_label_says() -> None:
    """Gross/ above notional exposure is Gross or notional exposure, Provision above for CL the CL provision."""
    found = risks_of(_EXPOSURES)

    assert found[:4] == [
        "GrossExposure BankPlacements 2025-12-31 4210663000",
        "LossProvision BankPlacements 2025-12-31 1204000",
        "GrossExposure BankPlacements 2024-12-31 3998120000",
        "LossProvision BankPlacements 2024-12-31 1377000",
    ]


def test_a_column_of_credits_in_brackets_is_subtracted() -> None:
    """Brackets about all provisions beside assets that stand bare say that they are subtracted; one that is bare is not told."""
    bare = _EXPOSURES.replace("                 (96) ", "                  96  ")
    provisions = [fact.split(" ")[-1] for fact in risks_of(_EXPOSURES) if "Provision" in fact]

    assert provisions == ["1204000", "1377000", "96000", "104000", "1300000", "1481000"]
    assert "1204000" not in [fact.split(" ")[-1] for fact in risks_of(bare)]


_SHORTFALL = (
    "Expected shortfall by kind of risk for trading positions\n"
    "                                   Equity     Foreign\n"
    "                                    price  currency (FC)       Total\n"
    "                                  US$ 000        US$ 000     US$ 000\n"
    "At 31 Dec 20251                     1,340          2,118       3,060\n"
    "Average                             1,502          2,440       3,377\n"
    "Highest                             4,018          6,903       8,114\n"
    "\n"
    "At 31 Dec 2024                      1,288          2,005       2,871\n"
    "Average                             1,377          2,391       3,204\n"
    "Highest                             3,950          6,440       7,802\n"
)


def test_rows_are_of_the_year_to_the_day_above_them() -> None:
    """The second Average is of the year before; the title gives the book, of what is measured over time too."""
    found = risks_of(_SHORTFALL)

    assert len(found) == 18
    assert found[1] == "ExpectedShortfall TradingBook+CurrencyRisk 2025-12-31 2118000"
    assert found[2] == "ExpectedShortfall TradingBook 2025-12-31 3060000"
    assert found[4] == "AverageExpectedShortfall TradingBook+CurrencyRisk 2025-01-01/2025-12-31 2440000"
    assert found[12] == "AverageExpectedShortfall TradingBook+EquityRisk 2024-01-01/2024-12-31 1377000"


def test_a_footnote_stuck_to_a_year_is_no_digit_of_it() -> None:
    """31 Dec 20241 is the end of 2024 with a footnote, in the rows of the year before too."""
    marked = _SHORTFALL.replace("31 Dec 20251", "31 Dec 2025 ").replace("31 Dec 2024 ", "31 Dec 20243")

    assert risks_of(marked) == risks_of(_SHORTFALL)


@pytest.mark.parametrize(
    ("opening", "average", "closing", "title"),
    [
        ("2025年12月31日", "平均", "2024年12月31日", "預期虧損"),
        ("2025年12月31日", "平均", "2024年12月31日", "预期亏损"),
    ],
)
def test_days_in_rows_of_chinese_tables(opening: str, average: str, closing: str, title: str) -> None:
    """The same in Chinese."""
    text = (
        f"{title}（百萬美元）\n\n| 項目 | 合計 |\n|---|---|\n"
        f"| {opening} | 3,060 |\n| {average} | 3,377 |\n| {closing} | 2,871 |\n| {average} | 3,204 |\n"
    )

    found = [fact.split(" ")[2] for fact in risks_of(text) if "Average" in fact]

    assert found == ["2025-01-01/2025-12-31", "2024-01-01/2024-12-31"]


def test_between_an_opening_and_a_closing_day_rows_have_no_day() -> None:
    """What stands between two days that run on leads from one to the other."""
    text = (
        "                              HK$ million\n"
        "At 31 December 2024                 4,118\n"
        "Impairment charges                    204\n"
        "At 31 December 2025                 4,322\n"
    )

    assert [fact for fact in facts_of(text) if "Charges" in fact] == [
        "ImpairmentCharges 2025-01-01/2025-12-31 204000000"
    ]


_PARTS = (
    "7    CUSTOMER DEPOSITS                           2025         2024\n"
    "                                              ---- (HK$ million) ----\n"
    "     Hong Kong\n"
    "       Individuals                            12,040       11,377\n"
    "       Corporates                              8,204        7,951\n"
    "                                              20,244       19,328\n"
    "     Singapore\n"
    "       Individuals                             2,118        2,005\n"
    "       Corporates                              1,040          912\n"
    "                                               3,158        2,917\n"
    "\n"
    "                                              23,402       22,245\n"
)


def test_totals_without_a_name_are_of_what_their_parts_are_of() -> None:
    """A sum of a section is the section's, a sum of sums the whole's."""
    found = [fact for fact in facts_of(_PARTS) if "2025" in fact]

    assert found[2] == "Deposits HongKong 2025-12-31 20244000000"
    assert found[5:] == ["Deposits Singapore 2025-12-31 3158000000", "Deposits 2025-12-31 23402000000"]


def test_a_row_without_a_name_that_is_no_sum_stays_open() -> None:
    """One column that does not add up is enough."""
    text = _PARTS.replace("20,244       19,328", "20,244       19,338")

    assert not any("20244" in fact or "19338" in fact or "23402" in fact for fact in facts_of(text))


def test_a_first_line_of_a_heading_is_of_its_column_alone() -> None:
    """Memo above provision stands over the second of two columns, and ends where the lines below it end."""
    text = (
        "                                    Memo                        Memo\n"
        "                               provision                   provision\n"
        "                Fair value        for CL    Fair value        for CL\n"
        "                      US$m          US$m          US$m          US$m\n"
        "Treasury bills       6,204           (11)        5,980           (13)\n"
        "Placements           1,377            (2)        1,204            (3)\n"
    )
    cells = grid(text)

    assert cells["6,204"][1] == ["US$m", "Fair value"]
    assert cells["(11)"][1] == ["US$m", "for CL", "provision", "Memo"]


@pytest.mark.parametrize(
    ("tag", "said", "label"),
    [
        ("en", "provision for losses", "losses provision"),
        ("en", "gross/notional amount", "gross or notional amount"),
        ("en", "mark-up / return / interest earned", "mark-up return and interest earned"),
        ("en", "debt measured at fair value through income ('fvti')", "debt at fair value through income"),
        ("en", "bonds at amortised costs", "bonds at amortised cost"),
        ("zh-Hant", "總額/名義金額", "總額及名義金額"),
        ("zh-Hant", "按公平值計量的資產", "按公平值計量資產"),
        ("zh-Hans", "总额/名义金额", "总额和名义金额"),
        ("zh-Hans", "按公允价值计量的资产", "按公允价值计量资产"),
    ],
)
def test_other_ways_to_write_a_label(tag: str, said: str, label: str) -> None:
    """Each may be looked up as a whole label."""
    assert fold(label) in list(wordings(fold(said), load_language(tag)))


def test_a_bracket_that_shortens_nothing_stays() -> None:
    """(net) is no abbreviation of deposits."""
    assert "deposits" not in list(wordings("deposits (net)", load_language("en")))


def test_rules_over_and_under_totals_part_no_table() -> None:
    """Lines of nothing but dashes rule columns; the rows below them stand under the same headings."""
    text = (
        "                                             2025         2024\n"
        "                                      HK$ million  HK$ million\n"
        "\n"
        "Net interest income                         9,204        8,811\n"
        "Operating expenses                         (4,204)      (4,118)\n"
        "                                           ------       ------\n"
        "Profit before tax                           5,000        4,693\n"
        "                                           ======       ======\n"
        "\n"
        "Net profit                                  4,101        3,877\n"
        "                                      ___________  ___________\n"
    )

    assert facts_of(text)[-4:] == [
        "ProfitBeforeTax 2025-01-01/2025-12-31 5000000000",
        "ProfitBeforeTax 2024-01-01/2024-12-31 4693000000",
        "NetProfit 2025-01-01/2025-12-31 4101000000",
        "NetProfit 2024-01-01/2024-12-31 3877000000",
    ]


@pytest.mark.parametrize(
    ("group", "alone", "unit"),
    [("Group ", "Bank ", "RM'000"), ("本集團", "本銀行", "千元"), ("本集团", "母公司", "千元")],
    ids=["en", "zh-Hant", "zh-Hans"],
)
def test_beside_the_group_its_head_alone_is_another(group: str, alone: str, unit: str) -> None:
    """Of two groups of columns the group's are the entity's; without the group's nothing is said."""
    name = "Total assets" if group == "Group " else "資產總額    " if "銀" in alone else "资产总额    "
    both = (
        f"                        {group}                    {alone}\n"
        f"                  2025        2024        2025        2024\n"
        f"                {unit:>6}      {unit:>6}      {unit:>6}      {unit:>6}\n"
        f"{name}   918,204     880,117     801,447     790,332\n"
    )

    assert [fact.rpartition(" ")[2] for fact in facts_of(both, currency="MYR")] == ["918204000", "880117000"]


def test_totals_at_the_foot_of_sections_by_another_cut() -> None:
    """By segment and by region: each section's total without a name is the whole."""
    text = (
        "5.   LOANS AND ADVANCES TO CUSTOMERS\n"
        "\n"
        "                                              As at            As at\n"
        "                                       30 June 2025      31 Dec 2024\n"
        "                                             (HK$m)           (HK$m)\n"
        "     By segment\n"
        "     - Retail banking                       120,418          115,337\n"
        "     - Wholesale banking                     88,204           86,951\n"
        "                                            208,622          202,288\n"
        "     By region\n"
        "     - Hong Kong                            150,418          145,337\n"
        "     - Mainland China                        58,204           56,951\n"
        "                                            208,622          202,288\n"
    )

    assert facts_of(text, "2025H1").count("Loans 2025-06-30 208622000000") == 2


def test_what_a_row_adds_up_in_brackets_is_no_part_of_its_name() -> None:
    """Total deposits (Hong Kong + Singapore) are those of no one place."""
    text = (
        "                                                 2025         2024\n"
        "                                          HK$ million  HK$ million\n"
        "Customer deposits (Hong Kong + Singapore)     602,118      590,407\n"
        "Total equity                                   91,204       88,115\n"
    )

    assert facts_of(text)[0] == "Deposits 2025-12-31 602118000000"
