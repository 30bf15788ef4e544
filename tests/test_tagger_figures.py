"""How a figure is read: span, value, unit, decimals and qualifier, rule by rule. Spec: docs/ledger.md."""

from __future__ import annotations

import sys

import pytest

from tagger.figures.find import find_figures
from tagger.words.language import load_language
from tests.tagging_example import ledger_of, profile_of, row_of, rows_of

AMOUNTS = [
    ("個人存款174,822.23億元。", "174,822.23億元", "17482223000000", "CNY", -6),
    ("個人存款1.2萬億元。", "1.2萬億元", "1200000000000", "CNY", -11),
    ("個人存款100億。", "100億", "10000000000", "CNY", -8),
    ("綠色貸款8百萬元。", "8百萬元", "8000000", "CNY", -6),
    ("綠色貸款5,000元。", "5,000元", "5000", "CNY", 0),
    ("綠色貸款0.31元。", "0.31元", "0.31", "CNY", 2),
    ("綠色貸款12,345億港元。", "12,345億港元", "1234500000000", "HKD", -8),
    ("綠色貸款3億美元。", "3億美元", "300000000", "USD", -8),
    ("個人存款１２３億元。", "１２３億元", "12300000000", "CNY", -8),
    ("個人存款一千三百億元。", "一千三百億元", "130000000000", "CNY", -10),
    ("綠色貸款餘額3兆元。", "3兆元", "3000000000000", "CNY", -12),
    ("绿色贷款余额3兆元。", "3兆元", "3000000", "CNY", -6),
    ("个人存款5,000万元。", "5,000万元", "50000000", "CNY", -4),
    ("Green loans were RMB200 billion.", "200 billion", "200000000000", "CNY", -9),
    ("Green loans were US$2.5bn.", "2.5bn", "2500000000", "USD", -8),
    ("Personal deposits were RMB(38.4) million.", "38.4", "-38400000", "CNY", -5),
]


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit", "decimals"), AMOUNTS, ids=[a[0] for a in AMOUNTS]
)
def test_money(text: str, figure: str, value: str, unit: str, decimals: int) -> None:
    """Scale words multiply, currency words name the unit, digits printed are the decimals; 兆 is 10^12 or 10^6."""
    row = row_of(text, figure)

    assert (row.value, row.unit, row.decimals) == (value, unit, decimals)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("貸款HK$5百萬元。", "HKD"),
        ("貸款人民幣5百萬元。", "CNY"),
        ("貸款5百萬港元。", "HKD"),
        ("貸款5百萬元。", "MOP"),
    ],
)
def test_a_bare_yuan_is_the_currency_of_the_entity(text: str, currency: str) -> None:
    """元 alone means what the profile says; a currency word before or after the numeral means itself."""
    (row,) = ledger_of(text, profile=profile_of(currency="MOP")).rows

    assert row.unit == currency


RATES = [
    ("不良貸款率8.3%。", "8.3%", "0.083", 3),
    ("不良貸款率１.3５％。", "１.3５％", "0.0135", 4),
    ("拨备覆盖率3.5‰。", "3.5‰", "0.0035", 4),
    ("平均付息率1.68厘。", "1.68厘", "0.0168", 4),
    ("個人存款佔比七成。", "七成", "0.7", 1),
    ("個人存款佔比七成半。", "七成半", "0.75", 2),
    ("個人存款佔比百分之五十。", "百分之五十", "0.50", 2),
    ("個人存款佔全部存款的三分之二。", "三分之二", "0.67", 2),
    ("不良貸款率比上年末上升0.13個百分點。", "0.13個百分點", "0.0013", 4),
    ("平均付息率比上年上升50個基點。", "50個基點", "0.0050", 4),
    ("不良貸款率比上年末上升零點二個百分點。", "零點二個百分點", "0.002", 3),
    ("不良貸款率比上年末上升兩個百分點。", "兩個百分點", "0.02", 2),
    ("平均付息率比上年上升二十個基點。", "二十個基點", "0.0020", 4),
    ("不良貸款率為百分之零點九五。", "百分之零點九五", "0.0095", 4),
    ("资产总额增长一点五倍。", "一点五倍", "1.5", 1),
    ("The non-performing loan ratio was up 2 basis points.", "2 basis points", "0.0002", 4),
    ("Green loans grew by 33.3 per cent in the year.", "33.3 per cent", "0.333", 3),
]


