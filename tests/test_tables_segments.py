"""Tables whose columns are segments: heads that several lines hold, blanks too narrow to part them, years in the middle."""

from __future__ import annotations

import pytest

from tagger.profile import Profile
from tests.tagging_example import facts_with, taxonomy_in_data
from tests.test_text_tables import grid

_PROFILE = Profile("Hill Bank Limited", "http://example.org/scheme", "H1", "USD", aliases=("the group",))


def results_of(text: str, period: str = "2025") -> list[str]:
    """Return the facts of a text about segments as concept, members, period and value."""
    return facts_with(taxonomy_in_data("segments"), _PROFILE, text, period)


_YEAR = "2025-01-01/2025-12-31"
_SEGMENTS = (
    "                                                                    2025\n"
    "                                       Wealth and                  Trade and\n"
    "                                          Private    Business       Treasury        Head\n"
    "                                          Clients    Banking1       Services     Office2        Total\n"
    "                                          US$ 000     US$ 000        US$ 000     US$ 000      US$ 000\n"
    "Net interest income                       412,806     298,114        105,377     (21,940)     794,357\n"
    "Profit/(loss) before tax                  201,433     150,912         61,208     (33,075)     380,478\n"
)


def test_the_lines_of_a_segments_name_stand_over_its_column_alone() -> None:
    """Wealth and begins the name over the first column and no group; the footnotes stuck to names are none of them."""
    assert grid(_SEGMENTS)["298,114"][1] == ["US$ 000", "Banking1", "Business", "2025"]
    assert grid(_SEGMENTS)["105,377"][1] == ["US$ 000", "Services", "Treasury", "Trade and", "2025"]
    assert results_of(_SEGMENTS) == [
        f"{concept} {member} {_YEAR} {value}000"
        for concept, values in (
            ("NetInterestIncome", ("412806", "298114", "105377", "-21940", "794357")),
            ("ProfitBeforeTax", ("201433", "150912", "61208", "-33075", "380478")),
        )
        for member, value in zip(
            ("PrivateClients", "BusinessBanking", "TradeServices", "HeadOffice", "-"), values, strict=True
        )
    ]


def test_a_single_blank_parts_heads_that_end_over_their_columns() -> None:
    """Private Business is two heads where each ends as the line below it does."""
    narrow = (
        "                                                       2025\n"
        "                                  Wealth and             Trade and\n"
        "                                     Private Business     Treasury        Head\n"
        "                                     Clients  Banking     Services      Office       Total\n"
        "                                     US$ 000  US$ 000      US$ 000     US$ 000     US$ 000\n"
        "Net interest income                  412,806  298,114      105,377     (21,940)    794,357\n"
    )

    assert [fact.split()[1] for fact in results_of(narrow)] == [
        "PrivateClients",
        "BusinessBanking",
        "TradeServices",
        "HeadOffice",
        "-",
    ]


def test_names_of_groups_stay_over_their_groups() -> None:
    """Assets ends over Amount, and is of the two columns whose names come again."""
    text = (
        "                         Assets                 Funding\n"
        "                         Amount     Share        Amount     Share\n"
        "Hong Kong                 4,210      61.2         3,871      58.8\n"
        "Singapore                 2,669      38.8         2,712      41.2\n"
    )
    years = (
        "                         Stage 1                  Stage 2\n"
        "                       Loans      Bonds        Loans      Bonds\n"
        "Hong Kong              4,210        612        3,871        588\n"
    )

    assert grid(text)["38.8"][1] == ["Share", "Assets"]
    assert grid(text)["3,871"][1] == ["Amount", "Funding"]
    assert grid(years)["612"][1] == ["Bonds", "Stage 1"]


_RATIOS = (
    "                                                       2025\n"
    "                                  Wealth and             Trade and\n"
    "                                     Private Business     Treasury        Head\n"
    "                                     Clients  Banking     Services      Office       Total\n"
    "                                           %        %            %           %           %\n"
    "Cost ratio                              52.9     41.8         40.2        88.8        47.6\n"
    "\n"
    "                                                       2024\n"
    "Cost ratio                              54.0     39.9         37.1        58.3        45.9\n"
)


