"""Reads a document's bytes into a `Document`: which format it is, in which encoding, and its blocks.

A page (HTML) is told by its ending or by how it begins; what it says of its encoding holds only if its bytes are
valid in that and are not valid UTF-8.
A plain text is decoded by its byte order mark, else as strict UTF-8, else as UTF-16 by its shape, else by
`charset-normalizer` among the Chinese encodings. What stays doubtful is refused, never guessed.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from tagger.document import Document, text_places
from tagger.readers.html_reader import declared_encoding, looks_like_html, read_html
from tagger.readers.layout import blocks_of
from taxonomy.errors import TagwrightError

MAX_BYTES = 64 * 1024 * 1024
_CHINESE_ENCODINGS = ["big5hkscs", "gb18030"]
_ENOUGH_TO_TELL = 400
_SHORTEST_UTF16 = 4
_READABLE = re.compile("[\\s\\x20-\\x7e\u00a0-\u00ff\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""What a report is written in: ASCII, Latin-1, punctuation, Han and full-width forms."""
_BINARY_STARTS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive (or a Word or Excel file)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_PRIVATE_FIRST, _PRIVATE_LAST = "\ue000", "\uf8ff"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class DocumentError(TagwrightError):
    """A document that cannot be read."""


def read_document(path: Path) -> Document:
    """Read a document from a file.

    Raises: DocumentError where it is missing, unreadable, empty, binary, too large or of no known encoding.
    """
    return parse_document(read_bytes(path), path.stem, str(path), path.suffix)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a document's file, once and bounded: a device or a pipe tells no size.

    Raises: DocumentError where it is missing, unreadable or too large.
    """
    try:
        if path.is_dir():
            raise DocumentError(f"{path}: is a folder; give the document's file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such file; check the document's path") from None
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{path}: more than {MAX_BYTES:,} bytes, the most a document may have: split it")
    return data


def parse_document(data: bytes, name: str, source: str = "", ending: str = "") -> Document:
    """Return the document that the bytes of a file hold; `source` names it in messages, `ending` is the file's."""
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise DocumentError(f"{source or name}: is empty; nothing to tag")
    if looks_like_html(data, ending):
        return _page(data, name, source or name)
    text = decode(data, source or name)
    if not text.strip():
        raise DocumentError(f"{source or name}: is empty; nothing to tag")
    return Document(name=name, text=text, blocks=blocks_of(text), place=text_places(text))


def _page(data: bytes, name: str, source: str) -> Document:
    document = read_html(decode(data, source, declared=declared_encoding(data)), name)
    if not document.text.strip():
        raise DocumentError(f"{source}: shows no text; nothing to tag")
    return document


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """Return the text of the bytes, less a byte order mark. `declared`: what the file says its encoding is.

    Raises: DocumentError where the bytes are no text or the encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, source)
    for start, kind in _BINARY_STARTS.items():
        if data.startswith(start):
            raise DocumentError(f"{source}: is {kind}, not a text; save it as plain text (.txt, UTF-8)")
    by_shape = _utf16_by_shape(data)
    if by_shape:
        return _strictly(data, by_shape, source)
    if b"\x00" in data:
        raise DocumentError(f"{source}: byte {data.index(0)} is zero: a binary file; save it as text (UTF-8)")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared and _decodes(data, declared):
            text = data.decode(declared)
        else:
            text = _in_a_chinese_encoding(data, source, error.start)
    _refuse_controls(text, source)
    return text


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{source}: byte {error.start} is not valid {encoding}, as its first bytes promise; save it as UTF-8"
        ) from None
    _refuse_controls(text, source)
    return text


def _refuse_controls(text: str, source: str) -> None:
    # A form feed is a page break and a carriage return ends a line; other controls are no text
    controls = len(_CONTROL.findall(text))
    if controls > len(text) // 100:
        raise DocumentError(
            f"{source}: holds {controls:,} control characters: a binary file; save it as text"
        )


def _utf16_by_shape(data: bytes) -> str | None:
    sample = data[:4096]
    if len(sample) < _SHORTEST_UTF16 or len(data) % 2:
        return None
    # Line feeds and blanks are 0A 00 / 20 00 in little endian; a UTF-8 or Big5 text holds no zero byte
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) // 200 + 1 or min(even, odd) * 4 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    readable = len(_READABLE.findall(sample.decode(encoding, "replace")))
    return encoding if readable * 20 > len(sample) // 2 * 19 else None  # else the zeros are a binary file's


def _in_a_chinese_encoding(data: bytes, source: str, first_bad: int) -> str:
    possible = [name for name in _CHINESE_ENCODINGS if _decodes(data, name)]
    if not possible:
        raise DocumentError(
            f"{source}: byte {first_bad} is not UTF-8, and the file is neither Big5 nor GB 18030; save it as UTF-8"
        )
    if len(possible) > 1 and len(data.decode(possible[0])) >= _ENOUGH_TO_TELL:
        from charset_normalizer import from_bytes  # noqa: PLC0415  # late: 60 ms that a UTF-8 text need not pay

        best = from_bytes(data, cp_isolation=_CHINESE_ENCODINGS).best()
        possible = [best.encoding] if best else possible
    if len(possible) > 1:
        raise DocumentError(
            f"{source}: byte {first_bad} is not UTF-8, and the text reads as {' and as '.join(possible)};"
            " save it as UTF-8"
        )
    return data.decode("big5hkscs" if possible[0].startswith("big5") else possible[0])


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    # GB 18030 maps nearly every byte pair to something: private-use characters betray a wrong guess
    return not any(_PRIVATE_FIRST <= character <= _PRIVATE_LAST for character in text)
