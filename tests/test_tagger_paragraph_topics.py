"""What an English paragraph turns to by the words it opens with: For Business Banking, … holds for the sentences after it."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, said_in, taxonomy_in_data

SHORT = (("GrowthRateOf", "%"), ("IncreaseDecreaseIn", "Δ"), ("ProfitBeforeTax", "Profit"))
SEGMENTS = [
    (
        "For Business Banking, the year was a good one. Profit before tax was $412 million, up 9%. The cost ratio was 41%.",
        [
            "Profit+BusinessBanking 412000000",
            "%Profit+BusinessBanking 0.09",
            "CostRatio+BusinessBanking 0.41",
        ],
    ),
    (
        "Turning to Trade and Treasury Services, demand held up. Net interest income reached $96 million.",
        ["NetInterestIncome+TradeServices 96000000"],
    ),
    (
        "In our Business Banking division, we hired more advisers. The cost ratio rose to 44%.",
        ["CostRatio+BusinessBanking 0.44"],
    ),
    (
        "As for Head Office, the cost ratio was 61%. Profit before tax was $12 million.",
        ["CostRatio+HeadOffice 0.61", "Profit+HeadOffice 12000000"],
    ),
    (
        "For Business Banking, profit before tax was $4 million. For Head Office, it was $7 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 4000000", "Profit+HeadOffice 7000000", "CostRatio+HeadOffice 0.46"],
    ),
    (
        "With regard to Head Office, little changed. In the fourth quarter, we moved. The cost ratio was 39%.",
        ["CostRatio+HeadOffice 0.39"],
    ),
    (
        "For Business Banking, the cost ratio was 61 basis points, down four basis points.",
        ["CostRatio+BusinessBanking 0.0061", "?"],
    ),
    # a sentence without a figure whose subject is a part
    (
        "Business Banking had a difficult year. Profit before tax fell 9% to $412 million, and the cost ratio rose to 44%.",
        [
            "%Profit+BusinessBanking -0.09",
            "Profit+BusinessBanking 412000000",
            "CostRatio+BusinessBanking 0.44",
        ],
    ),
    (
        "Our Business Banking division also made good progress. Net interest income was $96 million.",
        ["NetInterestIncome+BusinessBanking 96000000"],
    ),
    (
        "Trade and Treasury Services benefited from higher rates. Net interest income rose 12%. Total profit before tax was $9m.",
        ["%NetInterestIncome+TradeServices 0.12", "Profit 9000000"],
    ),
    (
        "The cost ratio was 46%. Head Office continued to invest in data. The cost ratio was 61%.",
        ["CostRatio 0.46", "CostRatio+HeadOffice 0.61"],
    ),
    (
        "Business Banking thrived, with profit before tax up 9%. Net interest income was $96 million.",
        ["%Profit+BusinessBanking 0.09", "NetInterestIncome+BusinessBanking 96000000"],
    ),
    # a paragraph that opens with a part, whose figures it tells at once
    (
        "In Business Banking, profit before tax was $71 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 71000000", "CostRatio+BusinessBanking 0.46"],
    ),
    (
        "Business Banking had a profit before tax of $71 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 71000000", "CostRatio+BusinessBanking 0.46"],
    ),
    (
        "In Business Banking, profit before tax was $71 million. That of Head Office was $4 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 71000000", "Profit+HeadOffice 4000000", "CostRatio 0.46"],
    ),
    (
        "In Business Banking, profit before tax was $71 million. The Group's cost ratio was 46%.",
        ["Profit+BusinessBanking 71000000", "CostRatio 0.46"],
    ),
    # … of which the next does not speak
    (
        "Business Banking won more clients than ever. The Group's cost ratio was 46%.",
        ["CostRatio 0.46"],
    ),
    (
        "Business Banking won more clients than ever. The cost ratio of the Group was 46%. Net interest income was $9 million.",
        ["CostRatio 0.46", "NetInterestIncome 9000000"],
    ),
    (
        "Business Banking clients remained cautious. Profit before tax was $930 million.",
        ["Profit 930000000"],
    ),
    (
        "Business Banking and Head Office both did well. Profit before tax was $930 million.",
        ["Profit 930000000"],
    ),
    # where the paragraph speaks of a place in passing, of the whole, or of another part
    (
        "The year was good. In Business Banking, profit before tax was $71 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 71000000", "CostRatio 0.46"],
    ),
    (
        "For Business Banking, the year was good. Total profit before tax was $930 million.",
        ["Profit 930000000"],
    ),
    (
        "For Business Banking, the year was good. The Head Office cost ratio was 50%. Profit before tax was $9 million.",
        ["CostRatio+HeadOffice 0.50", "Profit 9000000"],
    ),
    (
        "For Business Banking, the year was good.\n\nProfit before tax was $930 million.",
        ["Profit 930000000"],
    ),
]


@pytest.mark.parametrize(("text", "said"), SEGMENTS, ids=[text for text, _ in SEGMENTS])
def test_a_paragraph_is_about_what_it_turns_to(text: str, said: list[str]) -> None:
    """The part holds until the paragraph names another, or speaks of all."""
    ledger = ledger_of(
        text, "2025", taxonomy=taxonomy_in_data("segments"), profile=profile_of(currency="USD")
    )

    assert said_in(ledger.rows, SHORT, lambda _: "") == said


def test_what_turns_to_a_part_without_a_name_is_left_open() -> None:
    """No term says what yacht loans are, and their figures are not those of all loans."""
    text = "Turning to yacht loans, the non-performing loan ratio was 1.2%. The provision coverage ratio was 190%."

    assert all(row.status == "unresolved" for row in ledger_of(text).rows)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "公司銀行業務於年內在經濟復甦中保持平穩的增長勢頭，客戶基礎亦持續擴大。營業收入增長5%至120億元，稅前利潤為40億元。",
            ["%OperatingIncome+C 0.05", "OperatingIncome+C 12000000000", "Profit+C 4000000000"],
        ),
        (
            "个人银行业务受市场气氛影响，与上年比较，营业收入下降3%。税前利润下降8%。",
            ["%OperatingIncome+P -0.03", "%Profit+P -0.08"],
        ),
        (
            "稅前利潤為72億元。\n資金業務把握利率回落的機遇，年內調整了債券組合的存續期。營業收入為18億元。全行營業收入為300億元。",
            ["Profit 7200000000", "OperatingIncome+T 1800000000", "OperatingIncome 30000000000"],
        ),
        ("公司銀行業務受到息差收窄的影響，集團稅前利潤下降3%。", ["%Profit -0.03"]),
        ("公司銀行業務受到息差收窄的影響。而本集團稅前利潤下降3%。", ["%Profit -0.03"]),
        ("個人銀行業務表現理想，但集團的營業收入仍下降3%。", ["%OperatingIncome -0.03"]),
        ("公司銀行業務方面，本集團稅前利潤下降3%。", ["%Profit+C -0.03"]),
    ],
)
def test_a_chinese_paragraph_is_about_the_part_that_opens_it(text: str, said: list[str]) -> None:
    """It holds for the sentences behind it, past what they are compared with, and no longer where the group is spoken of."""
    rows = ledger_of(text, "2025").rows
    short = (("GrowthRateOf", "%"), ("ProfitBeforeTax", "Profit"))
    found = [part.replace("orporateBankingSegment", "") for part in said_in(rows, short, lambda _: "")]

    assert [part.replace("ersonalBankingSegment", "").replace("reasurySegment", "") for part in found] == said