def test_a_year_alone_stands_under_the_heads_of_the_table_above() -> None:
    """The rows below the second year are of the same columns."""
    assert results_of(_RATIOS)[-5:] == [
        "CostRatio PrivateClients 2024-01-01/2024-12-31 0.540",
        "CostRatio BusinessBanking 2024-01-01/2024-12-31 0.399",
        "CostRatio TradeServices 2024-01-01/2024-12-31 0.371",
        "CostRatio HeadOffice 2024-01-01/2024-12-31 0.583",
        "CostRatio - 2024-01-01/2024-12-31 0.459",
    ]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        (
            (
                "                                  2025年\n"
                "                    財富及               貿易及\n"
                "                  私人客戶   商業銀行   司庫服務\n"
                "                港幣百萬元 港幣百萬元 港幣百萬元\n"
                "除稅前溢利/(虧損)     4,128      2,981     (1,053)\n"
                "(虧損)/溢利總額         128        981      1,053\n"
            ),
            "ProfitBeforeTax",
        ),
        (
            (
                "                                  2025年\n"
                "                    财富及               贸易及\n"
                "                  私人客户   商业银行   司库服务\n"
                "                人民币百万元 人民币百万元 人民币百万元\n"
                "税前利润／（亏损）     4,128      2,981     (1,053)\n"
            ),
            "ProfitBeforeTax",
        ),
    ],
)
def test_segments_in_chinese(text: str, concept: str) -> None:
    """財富及 over 私人客戶 is one name; what a value below zero is called is no part of one."""
    assert results_of(text)[:3] == [
        f"{concept} PrivateClients {_YEAR} 4128000000",
        f"{concept} BusinessBanking {_YEAR} 2981000000",
        f"{concept} TradeServices {_YEAR} -1053000000",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Profit/(loss) before tax",
        "Profit (loss) before tax",
        "(Loss)/profit before tax",
        "Profit/(Loss) Before Tax",
    ],
)
def test_both_ways_of_a_profit(name: str) -> None:
    """However a row says that its profit may be a loss, it is the profit."""
    head = f"{'':33}2025      2024\n{'':31}US$ 000   US$ 000\n"
    text = f"{head}{name:30}  1,204     (980)\n"

    assert results_of(text) == [
        f"ProfitBeforeTax - {_YEAR} 1204000",
        "ProfitBeforeTax - 2024-01-01/2024-12-31 -980000",
    ]


def test_a_hostile_head_costs_little() -> None:
    """Hundreds of words over a table, and lines of heads without end, are read in bounded time."""
    words = " ".join(["a"] * 4000)
    heads = "".join(f"{'':30}x{number:<9} y{number:<9} z\n" for number in range(2000))
    text = f"{'':30}{words}\n{heads}Loans                         1,000     2,000     3,000\n"

    assert isinstance(results_of(text), list)


_INCOME = (
    "                                                               2025        2024\n"
    "                                                            US$ 000     US$ 000\n"
    "Income before change in credit loss charges\n"
    "and other provisions                                        812,330     790,112\n"
    "Change in credit loss charges                               (44,210)    (38,905)\n"
    "Profit before tax                                           402,778     388,410\n"
)


def test_a_charge_may_be_called_a_movement() -> None:
    """Change in credit loss charges is the charge; income before it is no change, whatever else stands in the aside."""
    assert [fact for fact in results_of(_INCOME) if _YEAR in fact] == [
        f"IncomeBeforeLossCharges - {_YEAR} 812330000",
        f"CreditLossCharges - {_YEAR} 44210000",
        f"ProfitBeforeTax - {_YEAR} 402778000",
    ]


def test_a_movement_of_an_income_stays_one() -> None:
    """Change in net interest income, of a table of what rates would do, is no net interest income."""
    text = (
        "                                   2025      2024\n"
        "                                US$ 000   US$ 000\n"
        "Change in net interest income     1,204     (980)\n"
    )

    assert not any(fact.startswith("NetInterestIncome") for fact in results_of(text))


@pytest.mark.parametrize(
    ("before", "charge", "profit"),
    [
        ("未扣除信貸損失變動的收入", "信貸損失支出的變動", "除稅前溢利"),
        ("未扣除信贷损失变动的收入", "信贷损失支出的变动", "税前利润"),
    ],
)
def test_a_charge_may_be_called_a_movement_in_chinese(before: str, charge: str, profit: str) -> None:
    """The movement in the middle of a name changes nothing, at the end of an expense's it is the expense."""
    text = (
        "                                 2025年      2024年\n"
        "                              百万美元    百万美元\n"
        f"{before}           8,123       7,901\n"
        f"{charge}                 (442)       (389)\n"
        f"{profit:\u3000<10}              4,027       3,884\n"
    )

    assert [fact for fact in results_of(text) if _YEAR in fact] == [
        f"IncomeBeforeLossCharges - {_YEAR} 8123000000",
        f"CreditLossCharges - {_YEAR} 442000000",
        f"ProfitBeforeTax - {_YEAR} 4027000000",
    ]


