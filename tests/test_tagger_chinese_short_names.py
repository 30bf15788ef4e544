"""Names that Chinese prose says without a word or with one more, parts of a term with a member between, and values then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tagger.profile import Profile
from tests.tagging_example import ledger_of, members_of, profile_of, rows_of, said_in, taxonomy_in_data

SHORT = (("GrowthRateOf", "growth "), ("IncreaseDecreaseIn", "change "), ("ShareOf", "share "))
THEN = "2024-01-01/2024-12-31"


def _then(when: str) -> str:
    """Return a mark for the year before, or its end."""
    return " then" if when in (THEN, "2024-12-31") else ""


def said(text: str, profile: Profile | None = None) -> list[str]:
    """Return what the quantities of a text say in the taxonomy of an invented bank."""
    taxonomy = taxonomy_in_data("lakeside-bank")
    return said_in(ledger_of(text, "2025", taxonomy=taxonomy, profile=profile).rows, SHORT, _then)


GROUP = replace(profile_of(), name="湖畔控股", aliases=("湖畔控股", "本集團"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对公存款812.6亿元，增长5%。", ["Deposits+Firms 81260000000", "growth Deposits+Firms 0.05"]),
        ("期末存款达1,530亿元。", ["Deposits 153000000000"]),
        ("零售貸款較上年末增長3.1%。", ["growth Loans+Persons 0.031"]),
        ("票据贴现余额37.4亿元。", ["Loans+Bills 3740000000"]),
        ("託管業務規模突破6,000億元，達6,120億元。", ["Kept 600000000000", "Kept 612000000000"]),
        ("慈善信托托管规模48亿元。", ["Kept+KeptTrusts 4800000000"]),
        ("托管规模6,120亿元，其中慈善信托48亿元。", ["Kept 612000000000", "Kept+KeptTrusts 4800000000"]),
        ("手续费净收入15亿元；小微贷款62亿元、对公贷款420亿元。",
         ["Fees 1500000000", "Loans+Micro 6200000000", "Loans+Firms 42000000000"]),
        ("代销慈善信托9.4亿元，同比少销1.2亿元。", ["Sold+Trusts 940000000", "change Sold+Trusts -120000000"]),
        ("代銷年金產品3.5億元，較上年增長7%。", ["Sold+Annuities 350000000", "growth Sold+Annuities 0.07"]),
        ("零售客户（含借记卡客户）386万户。", ["Customers+Persons 3860000"]),
        ("零售客戶（包括信用卡客戶）386萬戶，增長4%。", ["Customers+Persons 3860000", "growth Customers+Persons 0.04"]),
    ],
)  # fmt: skip
def test_a_name_less_a_word_or_with_one_more(text: str, expected: list[str]) -> None:
    """存款, of 存款余额; 托管业务规模, of 托管规模; 代销…, of 代销额; with a bracket behind that says what is in it."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "回收存款812.6亿元。",  # what was done with so much of it
        "对公贵宾812.6亿元。",  # no name with another end
        "零售客户（不含信用卡客户）386万户。",
        "慈善信托业务保单48亿元。",
    ],
)
def test_what_only_looks_like_one_stays_open(text: str) -> None:
    """No balance is called so, or it is not all of it."""
    assert said(text) == ["?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新发放小微贷款平均利率3.41%，同比下降36个基点。", ["NewLoanRate+Micro 0.0341", "change NewLoanRate+Micro -0.0036"]),
        ("全年新發放對公貸款平均利率為3.02%。", ["NewLoanRate+Firms 0.0302"]),
        ("新发放小微贷款26亿元。", ["LoansMade+Micro 2600000000"]),
    ],
)  # fmt: skip
def test_a_term_with_a_member_between_goes_as_far_as_it_can(text: str, expected: list[str]) -> None:
    """新发放…贷款平均利率 is no 新发放贷款 of 平均利率."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("掌上银行注册用户512万户，月活跃用户187万户。", ["AppUsers 5120000", "AppActive 1870000"]),
        ("掌上銀行註冊用戶512萬戶，較上年末增長6%，月活躍用戶達187萬戶。",
         ["AppUsers 5120000", "growth AppUsers 0.06", "AppActive 1870000"]),
        ("掌上银行注册用户512万户，月活客户187万户。", ["AppUsers 5120000", "?"]),
        ("贷款余额900亿元。新版本上线后，月活跃用户187万户。", ["Loans 90000000000", "?"]),
        ("完成20余家网点的无障碍装修。", ["?"]),
        ("全年完成26家網點的遷址裝潢。", ["?"]),
        ("设有26家网点。", ["Outlets 26"]),
        ("三季度以来投放明显提速，全年累计投放85亿元。", ["LoansMade 8500000000"]),
        ("自三季度以来累计投放85亿元。", ["?"]),
    ],
)  # fmt: skip
def test_counts_of_what_is_named_before_or_done(text: str, expected: list[str]) -> None:
    """月活跃用户 behind those of an app; outlets that something was done to; since when, in another clause."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核心充足率、一级充足率和总充足率分别为9.1%、10.4%和12.8%，前两项分别上升0.2个和0.3个百分点。",
         ["CoreRatio 0.091", "MiddleRatio 0.104", "WholeRatio 0.128", "change CoreRatio 0.002", "change MiddleRatio 0.003"]),
        ("核心充足率、一級充足率及總充足率分別為9.1%、10.4%及12.8%，前兩者分別下降0.2個及0.3個百分點，後者上升0.4個百分點。",
         ["CoreRatio 0.091", "MiddleRatio 0.104", "WholeRatio 0.128",
          "change CoreRatio -0.002", "change MiddleRatio -0.003", "change WholeRatio 0.004"]),
        ("核心充足率、一级充足率和总充足率分别为9.1%、10.4%和12.8%，后两项分别上升0.2个和0.3个百分点。",
         ["CoreRatio 0.091", "MiddleRatio 0.104", "WholeRatio 0.128", "change MiddleRatio 0.002", "change WholeRatio 0.003"]),
    ],
)  # fmt: skip
def test_the_first_of_those_before(text: str, expected: list[str]) -> None:
    """前两项 are the first two of three, and 后者 is then the third."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("营业收入24.6亿元，较去年同期营业收入20.5亿元增长20%。",
         ["Income 2460000000", "Income then 2050000000", "growth Income 0.20"]),
        ("營業收入24.6億元，相較去年同期營業收入20.5億元，成長20%。",
         ["Income 2460000000", "Income then 2050000000", "growth Income 0.20"]),
        ("貸款餘額510億元，比上年末貸款餘額500億元增加2%。",
         ["Loans 51000000000", "Loans then 50000000000", "growth Loans 0.02"]),
        ("存款餘額431億元，較上年末存款餘額增長2.1%。", ["Deposits 43100000000", "growth Deposits 0.021"]),
        ("較上年末，貸款餘額510億元，增長2%。", ["Loans 51000000000", "growth Loans 0.02"]),
        ("貸款餘額較2024年底的500億元增加2%至510億元。",
         ["Loans then 50000000000", "growth Loans 0.02", "Loans 51000000000"]),
        ("贷款余额与2024年底的500亿元相比增加2%至510亿元。",
         ["Loans then 50000000000", "growth Loans 0.02", "Loans 51000000000"]),
        ("與2024年的20.5億元相比，營業收入增長20%至24.6億元。", ["?", "growth Income 0.20", "Income 2460000000"]),
        ("相對於2024年底，貸款餘額增加2%，至510億元；存款餘額微跌1%至431億元。",
         ["growth Loans 0.02", "Loans 51000000000", "growth Deposits -0.01", "Deposits 43100000000"]),
        ("2024年底貸款餘額500億元，存款餘額426億元。", ["Loans then 50000000000", "Deposits then 42600000000"]),
    ],
)  # fmt: skip
def test_the_value_then_with_its_name(text: str, expected: list[str]) -> None:
    """較去年同期營業收入X增長Y: the first is of the year before."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖畔銀行存款餘額900億元，較年初增長4%，對公存款佔比46%。",
         ["Deposits+LakeBank 90000000000", "growth Deposits+LakeBank 0.04", "share Deposits+LakeBank+Firms 0.46"]),
        ("湖畔銀行貸款餘額700億元，對公貸款420億元。",
         ["Loans+LakeBank 70000000000", "Loans+LakeBank+Firms 42000000000"]),
        ("湖畔銀行營業收入60億元，其中手續費淨收入15億元，佔25%。",
         ["Income+LakeBank 6000000000", "Fees+LakeBank 1500000000", "?"]),
    ],
)  # fmt: skip
def test_the_business_that_a_sentence_is_about(text: str, expected: list[str]) -> None:
    """It has the parts named behind too; what is a part of another thing by its name has no share of its own."""
    assert said(text, GROUP) == expected