@pytest.mark.parametrize(("text", "figure", "value", "decimals"), RATES, ids=[rate[1] for rate in RATES])
def test_rates(text: str, figure: str, value: str, decimals: int) -> None:
    """Rates are pure numbers; the value has exactly as many digits behind the point as its decimals say."""
    row = row_of(text, figure)

    assert (row.value, row.unit, row.decimals) == (value, "pure", decimals)


COUNTS: list[tuple[str, str, str, str, int | str]] = [
    ("營業網點80家。", "80家", "80", "outlet", "INF"),
    ("營業網點2,000家。", "2,000家", "2000", "outlet", "INF"),
    ("營業網點一百二十家。", "一百二十家", "120", "outlet", "INF"),
    ("營業網點1.2萬家。", "1.2萬家", "12000", "outlet", -3),
    ("個人客戶4,863.5萬戶。", "4,863.5萬戶", "48635000", "customer", -3),
    ("信用卡發卡量300萬張。", "300萬張", "3000000", "card", -4),
    ("個人客戶1,300餘萬戶。", "1,300餘萬戶", "13000000", "customer", -6),
    ("Nearly 70 million personal customers.", "70 million", "70000000", "customer", -7),
    ("The Bank had 642 outlets.", "642", "642", "outlet", "INF"),
]


@pytest.mark.parametrize(("text", "figure", "value", "unit", "decimals"), COUNTS, ids=[c[1] for c in COUNTS])
def test_counts(text: str, figure: str, value: str, unit: str, decimals: int | str) -> None:
    """A plain count is exact, one with a scale word is as exact as it is printed; the unit is the concept's."""
    row = row_of(text, figure)

    assert (row.value, row.unit, row.decimals) == (value, unit, decimals)


@pytest.mark.parametrize(
    ("text", "figure", "value", "decimals"),
    [
        ("個人存款五十二點三億元。", "五十二點三億元", "5230000000", -7),
        ("个人存款八千二百零四点五亿元。", "八千二百零四点五亿元", "820450000000", -7),
        ("個人存款三點二五萬億元。", "三點二五萬億元", "3250000000000", -10),
    ],
)
def test_amounts_in_han_numerals_with_decimals(text: str, figure: str, value: str, decimals: int) -> None:
    """A point between numerals is one where a unit of money stands behind them."""
    row = row_of(text, figure)

    assert (row.value, row.decimals) == (value, decimals)


def test_a_time_of_day_is_no_decimal() -> None:
    """三點三十分 has a point and no unit."""
    assert [row.text for row in ledger_of("會議於下午三點三十分舉行，個人存款80億元。").rows] == ["80億元"]


QUALIFIED: list[tuple[str, str, str, int | str]] = [
    ("營業網點突破2,000家。", "2,000家", "exceeds", -3),
    ("個人存款站上1.1萬億元台階。", "1.1萬億元", "exceeds", -11),
    ("個人存款超1,300億元。", "1,300億元", "exceeds", -10),
    ("個人存款逾1,234.50億元。", "1,234.50億元", "exceeds", -6),
    ("個人客戶1,300餘萬戶。", "1,300餘萬戶", "exceeds", -6),
    ("個人客戶近70萬戶。", "70萬戶", "nearly", -5),
    ("營業網點約300家。", "300家", "about", -2),
    ("營業網點300家左右。", "300家", "about", -2),
    ("營業網點不少於300家。", "300家", "at_least", "INF"),
    ("收單商戶300家以上。", "300家", "at_least", "INF"),
    ("不良貸款率不超過1.5%。", "1.5%", "at_most", 3),
    ("個人存款佔全部存款的三分之二。", "三分之二", "about", 2),
    ("個人存款100億元。", "100億元", "", -8),
    ("Customer loans exceeded HK$1,300 million.", "1,300 million", "exceeds", -8),
    ("The Bank had approximately 300 outlets.", "300", "about", -2),
    ("The Bank had at least 300 outlets.", "300", "at_least", "INF"),
]


