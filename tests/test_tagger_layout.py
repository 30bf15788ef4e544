"""The blocks of a plain text: headings, paragraphs broken by lines and pages, and the numbers of charts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.document import Block
from tagger.readers.layout import blocks_of
from tests.tagging_example import ledger_of, reading_of, row_of, rows_of

LONG = "零售條線堅持深耕縣域，由單一產品銷售轉向家庭賬戶經營，把服務實體經濟與控制負債成本放在同一張記分卡上衡量，年末個人存款"


def kinds(text: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    return [(block.kind, text[block.start : block.end]) for block in blocks_of(text)]


@pytest.mark.parametrize(
    ("heading", "level"),
    [("3.1 業務回顧", 2), ("3.1.2 零售業務", 3), ("1. Retail banking", 1)],
)
def test_a_numbered_line_of_its_own_is_a_heading(heading: str, level: int) -> None:
    """Its level is the depth of its number."""
    first = blocks_of(f"{heading}\n\n個人存款100億元。\n")[0]

    assert (first.kind, first.level) == ("heading", level)


@pytest.mark.parametrize("heading", ["第一章 概況", "(一)零售業務", "零售業務"])
def test_a_short_line_without_a_full_stop_is_a_heading(heading: str) -> None:
    """Its number in words changes nothing."""
    text = f"{heading}\n\n本行個人存款100億元，比上年末增加10億元。\n"

    assert kinds(text)[0] == ("heading", heading)


def test_a_line_that_goes_on_is_one_paragraph() -> None:
    """A line broken in the middle of a word is read as if it were not."""
    text = LONG + "比上\n年末增加5億元。\n"

    assert [kind for kind, _ in kinds(text)] == ["paragraph"]
    assert row_of(text, "5億元").concept == "bank:IncreaseDecreaseInDepositsFromCustomers"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("12.47\n\n萬戶", "124700"),
        ("12.47萬\n\n戶", "124700"),
        ("12.4\n7萬戶", "124700"),
        ("1,2\n00戶", "1200"),
    ],
    ids=["before the scale", "before the unit", "in the decimals", "in the digits"],
)
def test_a_figure_that_a_page_or_line_break_cuts_is_one(printed: str, value: str) -> None:
    """Its row spans the break, and its value is that of all its digits."""
    row = row_of(LONG + f"100億元；有貸戶{printed}，增加1萬戶。\n", printed)

    assert (row.value, row.unit) == (value, "customer")


def test_a_number_whose_first_digits_stand_in_a_line_of_their_own_is_one() -> None:
    """A line that ends in a comma behind one to three digits goes on with three more."""
    row = row_of(LONG + "100億元；有貸戶\n3,\n127戶，增加1萬戶。\n", "3,\n127戶")

    assert (row.value, row.unit) == ("3127", "customer")


def test_two_paragraphs_are_two() -> None:
    """A sentence that has ended is not read on in the next paragraph."""
    text = "年末個人存款100億元。\n\n網點80家。\n"

    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_bare_numbers_and_years_are_a_chart_and_the_line_above_its_caption() -> None:
    """So the sentence before is not read on in them."""
    text = "年末個人存款100億元。\n\n單位：人民幣億元 個人存款\n\n2023 2024\n\n90\n\n100\n"

    assert kinds(text) == [
        ("paragraph", "年末個人存款100億元。"),
        ("caption", "單位：人民幣億元 個人存款"),
        ("chart", "2023 2024\n\n90\n\n100"),
    ]


def test_a_heading_s_number_is_no_figure_and_its_words_are_the_topic() -> None:
    """What a paragraph leaves unsaid stands in the heading above it."""
    rows = rows_of("3.2 公司存款\n\n年末餘額為200億元，增長3%。\n")

    assert rows[0].reason is not None
    assert rows[0].reason.code == "heading_number"
    assert reading_of(rows[2])[:2] == ("GrowthRateOfDepositsFromCustomers", "CorporateCustomers")


@given(st.text(alphabet="存款億元。，1 2.\n\r\f（）%：A-", max_size=200).filter(str.strip))
def test_blocks_hold_every_character_that_is_printed_once_and_in_order(text: str) -> None:
    """Nothing of a text falls between two blocks, whatever it looks like; a break holds at most what pages print."""
    blocks = blocks_of(text)

    stretches = sorted(stretch for block in blocks for stretch in _less_breaks(block))
    assert "".join("".join(text[start:end] for start, end in stretches).split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
    between = [(start, end) for block in blocks for start, end in block.breaks if text[start:end].strip()]
    pages = [(block.start, block.end) for block in blocks if block.kind == "page"]
    assert all(any(s <= start and end <= e for start, end in pages) for s, e in between)
    assert all(b.start <= s < e <= b.end for b in blocks for s, e in b.breaks)


def _less_breaks(block: Block) -> list[tuple[int, int]]:
    """Return what of a block's span lies in none of its breaks."""
    ends = [block.start, *(end for _, end in block.breaks)]
    starts = [*(start for start, _ in block.breaks), block.end]
    return list(zip(ends, starts, strict=True))