@pytest.mark.parametrize(
    ("text", "against"),
    [
        (
            "贷款余额510亿元，较2024年12月31日及2024年6月30日分别增加2%及9%。",
            ["", "SamePeriodOfPreviousYear"],
        ),
        ("營業收入24.6億元，較去年同期及去年下半年分別成長20%及3%。", ["", "PrecedingPeriod"]),
        (
            "净息差1.52%，分别较2024年全年、2025年第一季度下降13个和4个基点。",
            ["PreviousFullYear", "PrecedingPeriod"],
        ),
        ("营业收入24.6亿元，同比、环比分别增长20%和3%。", ["", "PrecedingPeriod"]),
        ("營業收入24.6億元，按年及按季分別上升20%及3%。", ["", "PrecedingPeriod"]),
        ("淨息差1.52%，較去年同期及上一季分別下降13個及4個基點。", ["", "PrecedingPeriod"]),
        ("营业收入24.6亿元，手续费净收入15亿元，同比分别增长20%和3%。", ["", ""]),
    ],
)
def test_changes_dealt_out_over_what_they_are_measured_against(text: str, against: list[str]) -> None:
    """較A及B分別增加X及Y: X against A, Y against B."""
    rows = [row for row in rows_of(text, "2025H1") if row.status != "not_a_fact"][-2:]

    assert [(row.status, members_of(row)) for row in rows] == [("fact", members) for members in against]


def test_a_ratio_of_two_is_no_rate_of_the_last() -> None:
    """存貸比率 is unknown, and no rate of the deposits that it ends like."""
    assert said("贷款存款比率由72.8%降至70.9%。") == ["?", "?"]
