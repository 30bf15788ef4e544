"""Tables as pages print them: headings over a blank line, names of rows over several lines with the values in their middle."""

from __future__ import annotations

import pytest

from tagger.reader import parse_document
from tests.steps import steps
from tests.test_tables_reported import risks_of
from tests.test_tables_tagged import facts_of, rows_of
from tests.test_text_tables import grid

_APART_HANS = (
    "                                                                          （单位：人民币百万元）\n"
    "                       2025 年 6 月 30 日            2024 年 12 月 31 日          本期末比上年末\n"
    "        项    目\n"
    "                       余额             占比         余额             占比           增减\n"
    "\n"
    "活期存款                   412,006         41.20%      398,514         40.66%             3.4%\n"
    "定期存款                   588,011         58.80%      581,602         59.34%             1.1%\n"
)
_APART_HANT = (
    "                                                                          （單位：港幣百萬元）\n"
    "                       2025年6月30日                 2024年12月31日               本期末比上年末\n"
    "        項  目\n"
    "                       餘額             佔比         餘額             佔比           增減\n"
    "\n"
    "活期存款                   412,006         41.20%      398,514         40.66%             3.4%\n"
    "定期存款                   588,011         58.80%      581,602         59.34%             1.1%\n"
)
_APART_ENGLISH = (
    "                                                                             (HK$ million)\n"
    "                          30 June 2025             31 December 2024\n"
    "Item\n"
    "                       Balance      Share        Balance      Share          Change\n"
    "\n"
    "Demand deposits        412,006      41.20%       398,514      40.66%            3.4%\n"
    "Time deposits          588,011      58.80%       581,602      59.34%            1.1%\n"
)


@pytest.mark.parametrize(
    ("text", "share"), [(_APART_HANS, "占比"), (_APART_HANT, "佔比"), (_APART_ENGLISH, "Share")]
)
def test_headings_over_a_blank_line(text: str, share: str) -> None:
    """Amount and share under two days, apart from the rows and not quite over their values, with the corner between."""
    found = facts_of(text, "2025H1")

    assert found[:3] == [
        "DemandDeposits 2025-06-30 412006000000",
        "DemandDeposits 2024-12-31 398514000000",
        "GrowthRateOfDemandDeposits 2025-01-01/2025-06-30 0.034",
    ]
    assert [grid(text)[value][1][0] for value in ("41.20%", "59.34%")] == [share, share]


_BANDS = (
    "                         1個月內      1至3個月      3個月至1年      1至5年      無期限      合計\n"
    "\n"
    "    開出保函               7,204      11,310       28,906      9,015        -     56,435\n"
    "    開出信用證             2,118       6,402        9,230          -        -     17,750\n"
)


def test_bands_of_maturity_over_a_blank_line() -> None:
    """Each band stands over its own column, dashes and all."""
    found = grid(_BANDS)

    assert found["28,906"][:2] == (["開出保函"], ["3個月至1年"])
    assert found["17,750"][:2] == (["開出信用證"], ["合計"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "                          2025 年          2024 年\n"
                "贷款减值准备                4,120            3,980\n"
                "其中：按摊余成本计量的客户\n"
                "                            4,006            3,871\n"
                "      贷款减值准备\n"
                "不良贷款                    9,870            9,412\n"
            ),
            "其中：按摊余成本计量的客户|      贷款减值准备",
        ),
        (
            (
                "                          2025年          2024年\n"
                "減值準備                    4,120            3,980\n"
                "按攤銷成本計量且於報告日\n"
                "仍未到期的企業客戶貸款      4,006            3,871\n"
                "的減值準備\n"
                "不良貸款                    9,870            9,412\n"
            ),
            "按攤銷成本計量且於報告日|仍未到期的企業客戶貸款|的減值準備",
        ),
        (
            (
                "                               2025          2024\n"
                "Impairment allowances         4,120         3,980\n"
                "Allowances for undrawn\n"
                "commitments and financial     4,006         3,871\n"
                "guarantees\n"
                "Non-performing loans          9,870         9,412\n"
            ),
            "Allowances for undrawn|commitments and financial|guarantees",
        ),
    ],
)
def test_values_in_the_middle_of_a_name(text: str, name: str) -> None:
    """As many lines of the name above the values as below are one name, which the values break."""
    document = parse_document(text.encode(), "text")
    blocks = [block for block in document.blocks if block.cell]
    value = next(b for b in blocks if document.text[b.start : b.end] == "4,006")
    assert value.cell is not None
    (span,) = value.cell.row_headings
    label = next(block for block in blocks if (block.start, block.end) == span)
    edges = [label.start, *(at for pair in label.breaks for at in pair), label.end]
    parts = [document.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]

    assert [part.strip() for part in name.split("|")] == [part.strip() for part in parts]
    assert label.cell is not None
    assert label.cell.heading


