"""What the parts of a Chinese list share: the member that opens it, the measure that its clause names, the time said once."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, facts_with, profile_of, taxonomy_in_data

YEAR, END, BEFORE = "2025-01-01/2025-12-31", "2025-12-31", "2024-01-01/2024-12-31"
LOANS, DEPOSITS, NPL = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NonPerformingLoanRatio"
COVERAGE, PAID, LENT = (
    "ProvisionCoverageRatio",
    "AverageInterestRateOfDeposits",
    "AverageInterestRateOfLoansGranted",
)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("公司存款和贷款分别为120亿元和230亿元。", (LOANS, "CorporateCustomers", END, "23000000000")),
        ("零售贷款余额和不良率分别为300亿元和1.2%。", (NPL, "PersonalCustomers", END, "0.012")),
        (
            "個人存款餘額及貸款餘額分別較上年末增長5%和7%。",
            (f"GrowthRateOf{LOANS}", "PersonalCustomers", YEAR, "0.07"),
        ),
        (
            "信用卡發卡量及消費額分別為90萬張和88億元。",
            ("CardSpendingVolume", "CreditCards", YEAR, "8800000000"),
        ),
        ("个人客户存款、贷款分别达到810亿元、670亿元。", (LOANS, "PersonalCustomers", END, "67000000000")),
        ("企業貸款餘額與不良貸款率分別為512億元與0.9%。", (NPL, "CorporateCustomers", END, "0.009")),
        # each part has a member of its own; the measures are of all
        ("个人贷款和公司贷款不良率分别为1.1%和0.8%。", (NPL, "CorporateCustomers", END, "0.008")),
        ("存款和貸款總額分別為300億元和280億元。", (LOANS, "", END, "28000000000")),
    ],
)
def test_the_member_that_opens_a_list_of_measures_owns_them_all(text: str, last: Reading) -> None:
    """公司存款和貸款分別為X和Y: both are of companies."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "公司貸款500億元、個人貸款300億元，不良率分別為0.8%及1.1%。",
            [(NPL, "CorporateCustomers", END, "0.008"), (NPL, "PersonalCustomers", END, "0.011")],
        ),
        (
            "公司存款900亿元、个人存款700亿元，付息率分别为1.8%和2.1%。",
            [(PAID, "CorporateCustomers", YEAR, "0.018"), (PAID, "PersonalCustomers", YEAR, "0.021")],
        ),
        (
            "信用卡發卡量120萬張、借記卡發卡量800萬張，消費額分別為300億元和500億元。",
            [
                ("CardSpendingVolume", "CreditCards", YEAR, "30000000000"),
                ("CardSpendingVolume", "DebitCards", YEAR, "50000000000"),
            ],
        ),
        # two measures of all, though two parts stand before
        (
            "公司贷款500亿元、个人贷款300亿元，不良率、拨备覆盖率分别为1.1%和210%。",
            [(NPL, "", END, "0.011"), (COVERAGE, "", END, "2.10")],
        ),
    ],
)
def test_a_measure_is_dealt_out_over_the_parts_before_it(text: str, last: list[Reading]) -> None:
    """公司貸款X、個人貸款Y，不良率分別為…: the first rate is of the first part."""
    assert fact_readings(text, "2025")[-2:] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "全年發放貸款620億元，上年則為580億元及2.1萬筆。",
            ("LoansGranted", "", BEFORE, "58000000000"),
        ),
        ("核销贷款61亿元，上年为52亿元。", ("LoansWrittenOff", "", BEFORE, "5200000000")),
    ],
)
def test_what_is_joined_to_a_figure_is_of_its_time(text: str, last: Reading) -> None:
    """上年為24單及267億元: both are of the year before."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "新发放普惠型小微企业贷款平均利率3.58%。",
            (LENT, "InclusiveSmallAndMicroEnterprises", YEAR, "0.0358"),
        ),
        ("新發放公司貸款加權平均利率2.93%。", (LENT, "CorporateCustomers", YEAR, "0.0293")),
        ("新发放个人贷款年化利率4.1%。", (LENT, "PersonalCustomers", YEAR, "0.041")),
        ("當年新發放綠色貸款利率3.05%。", (LENT, "GreenLoans", YEAR, "0.0305")),
        ("个人存款平均付息率1.92%。", (PAID, "PersonalCustomers", YEAR, "0.0192")),
        ("企業存款加權平均付息率1.63%。", (PAID, "CorporateCustomers", YEAR, "0.0163")),
    ],
)
def test_a_member_parts_the_name_of_a_rate(text: str, reading: Reading) -> None:
    """新發放(普惠型小微企業)貸款平均利率; 平均, 加權平均 and 年化 add nothing to an interest rate."""
    assert fact_readings(text, "2025") == [reading]


@pytest.mark.parametrize("text", ["户均贷款32万元。", "新發放公司貸款平均期限3.58%。"])
def test_an_average_of_another_thing_stays_open(text: str) -> None:
    """What is each one's is no total, and what no term names is no rate of loans."""
    assert fact_readings(text, "2025") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("不良貸款率自 1.62%降為 1.18%。", (NPL, "", END, "0.0118")),
        ("成本收入比由 31.5% 降为 29.8%。", ("CostToIncomeRatio", "", YEAR, "0.298")),
        ("撥備覆蓋率從 182% 升為 195%。", (COVERAGE, "", END, "1.95")),
    ],
)
def test_blanks_part_nothing_of_a_move(text: str, last: Reading) -> None:
    """自 1.62%降為 1.18%: what the rate came to, and no growth."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "私人银行客户（月日均资产600万元及以上）2.1万户，增长5%。",
            ("GrowthRateOfNumberOfCustomers", "PrivateBankingCustomers", YEAR, "0.05"),
        ),
        ("公司贷款（含票据贴现35亿元）余额1,200亿元。", (LOANS, "CorporateCustomers", END, "120000000000")),
        (
            "普惠小微貸款（單戶授信1,000萬元以下）餘額386億元。",
            (LOANS, "InclusiveSmallAndMicroEnterprises", END, "38600000000"),
        ),
        ("绿色贷款（其中清洁能源120亿元）余额500亿元。", (LOANS, "GreenLoans", END, "50000000000")),
        ("員工（含派遣320人）共5,120人。", ("NumberOfEmployees", "", END, "5120")),
        # a figure before the bracket has its own
        ("不良贷款率1.2%（上年末1.3%）拨备覆盖率200%。", (COVERAGE, "", END, "2.00")),
    ],
)
def test_a_bracket_with_a_figure_parts_no_subject_from_its_own(text: str, last: Reading) -> None:
    """私人銀行客戶（…600萬元及以上）2.1萬戶: the second figure counts the customers."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "期末個人客戶拓展有成，攔截奇事18宗。於年底，我們有412名員工。",
            ("NumberOfEmployees", "", END, "412"),
        ),
        ("本行处理怪事18件；共有5,120名员工。", ("NumberOfEmployees", "", END, "5120")),
    ],
)
def test_a_noun_in_the_unit_says_what_is_counted(text: str, reading: Reading) -> None:
    """412名員工, whatever was not understood before."""
    assert fact_readings(text, "2025")[-1] == reading