@pytest.mark.parametrize(
    ("text", "figure", "qualifier", "decimals"), QUALIFIED, ids=[q[0] for q in QUALIFIED]
)
def test_qualifiers(text: str, figure: str, qualifier: str, decimals: int | str) -> None:
    """A round number that is exceeded, nearly reached or rough counts no trailing zeros; a bound counts them."""
    row = row_of(text, figure)

    assert (row.qualifier, row.decimals) == (qualifier, decimals)


def test_the_span_holds_numeral_scale_and_unit_and_nothing_before_it() -> None:
    """Signs, currency signs and qualifiers lie outside; the slice is what a reader sees as the figure."""
    text = "貸款超人民幣1,300億元，增長（約）5.0%。"

    assert [row.text for row in rows_of(text)] == ["1,300億元", "5.0%"]


def test_a_shared_scale_and_unit_stand_on_the_last_of_a_list() -> None:
    """2.31、3.06和3.87萬億元 are three amounts in 10^12."""
    rows = rows_of("個人存款、公司存款和客戶貸款分別為2.31、3.06和3.87萬億元。")

    assert [(row.text, row.value, row.decimals) for row in rows] == [
        ("2.31", "2310000000000", -10),
        ("3.06", "3060000000000", -10),
        ("3.87萬億元", "3870000000000", -10),
    ]


def test_the_two_ends_of_a_range_are_two_figures() -> None:
    """Each carries a member of the axis for bounds."""
    low, high = rows_of("個人存款餘額為3至5億元。")

    assert (low.value, high.value) == ("300000000", "500000000")
    assert ("bank:BoundAxis", "bank:LowMember") in low.dimensions
    assert ("bank:BoundAxis", "bank:HighMember") in high.dimensions


def test_a_scale_word_inside_a_unit_word_is_no_scale() -> None:
    """35兆瓦 is thirty-five of something, not 35 million."""
    assert row_of("装机容量35兆瓦。", "35兆瓦").value == "35"


@pytest.mark.parametrize("digits", ["1,23", "1.2.3", "12,345,67", "1" * 60, "10.0.0.1"])
def test_digits_that_are_no_number_are_kept_and_tagged_with_nothing(digits: str) -> None:
    """A misprint is in the ledger with its reason; its parts are not taken for numbers."""
    (row,) = rows_of(f"個人存款{digits}億元。")

    assert row.text.startswith(digits)
    assert row.status != "fact"