_RENTALS = (
    "                                            2025                      2024\n"
    "                             Total future     Present   Total future     Present\n"
    "                                 minimum        value       minimum        value\n"
    "                                payments                   payments\n"
    "                                 US$ 000      US$ 000       US$ 000      US$ 000\n"
    "At 31 December                     4,218        3,986         4,832        3,881\n"
)


def test_words_of_the_name_explain_themselves() -> None:
    """Future stands before minimum in the concept's label, though its term has it not; contingent stands in no name of it."""
    assert results_of(_RENTALS) == [
        "RentalPayments - 2025-12-31 4218000",
        "RentalReceivables - 2025-12-31 3986000",
        "RentalPayments - 2024-12-31 4832000",
        "RentalReceivables - 2024-12-31 3881000",
    ]
    other = results_of(_RENTALS.replace("Total future", "  Contingent"))
    assert not any("RentalPayments" in fact for fact in other)


_NET_ASSETS = (
    "                                          2025        2024\n"
    "                                       US$ 000     US$ 000\n"
    "Rental receivables                      32,355      34,388\n"
    "Cash                                    61,284      57,209\n"
    "Total assets                            93,639      91,597\n"
    "Trade payables                          (7,415)     (8,600)\n"
    "Deferred tax                            (3,928)     (3,372)\n"
    "Total liabilities                      (11,343)    (11,972)\n"
    "Net assets                              82,296      79,625\n"
)


def test_liabilities_below_assets_are_subtracted() -> None:
    """Total assets and the liabilities in brackets are the net assets: brackets say no more than that."""
    found = [fact.split() for fact in results_of(_NET_ASSETS) if "2025" in fact]

    assert [(words[0], words[-1]) for words in found] == [
        ("RentalReceivables", "32355000"),
        ("CashHeld", "61284000"),
        ("TotalAssets", "93639000"),
        ("TradePayables", "7415000"),
        ("DeferredTax", "3928000"),
        ("TotalLiabilities", "11343000"),
        ("NetAssets", "82296000"),
    ]


def test_losses_among_credits_are_negative() -> None:
    """What adds up with other credits and with no asset is below zero where it stands in brackets."""
    text = (
        "                                          2025        2024\n"
        "                                       US$ 000     US$ 000\n"
        "Share capital                           90,000      90,000\n"
        "Retained earnings                       (7,704)    (10,375)\n"
        "Net assets                              82,296      79,625\n"
    )

    assert "RetainedEarnings - 2025-12-31 -7704000" in results_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net interest income1 increased 7.2% to US$20.5 million (2024: US$19.1 million).",
            [
                f"GrowthRateOfNetInterestIncome - {_YEAR} 0.072",
                f"NetInterestIncome - {_YEAR} 20500000",
                "NetInterestIncome - 2024-01-01/2024-12-31 19100000",
            ],
        ),
        ("Profit before tax2, as reported, was US$9 million.", [f"ProfitBeforeTax - {_YEAR} 9000000"]),
        ("除稅前溢利1，按呈報基準，為900萬美元。", [f"ProfitBeforeTax - {_YEAR} 9000000"]),
        ("税前利润1，按列报基准，为900万美元。", [f"ProfitBeforeTax - {_YEAR} 9000000"]),
    ],
)
def test_a_footnote_stuck_to_a_name_in_a_sentence(text: str, expected: list[str]) -> None:
    """The raised mark of a footnote is no part of the name before it, and no figure."""
    assert results_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net interest income was US$ thousand 10,476.", ["NetInterestIncome 10476000"]),
        ("Profit before tax was RMB million 12,411 in 2025.", ["ProfitBeforeTax 12411000000"]),
        ("Profit before tax amounted to 3,075 EGP thousand.", ["ProfitBeforeTax 3075000"]),
        ("Profit before tax reached EGP (71,726) in 2025.", ["ProfitBeforeTax -71726"]),
        ("除稅前溢利為人民幣百萬元12,411，成本率為40%。", ["ProfitBeforeTax 12411000000", "CostRatio 0.40"]),
        ("税前利润为人民币千元2,411，成本率为40%。", ["ProfitBeforeTax 2411000", "CostRatio 0.40"]),
    ],
)
def test_scales_apart_from_their_number(text: str, expected: list[str]) -> None:
    """A scale may stand before its number or behind the currency, and brackets behind a currency are a minus."""
    assert [f"{fact.split()[0]} {fact.split()[-1]}" for fact in results_of(text)] == expected


def test_a_value_before_in_brackets_is_no_minus() -> None:
    """The unit of the figure before does not make the bracket behind it a negative one."""
    found = results_of("The cost ratio rose to 63.5 per cent (2024: 59.8 per cent).")

    assert [fact.split()[-1] for fact in found] == ["0.635", "0.598"]
