"""A text file is read in whatever encoding it is, or refused with one sentence; it is never guessed."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tagger.reader import MAX_BYTES, DocumentError, decode, parse_document, read_document

HANT = "年末個人存款九百億元，比上年末增加八十億元。\n網點 80 家，客戶 1,200 萬戶。\n" * 20
HANS = "年末个人存款九百亿元，比上年末增加八十亿元。\n网点 80 家，客户 1,200 万户。\n" * 20
HONG_KONG = HANT + "油尖旺區、深水埗、赤鱲角、鰂魚涌、石塘咀、衞生署、着力、裏面。\n" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HANT, "utf-8"),
        (HANS, "utf-8"),
        (HANT, "utf-16-le"),
        (HANT, "utf-16-be"),
        (HANS, "utf-16-le"),
        (HANT, "big5"),
        (HONG_KONG, "big5hkscs"),
        (HANS, "gb18030"),
        (HANS, "gbk"),
        (HANT, "gb18030"),
    ],
    ids=lambda value: value if len(value) < 12 else None,
)
def test_a_text_is_read_without_a_byte_order_mark(text: str, encoding: str) -> None:
    """The encoding is told by the bytes alone; every character arrives."""
    assert decode(text.encode(encoding), "text") == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_a_byte_order_mark_is_believed_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    """Offsets count from the first character after the mark, in a short text too."""
    assert decode(mark + "存款100億元。".encode(encoding), "text") == "存款100億元。"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_stay_as_they_are(ends: str) -> None:
    """The document's text is the decoded file, character for character: offsets count in it."""
    text = f"1 零售業務{ends}{ends}個人存款100億元。{ends}"

    assert parse_document(text.encode(), "text").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"PK\x03\x04rest", "is a zip archive"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word or Excel file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\x1f\x8b\x08rest", "a compressed file"),
        (b"\x01\x02abc" * 100, "a binary file"),
        (b"abc def \x00 ghi jkl", "a binary file"),
        (codecs.BOM_UTF16_LE + b"\x00", "not valid utf-16-le"),
        (codecs.BOM_UTF8 + b"\xff\xff", "not valid utf-8"),
        (b"caf\xe9 100 \xff\xff", "save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    """The message names the file, says what it is and what to do; there is no half-read document."""
    with pytest.raises(DocumentError) as caught:
        parse_document(data, "report", "report.txt")

    assert said in str(caught.value)
    assert str(caught.value).startswith("report.txt: ")
    assert "\n" not in str(caught.value)


def test_a_text_too_short_to_tell_is_refused() -> None:
    """Bytes that are one text in Big5 and another in GB 18030 are not guessed at."""
    data = "網點".encode("big5")
    assert data.decode("big5hkscs") != data.decode("gb18030")

    with pytest.raises(DocumentError, match="save it as UTF-8"):
        decode(data, "report.txt")


def test_a_missing_file_a_folder_and_too_much_are_told_apart(tmp_path: Path) -> None:
    """Each mistake has its own sentence."""
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(DocumentError, match="no such file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(DocumentError, match="split it"):
        read_document(large)


def test_the_name_of_a_document_is_the_file_s_without_its_ending(tmp_path: Path) -> None:
    """The instances are called after it."""
    path = tmp_path / "annual.2024.txt"
    path.write_text("存款100億元。\n", encoding="utf-8")

    assert read_document(path).name == "annual.2024"


def test_a_place_is_a_line_and_a_column_from_one() -> None:
    """A figure is found again in an editor."""
    document = parse_document("零售\n\n存款100億元".encode(), "text")

    assert document.place(6, 11) == {"kind": "text", "line": 3, "column": 3}