def test_a_name_about_the_last_row() -> None:
    """The line below the last values is a part of its name, and what follows is none."""
    text = (
        "                                       2025 年\n"
        "资产总额                              904,112\n"
        "扣除非经常性损益后归属于本行普通\n"
        "                                        1,204\n"
        "股股东的净利润\n"
        "以上数据未经审计。\n"
    )
    document = parse_document(text.encode(), "text")
    said = [document.text[b.start : b.end] for b in document.blocks if b.cell and b.cell.row == 3]

    assert said[1:] == ["1,204"]
    assert said[0].endswith("股股东的净利润")
    assert document.blocks[-1].kind == "paragraph"


def test_names_of_holders_in_two_columns() -> None:
    """The kind of holder stands beside the values; the name about them, of two lines or of four, is one."""
    text = (
        "股東名稱                股東性質          持股數量       比例\n"
        "山海國際控股（集團）股\n"
        "                        境內法人     618,540,236      49.56\n"
        "份有限公司\n"
        "遠東中央代理人有限公司  境外法人     128,291,149      10.28\n"
        "某商業銀行股份有限公司\n"
        "－大盤三百指數交易型開\n"
        "                        境內法人      60,276,703       4.83\n"
        "放式證券投資基金管理計\n"
        "劃\n"
    )
    found = grid(text)

    first, last = found["618,540,236"][0], found["60,276,703"][0]
    assert first[-1].startswith("山海國際控股")
    assert first[-1].endswith("份有限公司")
    assert found["128,291,149"][0] == ["境外法人", "遠東中央代理人有限公司"]
    assert last[-1].startswith("某商業銀行")
    assert last[-1].endswith("\n劃")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "                        2025 年         2024 年\n"
                "公司贷款\n"
                "制造业                   12,040          11,870\n"
                "个人贷款\n"
                "住房按揭贷款             31,206          30,118\n"
            ),
            ["制造业", "住房按揭贷款"],
        ),
        (
            (
                "                                   2025          2024\n"
                "Corporate loans\n"
                "Manufacturing                    12,040        11,870\n"
                "Personal loans\n"
                "Residential mortgages            31,206        30,118\n"
            ),
            ["Manufacturing", "Residential mortgages"],
        ),
    ],
)
def test_sections_stay_sections(text: str, names: list[str]) -> None:
    """A short line above a row and one below it name parts of the table, and are no part of the row's name."""
    found = grid(text)

    assert [found[value][0] for value in ("12,040", "31,206")] == [[name] for name in names]


def test_long_runs_of_names_cost_little() -> None:
    """What looks like names without end is looked at in bounded steps."""
    text = "        2025    2024\n" + "一個很長很長的名稱還沒有完\n              1,234   5,678\n" * 6_000

    assert steps([text]) < [80 * len(text)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "                                            （单位：人民币百万元）\n"
            "        项    目            2025 年               2024 年\n"
            "营业收入                     31,442               30,695\n"
            "净利润                       12,633               12,508\n"
            "\n"
            "                       2025 年 12 月 31 日     2024 年 12 月 31 日\n"
            "吸收存款                    582,755              533,678\n"
            "\n"
            "资产总额                    904,112              873,950\n"
        ),
        (
            "                                                  (HK$ million)\n"
            "                                 2025                  2024\n"
            "Operating income               31,442                30,695\n"
            "Net profit                     12,633                12,508\n"
            "\n"
            "                          31 December 2025      31 December 2024\n"
            "Customer deposits              582,755               533,678\n"
            "\n"
            "Total assets                   904,112               873,950\n"
        ),
    ],
)
def test_a_unit_over_the_columns_holds_right_below(text: str) -> None:
    """The second half of a table has headings of its own, and the unit line of the first."""
    assert [fact for fact in facts_of(text) if not fact.startswith(("Operating", "NetP"))] == [
        "Deposits 2025-12-31 582755000000",
        "Deposits 2024-12-31 533678000000",
        "TotalAssets 2025-12-31 904112000000",
        "TotalAssets 2024-12-31 873950000000",
    ]