def test_an_item_that_is_a_title_alone_does_not_run_into_its_text() -> None:
    """A line far too short to be broken ends where it ends; one that is broken goes on."""
    text = f"■ 縣域金融\n{LONG}\n\n■ {LONG}\n超過100億元。\n"

    assert [words.partition("\n")[0] for _, words in kinds(text)] == ["■ 縣域金融", LONG, f"■ {LONG}"]


def test_a_list_of_figures_with_one_a_line_is_one_sentence() -> None:
    """A PDF may break a sentence behind each figure of a list: 分別為9.36%、 / 11.49%、 / 13.77%，."""
    text = (
        "踐行資本精細化管理，資本充足率穩步提升，資本內生積累持續強化，各項資本指標均滿足監管要求。2024年末，\n"
        "本集團核心一級資本充足率、一級資本充足率及資本充足率分別為9.36%、\n11.49%、\n13.77%，\n"
        "較上年末分別上升0.24、0.80、0.66個百分點。\n"
    )

    found = {row.text: (row.concept or "").partition(":")[2] for row in rows_of(text) if row.status == "fact"}

    assert found["11.49%"] == "Tier1CapitalRatio"
    assert found["13.77%"] == "CapitalAdequacyRatio"
    assert found["0.80"] == "IncreaseDecreaseInTier1CapitalRatio"


@pytest.mark.parametrize("mark", ["• ", "●", "※ ", "－", "◆", "○ ", "➢ ", "✓ "])
def test_items_of_a_list_are_apart_whatever_their_mark(mark: str) -> None:
    """The growth at the end of one item is not of what the next names."""
    text = f"業績摘要\n\n{mark}淨利潤98.7億元，增長4.9%\n{mark}客戶存款5,124億元\n"
    found = {row.text: row.concept for row in ledger_of(text).rows if row.status == "fact"}

    assert found["4.9%"] == "bank:GrowthRateOfNetProfit"
    assert found["5,124億元"] == "bank:DepositsFromCustomers"


LINES = (
    "Net profit of $161.4 million (2023: $184.4 million)",
    "Return on average equity of 9.3% (2023: 11.9%), up again",
    "Positive movements of rates offset the pressure on corporate loans and personal loans of the past",
    "Net interest margin of 1.4% (2023: 2.0%), with operating income of $267.4 million",
    "Cost-to-income ratio of 45.1% (2023: 46.0%)",
)


def test_lines_that_each_say_a_thing_are_paragraphs_without_mark_or_full_stop() -> None:
    """What one line says is not of the next, nor whose members it names."""
    assert [words for _, words in kinds("\n".join(LINES) + "\n")] == list(LINES)

    found = {row.text: row for row in ledger_of("\n".join(LINES) + "\n").rows if row.status == "fact"}
    assert found["1.4%"].concept == "bank:NetInterestMargin"
    assert not any(row.dimensions for row in found.values())


def test_a_short_line_before_a_capital_is_no_part_of_a_wrapped_sentence() -> None:
    """Its end lies far before where lines are broken."""
    text = (
        "The year was one of growth in all that we do, and of care in what we lend and to whom it is lent\n"
        "by us, as the chairman said in his letter to those who own the bank and to those who work in it.\n"
        "- Net profit increased by 11 per cent to US$523 million\n"
        "Strong cash and resilient capital that go on from there to what the owners will hear about next\n"
        "in the notes on 2025.\n"
    )
    words = [said for _, said in kinds(text)]

    assert "- Net profit increased by 11 per cent to US$523 million" in words


def test_a_wrapped_sentence_is_one_paragraph_whatever_its_lines_begin_with() -> None:
    """Names begin with capitals in the middle of a sentence too."""
    text = (
        "Net profit of the Bank and of all that it holds in Hong Kong, in Macau and in the cities of the\n"
        "Greater Bay Area was $161.4 million, as it had been said in the plan that was agreed with the\n"
        "Board, and it compares with $184.4 million in the year before, when rates stood higher by far.\n"
    )
    assert len(kinds(text)) == 1


@pytest.mark.parametrize("mark", ["o ", "\uf0b7 ", "\uf0a7 "])
def test_marks_that_a_word_processor_leaves(mark: str) -> None:
    """A circle becomes a small o, and what a font of symbols draws has a code of its own."""
    text = (
        f"Highlights\n{mark}Net profit of $98.7 million, up 4.9%\n{mark}Customer deposits of $5,124 million\n"
    )
    found = {row.text: row.concept for row in ledger_of(text).rows if row.status == "fact"}

    assert found["4.9%"] == "bank:GrowthRateOfNetProfit"
    assert found["5,124 million"] == "bank:DepositsFromCustomers"