def test_a_part_counted_in_the_word_before_is_of_what_that_counts() -> None:
    """員工8,200人，其中境外分行320人 are no outlets."""
    assert fact_readings("員工8,200人，其中境外分行320人。", "2025") == [
        ("NumberOfEmployees", "", END, "8200")
    ]
    assert fact_readings("員工8,200人，境外分行32家。", "2025")[-1][:2] == (
        "NumberOfOutlets",
        "OverseasOutlets",
    )


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "发放绿色贷款612亿元，支持境外项目等；发放个人贷款538亿元。",
            ("LoansGranted", "PersonalCustomers", YEAR, "53800000000"),
        ),
        (
            "投放綠色貸款612億元，支持境外企業；投放個人貸款538億元。",
            ("LoansGranted", "PersonalCustomers", YEAR, "53800000000"),
        ),
    ],
)
def test_what_stands_before_a_semicolon_is_told_by_then(text: str, last: Reading) -> None:
    """發放鐵路貸款X，支持西部項目；發放公路貸款Y: the second is not of the west."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "物流园区规模120亿元，增长8%。",
            [
                "ParkAssets Logistics 2025-12-31 12000000000",
                "GrowthRateOfParkAssets Logistics 2025-01-01/2025-12-31 0.08",
            ],
        ),
        (
            "全年簽訂租約207宗，總額9,600萬元，宗數及金額分別較上年多83宗和6.2%。",
            [
                "LeasesSigned - 2025-01-01/2025-12-31 207",
                "LeaseAmount - 2025-01-01/2025-12-31 96000000",
                "IncreaseDecreaseInLeasesSigned - 2025-01-01/2025-12-31 83",
                "GrowthRateOfLeaseAmount - 2025-01-01/2025-12-31 0.062",
            ],
        ),
        (
            "开展安全培训316场，培训人次1,870人次，场次和人次分别增加16场和70人次。",
            [
                "TrainingSessions - 2025-01-01/2025-12-31 316",
                "PeopleTrained - 2025-01-01/2025-12-31 1870",
                "IncreaseDecreaseInTrainingSessions - 2025-01-01/2025-12-31 16",
                "IncreaseDecreaseInPeopleTrained - 2025-01-01/2025-12-31 70",
            ],
        ),
        (
            "损失事件26起，损失金额1,340万元，分别减少3起和下降18.3%。",
            [
                "LossEvents - 2025-01-01/2025-12-31 26",
                "Losses - 2025-01-01/2025-12-31 13400000",
                "IncreaseDecreaseInLossEvents - 2025-01-01/2025-12-31 -3",
                "GrowthRateOfLosses - 2025-01-01/2025-12-31 -0.183",
            ],
        ),
        (
            "损失事件26起，金额1,340万元。",
            ["LossEvents - 2025-01-01/2025-12-31 26", "Losses - 2025-01-01/2025-12-31 13400000"],
        ),
        (
            "簽訂租約88宗，合計簽約額5億元。",
            ["LeasesSigned - 2025-01-01/2025-12-31 88", "LeaseAmount - 2025-01-01/2025-12-31 500000000"],
        ),
        # nothing is called so
        ("損失事件26起，獎金1,340萬元。", ["LossEvents - 2025-01-01/2025-12-31 26"]),
        ("物流園區價格120億元。", []),
    ],
)
def test_a_name_is_begun_or_ended_and_the_rest_is_told_beside_it(text: str, said: list[str]) -> None:
    """簽訂租約207宗，總額X: of 簽訂租約宗數 and 簽訂租約總額; 物流園區規模, of 園區資產規模."""
    assert facts_with(taxonomy_in_data("park-operator"), profile_of(), text) == said


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "个人贷款余额900亿元，主要受上年同期集中投放的高基数影响；其中住房贷款500亿元。",
            (LOANS, "ResidentialMortgageLoans", END, "50000000000"),
        ),
        (
            "营业收入486亿元，主要由于上年同期基数较高，其中利息净收入331亿元。",
            ("NetInterestIncome", "", YEAR, "33100000000"),
        ),
        ("净利润12亿元，主要得益于去年下半年拨备减少；不良率1.2%。", (NPL, "", END, "0.012")),
        ("受去年第四季度减息影响，净息差收窄至1.5%。", ("NetInterestMargin", "", YEAR, "0.015")),
        ("因2024年收购的子公司并表，员工增至5,120人。", ("NumberOfEmployees", "", END, "5120")),
        ("受惠於去年同期低基數，手續費收入達36億元。", ("FeeAndCommissionIncome", "", YEAR, "3600000000")),
        (
            "隨著按揭息率回落，置業需求於第二季轉趨活躍。個人貸款減至61.7億元。",
            (LOANS, "PersonalCustomers", END, "6170000000"),
        ),
        # what the sentence opens with is its time
        ("2024年，受减息影响，净息差收窄至1.5%。", ("NetInterestMargin", "", BEFORE, "0.015")),
    ],
)
def test_a_time_in_a_cause_is_of_no_figure_behind_it(text: str, last: Reading) -> None:
    """主要由於上年同期基數較高，其中…X: X is of this year."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("客戶存款錄得7.2%的增幅至2,186億元。",
         [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.072"), (DEPOSITS, "", END, "218600000000")]),
        ("存款有8%的增長至500億元。", [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.08"), (DEPOSITS, "", END, "50000000000")]),
        ("淨利息收入錄得4.2%跌幅。", [("GrowthRateOfNetInterestIncome", "", YEAR, "-0.042")]),
        ("營業收入取得4.5%漲幅，達120億元。",
         [("GrowthRateOfOperatingIncome", "", YEAR, "0.045"), ("OperatingIncome", "", YEAR, "12000000000")]),
        ("淨息差錄得12個基點的跌幅。", [("IncreaseDecreaseInNetInterestMargin", "", YEAR, "-0.0012")]),
        ("客户贷款实现8.3%的较快增长。", [(f"GrowthRateOf{LOANS}", "", YEAR, "0.083")]),
        ("不良率在1.2%的水平。", [(NPL, "", END, "0.012")]),
    ],
)  # fmt: skip
def test_a_noun_of_change_behind_its_figure(text: str, found: list[Reading]) -> None:
    """錄得7.2%的增幅至X: a growth, and what it came to."""
    assert fact_readings(text, "2025") == found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("活期存款佔比41.3%，較上年末下降1.9個百分點；存款平均付息率1.71%。", (PAID, "", YEAR, "0.0171")),
        ("公司贷款余额900亿元，占比55%；贷款平均利率3.8%。", (LENT, "", YEAR, "0.038")),
        ("綠色貸款佔比12%，貸款總額9,000億元。", (LOANS, "", END, "900000000000")),
        # a rate of which no noun is said goes on with the part
        ("个人贷款余额900亿元，占比45%，不良率1.2%。", (NPL, "PersonalCustomers", END, "0.012")),
    ],
)
def test_a_noun_said_again_without_its_part_is_of_the_whole(text: str, last: Reading) -> None:
    """活期存款佔比X；存款付息率Y: of all deposits."""
    assert fact_readings(text, "2025")[-1] == last


def test_a_bond_may_be_called_by_the_end_of_its_name() -> None:
    """綠色債, of 綠色債券."""
    assert fact_readings("全年发行绿色债80亿元。", "2025") == [
        ("BondsIssued", "GreenBonds", YEAR, "8000000000")
    ]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("全体员工5,120人。", ("NumberOfEmployees", "", END, "5120")),
        ("全部營業網點1,286個。", ("NumberOfOutlets", "", END, "1286")),
        ("所有貸款餘額900億元。", (LOANS, "", END, "90000000000")),
        ("整體不良貸款率1.1%。", (NPL, "", END, "0.011")),
        ("全部個人存款餘額800億元。", (DEPOSITS, "PersonalCustomers", END, "80000000000")),
    ],
)
def test_a_word_for_all_of_it_tells_no_part(text: str, reading: Reading) -> None:
    """全體員工 are the staff, though the whole of an axis is called so too."""
    assert fact_readings(text, "2025") == [reading]