def test_words_and_limits_before_the_values_name_no_row() -> None:
    """A column of limits, some of them with a note, some not applicable, stands between names and values."""
    text = (
        "        項目              標準值          2025年      2024年\n"
        "流動性覆蓋比率             ≥100          137.82      138.74\n"
        "資本充足率            ≥10.75（註2）       13.77       13.11\n"
        "不良貸款率               不適用           1.05        1.06\n"
    )
    found = grid(text)

    assert [found[value][0] for value in ("137.82", "13.77", "1.05")] == [
        ["流動性覆蓋比率"],
        ["資本充足率"],
        ["不良貸款率"],
    ]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            (
                "                           2025年6月30日             2024年6月30日\n"
                "                          利率變動（基點）          利率變動（基點）\n"
                "                          -100        +100         -100        +100\n"
                "\n"
                "     淨利息收入的變動\n"
                "       增加／（減少）      2,204      (2,204)       1,987      (1,987)\n"
            ),
            ["+100", "利率變動（基點）", "2025年6月30日"],
        ),
        (
            (
                "                              30 June 2025              30 June 2024\n"
                "                             +100bps    -100bps       +100bps    -100bps\n"
                "Effect on net interest income  2,204     (2,204)        1,987     (1,987)\n"
            ),
            ["-100bps", "30 June 2025"],
        ),
    ],
)
def test_steps_up_and_down_are_headings(text: str, heads: list[str]) -> None:
    """Signed numbers above the rows, in both directions, are what the columns are of, and no values."""
    assert grid(text)["(2,204)" if "(2,204)" in grid(text) else "2,204"][1] == heads


@pytest.mark.parametrize(
    "text",
    [
        (
            "单位：人民币百万元\n\n"
            "                       2025 年\n"
            "净利润                  12,633\n"
            "手续费及佣金净收\n"
            "入                       1,204\n"
            "业务及管理费             8,120\n"
        ),
        (
            "單位：港幣百萬元\n\n"
            "                       2025年\n"
            "淨利潤                  12,633\n"
            "淨手續費及佣金\n"
            "收入                     1,204\n"
            "經營支出                 8,120\n"
        ),
        (
            "HK$ million\n\n"
            "                               2025\n"
            "Net profit                    12,633\n"
            "Net Fee and Commission\n"
            "Income                         1,204\n"
            "Operating expenses             8,120\n"
        ),
    ],
)
def test_a_label_of_the_taxonomy_over_two_lines(text: str) -> None:
    """A line without values and the name below are one label; the row behind them is no part of the first."""
    assert facts_of(text) == [
        "NetProfit 2025-01-01/2025-12-31 12633000000",
        "NetFeeIncome 2025-01-01/2025-12-31 1204000000",
        "OperatingExpenses 2025-01-01/2025-12-31 8120000000",
    ]


def test_what_labels_write_with_a_particle() -> None:
    """A heading may leave out what the label says with it: 持有以收取現金流資產, of the assets that are held to collect."""
    text = (
        "單位：人民幣百萬元\n\n"
        "                            2025年12月31日\n"
        "                         總額或名義風險承擔\n"
        "持有以收取現金流資產           5,022,703\n"
    )

    assert risks_of(text) == ["GrossExposure HeldToCollect 2025-12-31 5022703000000"]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            (
                "                     持股 5%以上的股東及前十名股東情況\n"
                "                      期末                                持有無限售\n"
                "   股東名稱                        期內增減                              股份\n"
                "                      持股                                條件的股份\n"
                "                                     變動                                狀態\n"
                "                      數量                                  數量\n"
                "山海控股有限公司    618,540,236    (18,590,574)          618,540,236     無\n"
                "遠東代理人有限公司  128,291,149      2,418,531           128,291,149     無\n"
            ),
            ["期末持股數量", "期內增減變動", "持有無限售條件的股份數量"],
        ),
        (
            (
                "                       Shares                   Shares held\n"
                "   Name of                       Change in\n"
                "                       held at                    without\n"
                "   shareholder                   the year\n"
                "                       year end                 restriction\n"
                "Hill Holdings       618,540,236    (18,590,574)   618,540,236\n"
                "Far East Nominees   128,291,149      2,418,531    128,291,149\n"
            ),
            ["Shares held at year end", "Change in the year", "Shares held without restriction"],
        ),
    ],
)
def test_headings_that_no_line_names_all_of(text: str, heads: list[str]) -> None:
    """Each heading stands in the middle of its own cell; its lines lie between those of the others."""
    document = parse_document(text.encode(), "text")
    cells = [block for block in document.blocks if block.cell]
    first = [b for b in cells if b.cell and not b.cell.heading and b.cell.column > 1][:3]
    said = []
    for value in first:
        assert value.cell is not None
        span = value.cell.column_headings[0]
        head = next(block for block in cells if (block.start, block.end) == span)
        edges = [head.start, *(at for pair in head.breaks for at in pair), head.end]
        between = "" if "持" in text else " "
        said.append(between.join(document.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)))

    assert said == heads
    assert [block.start for block in document.blocks] == sorted(b.start for b in document.blocks)


