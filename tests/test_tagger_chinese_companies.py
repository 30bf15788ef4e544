"""Chinese prose of listed companies: parts of a dollar, what is said of two things together, what is compared with no time."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings, facts_with, ledger_of, profile_of, taxonomy_in_data

YEAR, BEFORE, HALF = "2025-01-01/2025-12-31", "2024-01-01/2024-12-31", "2025-07-01/2025-12-31"


def _facts(text: str) -> list[str]:
    return facts_with(taxonomy_in_data("harbour-utility"), profile_of(currency="HKD"), text)


def _codes(text: str) -> list[str]:
    ledger = ledger_of(
        text, "2025", taxonomy=taxonomy_in_data("harbour-utility"), profile=profile_of(currency="HKD")
    )
    return [row.reason.code if row.reason else row.status for row in ledger.rows]


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("每股盈利為三元二角。", "3.2", 1),
        ("每股盈利為三元二角五仙。", "3.25", 2),
        ("每股盈利3元零5仙。", "3.05", 2),
        ("每股盈利为三元二角五分。", "3.25", 2),
        ("每股盈利港幣 1 元 2 角。", "1.2", 1),
        ("每股盈利為四角七仙。", "0.47", 2),
        ("每股盈利為港幣九角。", "0.9", 1),
        ("每股盈利為九角半。", "0.95", 2),
        ("每股盈利八毫半。", "0.85", 2),
        ("每股盈利為兩仙半。", "0.025", 3),
    ],
)
def test_parts_of_a_dollar_are_one_amount(text: str, value: str, decimals: int) -> None:
    """In numerals of either kind, with a half behind the last."""
    ledger = ledger_of(
        text, "2025", taxonomy=taxonomy_in_data("harbour-utility"), profile=profile_of(currency="HKD")
    )
    (row,) = ledger.rows
    assert (row.status, row.value, row.decimals, row.unit) == ("fact", value, decimals, "HKD/shares")


def test_amounts_in_parts_have_the_currency_before_them() -> None:
    """So have those in numerals of words."""
    ledger = ledger_of(
        "每股盈利為美元二元五角，現金結餘為人民幣三億元。", "2025", profile=profile_of(currency="HKD")
    )
    assert [(row.value, row.unit) for row in ledger.rows] == [("2.5", "USD/shares"), ("300000000", "CNY")]


@pytest.mark.parametrize(
    "text", ["業務遍及長三角。", "業務遍及珠三角及長三角一帶。", "客戶滿意為三角形的頂點。"]
)
def test_a_corner_is_no_part_of_a_dollar(text: str) -> None:
    """Tenths alone need a currency, 每股, or a verb before them and nothing behind."""
    assert not ledger_of(text, "2025", profile=profile_of(currency="HKD")).rows


def test_the_dividend_of_the_year_is_none_of_its_parts() -> None:
    """全年 says that it is of all of it."""
    assert _facts("建議末期股息每股港幣八角，即全年股息每股港幣一元三角。") == [
        f"Dividend Final {YEAR} 0.8",
        f"Dividend - {YEAR} 1.3",
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "現金結餘及銀行借款均增加4%，分別達21億元及36億元。",
            ["Cash - 2025-12-31 2100000000", "Debt - 2025-12-31 3600000000"],
        ),
        (
            "香港的租金收入和經營溢利同樣下跌一成，至三億六千萬元和兩億一千萬元。",
            [f"Rents HongKong {YEAR} 360000000", f"Profit HongKong {YEAR} 210000000"],
        ),
        (
            "香港及內地租金收入均上升3%，分別至5億元及7億元。",
            [f"Rents HongKong {YEAR} 500000000", f"Rents Mainland {YEAR} 700000000"],
        ),
    ],
)
def test_what_two_things_came_to_is_dealt_out_behind_what_is_said_of_both(
    text: str, facts: list[str]
) -> None:
    """The change of both is left open: a fact is of one of them."""
    assert _facts(text) == facts


def test_what_points_back_takes_the_part_over_for_all_of_a_list() -> None:
    """該等 says that both are those of before."""
    text = "香港租金收入及經營溢利較上半年分別增長7%及9%。與去年同期比較，該等租金收入及經營溢利分別增長11%及13%。"
    assert _facts(text) == [
        f"GrowthRateOfRents Preceding+HongKong {HALF} 0.07",
        f"GrowthRateOfProfit Preceding+HongKong {HALF} 0.09",
        f"GrowthRateOfRents HongKong {YEAR} 0.11",
        f"GrowthRateOfProfit HongKong {YEAR} 0.13",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "與同業比較，營業額增加9%。",
        "與預算相比，營業額減少9%。",
        "與擴建前相比，營業額增加9%。",
        "與二零二四財政期比較，營業額增加百分之九。",
        "营业额较二零二四财政期增加百分之九。",
    ],
)
def test_what_is_compared_with_no_time_is_no_growth_on_the_year(text: str) -> None:
    """What a sentence opens with says against what, known or not."""
    assert not _facts(text)


def test_the_value_of_a_time_that_is_compared_with_stands_for_it() -> None:
    """The level of the year before is compared with, and no other year."""
    assert _facts("與去年同期的高基數相比，營業額減少2%。") == [f"GrowthRateOfRevenue - {YEAR} -0.02"]
    assert _codes("與2019年同期水平比較，營業額增加12%。")[-1] == "no_axis"


def test_what_a_change_came_to_is_read_where_the_change_has_no_place() -> None:
    """The taxonomy lacks a member for the comparison, and not the concept."""
    assert _facts("與同業相比，營業額增加12%至3億元。") == [f"Revenue - {YEAR} 300000000"]
    assert _facts("香港營業額較2018年增加12%至3億元。") == [f"Revenue HongKong {YEAR} 300000000"]


def test_two_bases_of_which_one_is_not_known_are_dealt_out() -> None:
    """較X財政期及去年同期: the second is a year before, the first is no year."""
    text = "租金收入為5億元，較二零二四財政期及去年同期分別增長256%及83%。"
    assert _facts(text) == [f"Rents - {YEAR} 500000000", f"GrowthRateOfRents - {YEAR} 0.83"]


@pytest.mark.parametrize(
    "text",
    [
        "隨著新機組於九月底投產,租金收入上升12%,達35億元。",
        "隨著新機組於九月底投產，租金收入上升12%，達35億元。",
    ],
)
def test_narrow_commas_part_clauses_as_wide_ones_do(text: str) -> None:
    """The day of the cause is no time of the income."""
    assert _facts(text) == [f"GrowthRateOfRents - {YEAR} 0.12", f"Rents - {YEAR} 3500000000"]


def test_when_something_else_moved_is_no_time_of_the_next_subject() -> None:
    """Where a term tells what moved, its time may go on."""
    text = "油價於第二季急跌，燃料費因而下調，經營溢利由2024年的3億元增加5%至3.15億元。"
    assert _facts(text) == [
        f"Profit - {BEFORE} 300000000",
        f"GrowthRateOfProfit - {YEAR} 0.05",
        f"Profit - {YEAR} 315000000",
    ]
    assert _facts("租金收入於第二季回升，達3億元。") == ["Rents - 2025-04-01/2025-06-30 300000000"]


@pytest.mark.parametrize("opening", ["各項", "各分部", "各地"])
def test_each_that_begins_a_name_deals_nothing_out(opening: str) -> None:
    """Only before what is said of each it does: 各達X及Y."""
    facts = _facts(f"{opening}營業額5億元，增長8.4%。")
    assert facts == [f"Revenue - {YEAR} 500000000", f"GrowthRateOfRevenue - {YEAR} 0.084"]


def test_each_before_a_verb_deals_out() -> None:
    """So it does before a time."""
    expected = [f"Revenue - {YEAR} 500000000", f"Profit - {YEAR} 200000000"]
    assert _facts("營業額及經營溢利各達5億元及2億元。") == expected
    assert _facts("營業額及經營溢利各較去年增長5%及8%。") == [
        f"GrowthRateOfRevenue - {YEAR} 0.05",
        f"GrowthRateOfProfit - {YEAR} 0.08",
    ]


def test_overall_behind_a_part_is_the_whole_again() -> None:
    """其中 has ended there."""
    assert _facts("營業額為50億元，其中內地12億元，整體較2024年增長4%。") == [
        f"Revenue - {YEAR} 5000000000",
        f"Revenue Mainland {YEAR} 1200000000",
        f"GrowthRateOfRevenue - {YEAR} 0.04",
    ]


def test_a_growth_of_the_year_against_what_is_no_year_is_a_question() -> None:
    """Though the clause says of which time the figure is."""
    assert not _facts("本年度營業額較二零二四財政期增長百分之九。")


def test_what_a_verb_of_share_ends_in_may_stand_behind_its_whole() -> None:
    """佔X的比例 and 佔X比例 are 佔比例."""
    for text in (
        "全年信息科技投入7亿元，占营业收入比例2.9%。",
        "全年信息科技投入7億元，佔營業收入的比例為2.9%。",
    ):
        assert [value for _, _, _, value in fact_readings(text, "2025")] == ["700000000", "0.029"]


def test_a_plan_behind_that_of_a_part_is_of_all_where_the_first_ones_were() -> None:
    """Each names another thing in another unit; the part opened none of them."""
    text = "2026年計劃營業額增長6%，年末內地電表數目達到80萬個，淨負債比率控制在21%以內。"
    taxonomy, profile = taxonomy_in_data("harbour-utility"), profile_of(currency="HKD")
    assert facts_with(taxonomy, profile, text)[1:] == [
        "Meters Mainland+Target 2026-12-31 800000",
        "Gearing Target 2026-12-31 0.21",
    ]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("營業額增幅約5%。", "0.05", "about"),
        ("營業額增幅近六成。", "0.6", "nearly"),
        ("營業額成長率約 7%。", "0.07", "about"),
        ("营业额增速约8%。", "0.08", "about"),
        ("營業額增逾三成。", "0.3", "exceeds"),
        ("營業額上升約半成。", "0.05", "about"),
        ("營業額增長一倍。", "1", ""),
        ("營業額急升逾兩倍。", "2", "exceeds"),
        ("營業額增加一倍半。", "1.5", ""),
    ],
)
def test_growths_in_words_keep_what_bounds_them(text: str, value: str, qualifier: str) -> None:
    """Tenths and times behind a verb of change, with a word between them or none."""
    (row,) = ledger_of(
        text, "2025", taxonomy=taxonomy_in_data("harbour-utility"), profile=profile_of(currency="HKD")
    ).rows
    assert (row.status, row.value, row.qualifier) == ("fact", value, qualifier)


def test_small_counts_in_words_are_figures_behind_a_verb_of_change() -> None:
    """一個 and what follows no verb are as often a turn of phrase."""
    assert _facts("內地電表數目增加十五個，香港電表數目減至八個。") == [
        f"IncreaseDecreaseInMeters Mainland {YEAR} 15",
        "Meters HongKong 2025-12-31 8",
    ]
    assert not _codes("集團新增一個中心。業務遍及十二個城市。")


def test_what_a_rate_is_told_from_ends_nothing() -> None:
    """The balance is of what grew faster than the others."""
    text = "內地營業額增長18.6%，快於整體增速8.9個百分點，金額達到410億元。"
    assert f"GrowthRateOfRevenue Mainland {YEAR} 0.186" in _facts(text)
    assert f"Revenue Mainland {YEAR} 41000000000" in _facts(text)


def test_the_sum_of_dividends_may_leave_out_its_noun() -> None:
    """全年合共 is behind 末期股息 no part of it."""
    assert (
        _facts("中期股息為每股1.2元，末期股息為每股1.9元，全年合共每股3.1元。")[-1]
        == f"Dividend - {YEAR} 3.1"
    )


def test_a_year_that_tells_apart_a_noun_before_is_no_time() -> None:
    """What was overcome was of that year."""
    assert _facts("集團扭轉去年的弱勢，經營溢利為3.86億元；營業額為70億元。") == [
        f"Profit - {YEAR} 386000000",
        f"Revenue - {YEAR} 7000000000",
    ]
    assert _facts("去年的營業額為60億元。") == [f"Revenue - {BEFORE} 6000000000"]


def test_a_value_that_is_much_the_same_is_of_its_time() -> None:
    """相若 and 相約 as 持平."""
    for same in ("相若", "相約", "持平"):
        text = f"現金結餘為86億元，與上年底的87億元{same}。"
        assert _facts(text) == ["Cash - 2025-12-31 8600000000", "Cash - 2024-12-31 8700000000"]


@pytest.mark.parametrize(
    ("heading", "member"), [("內地業務", "Mainland"), ("庫務及內地業務", "-"), ("內地及庫務業務", "-")]
)
def test_a_heading_that_joins_a_part_to_another_thing_is_no_topic(heading: str, member: str) -> None:
    """What stands below it may be of either."""
    assert _facts(f"{heading}\n\n營業額為70億元。") == [f"Revenue {member} {YEAR} 7000000000"]


@pytest.mark.parametrize("said", ["錄得3億元的虧損", "錄得3億元虧損", "則為港幣3億元的公平值虧損"])
def test_an_amount_that_is_called_a_loss_behind_it_is_below_zero(said: str) -> None:
    """Under a concept that is no loss by its name."""
    facts = _facts(f"二零二五年公平值收益{said}。")
    assert facts == [f"FairValueGain - {YEAR} -300000000"]
