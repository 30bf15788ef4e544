"""iXBRL: a readable page, every figure tagged in place, and Arelle reads what the ledger says."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from exports import ixbrl
from exports.filing import build_report
from exports.validation import validate_in_child
from tagger.document import Block
from tests.exports.conftest import PROFILE, Draft, mini_taxonomy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.conftest import Bank

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
XHTML = "{http://www.w3.org/1999/xhtml}"
DAY = "2024-12-31"


def page_of(draft: Draft, language: str = "zh-Hant") -> bytes:
    """Return the page of a document put together by hand."""
    report = build_report(draft.ledger, mini_taxonomy(), PROFILE, language)
    stream = io.BytesIO()
    ixbrl.write(report, draft.document, draft.ledger, stream, language)
    return stream.getvalue()


def shown(page: bytes) -> list[str]:
    """Return the text of each block of the body that a reader sees."""
    body = etree.fromstring(page).find(f"{XHTML}body")
    assert body is not None
    return ["".join(block.itertext()) for block in body if block.get("style") != "display:none"]  # type: ignore[arg-type]


def tags(page: bytes) -> list[etree._Element]:
    """Return the tags in the order of the file."""
    return list(etree.fromstring(page).iter(f"{IX}nonFraction"))


@pytest.mark.slow
def test_arelle_finds_the_page_valid_with_a_tag_for_each_mention(bank: Bank, tmp_path: Path) -> None:
    """Seven mentions of six facts, one of them nil: seven tags and nothing to complain about."""
    path = tmp_path / "sample.xhtml"
    with path.open("wb") as stream:
        count = ixbrl.write(bank.report, bank.document, bank.ledger, stream)

    (verdict,) = validate_in_child([path], [bank.package], {"sample.xhtml": count})

    assert (count, verdict.outcome, verdict.facts, verdict.findings) == (7, "valid", 7, ())


def test_the_text_reads_as_in_the_document_with_lines_joined(bank: Bank) -> None:
    """A line break inside a figure disappears, heading and paragraphs are what they were."""
    page = page_of_bank(bank)

    assert shown(page)[:3] == [
        "一 公司業務",
        "2024年末，公司貸款1,234.56億元，增長8.3%；存款下降至近98.7萬億元，客戶突破1,300戶。",
        "年內投放貸款減少（50億元），公司貸款約1,235億元，其他 -。",
    ]
    assert b"<br" not in page
    assert b"<h1>" in page


def page_of_bank(bank: Bank) -> bytes:
    """Return the page of the small bank."""
    stream = io.BytesIO()
    ixbrl.write(bank.report, bank.document, bank.ledger, stream)
    return stream.getvalue()


def test_a_figure_that_a_page_break_cut_in_two_is_one_fact(draft: Draft) -> None:
    """The break lies inside the digits; the tag holds them whole."""
    draft.block("paragraph", "存款12,3\n45億元。", ("12,3\n45億元", f"Deposits 1234500000000 CNY -8 {DAY}"))

    (tag,) = tags(page_of(draft))

    assert (tag.text, tag.get("scale")) == ("12,345", "8")
    assert shown(page_of(draft)) == ["存款12,345億元。"]


def test_the_foot_of_a_page_inside_a_sentence_is_shown(draft: Draft) -> None:
    """It stands where it stands in the text, once; inside a figure it would be no number and is left out."""
    draft.block(
        "paragraph", "本行於年末的@存款12,3@45億元。", ("12,3@45億元", f"Deposits 1234500000000 CNY -8 {DAY}")
    )
    (block,) = draft.blocks
    feet = [at for at, mark in enumerate(draft.text) if mark == "@"]
    draft.text = draft.text.replace("@存", "#存").replace("@", "§")
    draft.blocks = [
        replace(block, breaks=tuple((at, at + 1) for at in feet)),
        Block("page", feet[0], feet[0] + 1),
    ]

    page = page_of(draft)

    assert shown(page) == ["本行於年末的#存款12,345億元。"]


def test_latin_words_keep_a_blank_where_a_line_ended(draft: Draft) -> None:
    """Han characters join without one."""
    draft.block("paragraph", "total\nassets of\n本行\n資產")

    assert shown(page_of(draft)) == ["total assets of本行資產"]


@pytest.mark.slow
def test_what_cannot_be_transformed_is_hidden_and_tied_to_its_place(
    draft: Draft, package: Path, tmp_path: Path
) -> None:
    """Chinese numerals, full-width digits, a compound figure and nil keep their exact values and signs."""
    draft.block(
        "paragraph",
        "貸款一千三百億元，存款１，２３４元，投放1億3,000萬元，上年-。",
        ("一千三百億元", f"Loans 130000000000 CNY -10 {DAY}"),
        ("１，２３４元", f"Deposits 1234 CNY 0 {DAY}"),
        ("1億3,000萬元", "LoansGranted -130000000 CNY -7 2024-01-01/2024-12-31"),
        ("-", "Loans nil CNY 0 2023-12-31"),
    )
    page = page_of(draft)
    path = tmp_path / "hidden.xhtml"
    path.write_bytes(page)
    root = etree.fromstring(page)

    hidden = root.findall(f".//{IX}hidden/{IX}nonFraction")
    tied = [str(span.get("style")) for span in root.iter(f"{XHTML}span") if span.get("style")]

    assert [(tag.text, tag.get("sign")) for tag in hidden] == [
        ("130000000000", None),
        ("1234", None),
        ("130000000", "-"),
        (None, None),
    ]
    assert tied == [f"-ix-hidden:f000{number}" for number in (1, 2, 3, 4)]
    (verdict,) = validate_in_child([path], [package], {"hidden.xhtml": 4})
    assert (verdict.outcome, verdict.findings) == ("valid", ())


def test_a_page_without_hidden_facts_has_no_hidden_part(draft: Draft) -> None:
    """An empty ix:hidden is a schema error."""
    draft.block("paragraph", "貸款5億元。", ("5億元", f"Loans 500000000 CNY -8 {DAY}"))

    assert b"ix:hidden" not in page_of(draft)


def test_a_mention_that_only_bounds_the_fact_is_no_inconsistent_duplicate(draft: Draft) -> None:
    """突破3萬億 beside 3.9萬億 is right, but its rounding interval is another: it stands without a tag."""
    draft.block(
        "paragraph",
        "貸款突破3萬億元，達3.9萬億元。",
        ("3萬億元", f"Loans 3000000000000 CNY -12 {DAY} fact=f0001 qualifier=exceeds"),
        ("3.9萬億元", f"Loans 3900000000000 CNY -11 {DAY} fact=f0001"),
    )
    page = page_of(draft)

    assert [tag.text for tag in tags(page)] == ["3.9"]
    assert b'<span id="r0001">' in page


def test_every_figure_can_be_found_by_its_ledger_row(bank: Bank) -> None:
    """A finding that names a row leads to an element of that id."""
    ids = {element.get("id") for element in etree.fromstring(page_of_bank(bank)).iter(f"{XHTML}span")}

    assert ids >= {row.id for row in bank.ledger.rows}


def test_each_mention_has_the_footnotes_of_its_own_words(bank: Bank) -> None:
    """約 belongs to the second mention of the loans alone."""
    relations = etree.fromstring(page_of_bank(bank)).iter(f"{IX}relationship")

    assert {relation.get("toRefs"): relation.get("fromRefs") for relation in relations} == {
        "footnote_exceeds": "f0004",
        "footnote_nearly": "f0003",
        "footnote_about": "f0001-2",
        "footnote_cumulative": "f0004",
    }


def test_hostile_text_cannot_become_markup_or_break_the_file(draft: Draft) -> None:
    """Tags, entities and control characters in a document come out as text."""
    draft.block("heading", "<script>alert(1)</script>&lt;\x00\x1b\ufffe", level=9)
    draft.block("paragraph", "a\x0cb ]]> <!-- \ud800")
    page = page_of(draft)

    assert b"<script" not in page
    assert shown(page) == ["<script>alert(1)</script>&lt;\ufffd\ufffd\ufffd", "a b ]]> <!-- \ufffd"]


def test_cells_become_tables_and_charts_keep_their_lines(draft: Draft) -> None:
    """Cells of one line are one row; what lies outside of all blocks is not dropped."""
    draft.block("cell", "貸款")
    draft.text = draft.text.rstrip("\n") + "\t"
    draft.block("cell", "5", ("5", f"Loans 5000000 CNY -6 {DAY}"))
    draft.block("cell", "存款")
    draft.block("caption", "圖一")
    draft.block("chart", "2023 2024\n 1   2")
    draft.blocks[-1] = replace(draft.blocks[-1], breaks=())
    draft.text += "stray words"
    page = page_of(draft)
    root = etree.fromstring(page)

    rows = [["".join(cell.itertext()) for cell in row] for row in root.iter(f"{XHTML}tr")]  # type: ignore[arg-type]

    assert rows == [["貸款", "5"], ["存款"]]
    assert shown(page)[1:] == ["圖一", "2023 2024\n 1   2", "stray words"]
    assert [tag.get("scale") for tag in tags(page)] == ["6"]


def test_values_survive_to_the_last_digit(draft: Draft) -> None:
    """Forty digits are more than the usual precision of a decimal context."""
    digits = "1234567890123456789012345678901234567890"
    draft.block("paragraph", f"甲{digits}元，乙一", (digits, f"Loans {digits} CNY 0 {DAY}"))
    draft.rows.append(replace(draft.rows[0], id="r2", fact="f2", start=45, end=46, period="2023-12-31"))

    visible = next(tag for tag in tags(page_of(draft)) if tag.get("id") == "f0001")
    hidden = next(tag for tag in tags(page_of(draft)) if tag.get("id") == "f2")

    assert int(str(visible.text)) * 10 ** int(visible.get("scale", "0")) == int(digits)
    assert hidden.text == digits


def test_time_grows_with_the_text_and_not_faster(draft: Draft) -> None:
    """Eight times the figures and breaks cost far less than 64 times the work."""
    line = "貸款5億元，存款\n6億元。\n"

    def steps(copies: int) -> int:
        made = Draft()
        made.block("paragraph", line * copies)
        for number in range(copies):
            at = number * len(line) + 2
            made.rows.append(
                replace(
                    draft.rows[0],
                    id=f"r{number}",
                    fact=f"f{number}",
                    start=at,
                    end=at + 3,
                    period="2024-12-31",
                )
            )
        calls = 0

        def count(_frame: object, _event: str, _argument: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        page_of(made)
        sys.setprofile(None)
        return calls

    draft.block("paragraph", "貸款5億元", ("5億元", f"Loans 500000000 CNY -8 {DAY}"))

    assert steps(800) < 10 * steps(100)


def test_overlapping_rows_lose_no_fact(draft: Draft) -> None:
    """Where two rows claim the same characters the second fact is hidden rather than dropped."""
    draft.block(
        "paragraph",
        "貸款5億元。",
        ("5億元", f"Loans 500000000 CNY -8 {DAY}"),
    )
    draft.rows.append(replace(draft.rows[0], id="r0002", fact="f0002", period="2023-12-31"))

    assert sorted(str(tag.get("id")) for tag in tags(page_of(draft))) == ["f0001", "f0002"]
    assert shown(page_of(draft)) == ["貸款5億元。"]