def test_forms_ask_and_head_nothing() -> None:
    """The boxes of a form above a table are no headings of its columns."""
    text = (
        "本期利潤分配預案\n"
        "   √適用       □不適用\n"
        "每 10 股派息數（元）（含稅）                 3.60\n"
        "可分配利潤（元）                      266,023,278\n"
    )

    assert grid(text)["3.60"][1] == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "HK$ million\n\n"
            "                      Kind                        2025        2024\n"
            "Customer deposits     unsecured                  7,204       6,918\n"
            "Net profit            audited by us              1,118       1,052\n"
            "Total assets          unsecured                 12,306      11,740\n"
        ),
        (
            "單位：港幣百萬元\n\n"
            "                      審閱類                      2025年      2024年\n"
            "客戶存款              無抵押                     7,204       6,918\n"
            "淨利潤                經核數                     1,118       1,052\n"
            "資產總額              無抵押                    12,306      11,740\n"
        ),
    ],
)
def test_what_only_describes_a_row_is_left_aside(text: str) -> None:
    """Where no two rows are called alike, a column of descriptions beside their names leaves nothing open."""
    assert [fact.split()[-1] for fact in facts_of(text)][0::2] == ["7204000000", "1118000000", "12306000000"]


def test_a_number_of_per_cent_is_no_unit() -> None:
    """Holders of more than 5% over columns of shares says in which unit nothing is."""
    text = (
        "HK$ million\n\n"
        "              Customers with more than 5% of deposits\n"
        "                          2025          2024\n"
        "Customer deposits        7,204         6,918\n"
    )

    assert all(row.unit != "pure" for row in rows_of(text) if row.text in ("7,204", "6,918"))


def test_words_of_uneven_width_between_the_name_and_the_values() -> None:
    """Addresses shift the values, a total has none, and a heading with its unit stands above and below the others' line."""
    text = (
        "                                              吸收存款\n"
        "  地区                 地址                网点数量                   员工人数\n"
        "                                            （百万港元）\n"
        "香港             皇后大道中海风大厦 2301 室           18          249,458      920\n"
        "新加坡            滨海湾金融中心三座 40 楼与 41 楼附属办公室    3            79,368      61\n"
        "境外             伦敦城老街 5 号    12            90,351      418\n"
        "       合计                               33             419,177   1,399\n"
    )

    assert facts_of(text) == [
        "NumberOfBranches HongKong 2025-12-31 18",
        "Deposits HongKong 2025-12-31 249458000000",
        "NumberOfEmployees HongKong 2025-12-31 920",
        "NumberOfBranches Singapore 2025-12-31 3",
        "Deposits Singapore 2025-12-31 79368000000",
        "NumberOfEmployees Singapore 2025-12-31 61",
        "NumberOfBranches Overseas 2025-12-31 12",
        "Deposits Overseas 2025-12-31 90351000000",
        "NumberOfEmployees Overseas 2025-12-31 418",
        "NumberOfBranches 2025-12-31 33",
        "Deposits 2025-12-31 419177000000",
        "NumberOfEmployees 2025-12-31 1399",
    ]


def test_a_title_over_the_unit() -> None:
    """What stands over a unit alone in its line is the title, wherever over the columns, and no heading of theirs."""
    text = (
        "                            存款业务关键指标\n"
        "                                                           （货币单位：百万港元）\n"
        "             项目       2025 年 12 月 31 日      2024 年 12 月 31 日      本年末较上年末增减\n"
        "吸收存款                            727,294               767,168         (5.2%)\n"
        "其中：活期存款                         355,148               326,098           8.9%\n"
    )

    assert facts_of(text)[:3] == [
        "Deposits 2025-12-31 727294000000",
        "Deposits 2024-12-31 767168000000",
        "GrowthRateOfDeposits 2025-01-01/2025-12-31 -0.052",
    ]