OTHER_MARKS = [
    ("綠色貸款上升12﹒4%至87﹒3億元。", ["12﹒4%", "87﹒3億元"], ["0.124", "8730000000"]),
    ("綠色貸款為3億元﹔個人存款為1﹐205億元。", ["3億元", "1﹐205億元"], ["300000000", "120500000000"]),
    ("不良貸款率﹙集團﹚為0﹒95﹪。", ["0﹒95﹪"], ["0.0095"]),
    ("不良貸款率為1‧2%，綠色貸款為3‧6億元。", ["1‧2%", "3‧6億元"], ["0.012", "360000000"]),
    ("不良貸款率為1・3%，拨备覆盖率为210・5%。", ["1・3%", "210・5%"], ["0.013", "2.105"]),
    ("Green loans rose 4·2% to £3·6bn.", ["4·2%", "3·6bn"], ["0.042", "3600000000"]),
    ("綠色貸款3，218.5億元，個人存款12，007億元。", ["3，218.5億元", "12，007億元"], ["321850000000", "1200700000000"]),
    ("綠色貸款1，234，567萬元。", ["1，234，567萬元"], ["12345670000"]),
    ("個人存款１２，３４５億元。", ["１２，３４５億元"], ["1234500000000"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures", "values"), OTHER_MARKS, ids=[one[0] for one in OTHER_MARKS])
def test_marks_in_other_forms(text: str, figures: list[str], values: list[str]) -> None:
    """Small forms of Big5, raised decimal points and the comma of Han prose are read; the ledger prints what the text does."""
    rows = [row for row in ledger_of(text).rows if row.status != "not_a_fact"]

    assert [row.text for row in rows] == figures
    assert [row.value for row in rows] == values


@pytest.mark.parametrize(
    "text",
    [
        "“3·15”期間，不良貸款率為1·3%。",
        "陳大文·李小文於2025·6·30到任，不良貸款率為1·3%。",
        "個人存款及綠色貸款分別為120，135億元。",
        "2·2節，不良貸款率為1.3%。",
    ],
)
def test_marks_that_are_no_points(text: str) -> None:
    """The day an event is called by, a date, two of a list and a raised dot beside ordinary points stay what they are."""
    assert not {"3·15", "6·30", "2025·6", "120，135億元", "2·2"} & {row.text for row in ledger_of(text).rows}


@pytest.mark.parametrize(
    ("printed", "currency"),
    [
        ("Dh581.1 million", "AED"),
        ("GH¢581.1 million", "GHS"),
        ("Frw 581.1 million", "RWF"),
        ("UShs 581.1 million", "UGX"),
        ("TT$581.1 million", "TTD"),
        ("J$581.1 million", "JMD"),
        ("` 581.1 million", "INR"),
    ],
)
def test_symbols_of_money_that_banks_of_many_lands_print(printed: str, currency: str) -> None:
    """A Bank of Dubai writes Dh, one of Ghana GH¢; an Indian sign that a font lost is a backtick."""
    row = row_of(f"Net profit was {printed}.", "581.1 million")

    assert (row.concept, row.value, row.unit) == ("bank:NetProfit", "581100000", currency)


@pytest.mark.parametrize(("symbol", "currency"), [("Dh", "MAD"), ("Sh", "TZS")])
def test_a_symbol_of_several_currencies_is_the_entity_s_own(symbol: str, currency: str) -> None:
    """Morocco has dirhams too, and four lands have shillings."""
    (row,) = ledger_of(f"Net profit was {symbol}4.5 billion.", profile=profile_of(currency=currency)).rows

    assert (row.value, row.unit) == ("4500000000", currency)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Net profit was SEK 536 million (527 million).", ("536000000", "527000000")),
        ("Net profit was SEK 4 023m (5 803).", ("4023000000", "5803000000")),
        ("Net profit was NOK 1 204 million (1 188).", ("1204000000", "1188000000")),
        ("Net profit was DKK 214bn (197bn).", ("214000000000", "197000000000")),
    ],
)
def test_a_bracket_holds_the_value_before_however_it_is_grouped(text: str, values: tuple[str, str]) -> None:
    """Its scale may be printed again, and blanks may group its digits."""
    now, before = ledger_of(text).rows

    assert (now.value, before.value) == values
    assert (now.period, before.period) == ("2024-01-01/2024-12-31", "2023-01-01/2023-12-31")


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("The number of employees was 1 204.", "1 204", "1204"),
        ("The Bank had 12 450 employees.", "12 450", "12450"),
        ("Employees numbered 1 204 at the end of the year.", "1 204", "1204"),
    ],
)
def test_blanks_group_the_digits_of_a_count_behind_a_verb(text: str, figure: str, value: str) -> None:
    """It is one number, where a verb says what something was."""
    assert row_of(text, figure).value == value


@pytest.mark.parametrize("text", ["Tier 1 204 employees.", "In note 1 204 employees are listed."])
def test_a_number_of_a_name_is_no_group(text: str) -> None:
    """What numbers a name begins no count."""
    assert "1 204" not in [row.text for row in ledger_of(text).rows]


def test_a_text_that_begins_with_a_digit_may_end_in_a_blank() -> None:
    """What ends a text does not stand before it."""
    assert [figure.start for figure in find_figures("3 ", load_language("en"))] == [0]


def test_digits_of_every_script_are_accounted_for() -> None:
    """Whatever Python calls a digit is in the ledger, with rare scripts in the text or without."""
    nines = [
        chr(code) for code in range(sys.maxunicode) if chr(code).isdecimal() and chr(code - 9).isdecimal()
    ]
    for some in (nines, [nine for nine in nines if nine <= "\uffff"]):
        assert len(some) <= len(ledger_of(" 與 ".join(some)).rows)
