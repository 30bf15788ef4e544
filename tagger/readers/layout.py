"""Finds the blocks of a plain text: headings, paragraphs that lines and pages broke, cells and charts of numbers.

What a PDF's text layer gives has lines broken inside words and figures cut from their unit by a page break. A
paragraph that ends in the middle of a sentence therefore goes on after the blank line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from tagger.document import Block
from tagger.readers.bars import JOINED, without_bars
from tagger.readers.captions import captions_before
from tagger.readers.carried_heads import CarriedHeads
from tagger.readers.continued import Continued
from tagger.readers.footnotes import footnote_runs
from tagger.readers.grids import blocks_of_grid, width
from tagger.readers.pages import page_lines
from tagger.readers.split_values import joined_values
from tagger.readers.text_lines import LIST_MARK, is_capital, without_rules
from tagger.readers.text_lines import TextLine as _Line
from tagger.readers.text_tables import tables_of
from tagger.readers.tiles import block_of_tile
from tagger.readers.unmarked_items import unmarked_items
from tagger.readers.values import begins_with_move, ends_open, is_value, mentions_unit
from tagger.words.plain_marks import with_plain_marks

_LINE = re.compile(r"[^\r\n\f\v]+")
_ONLY_NUMBERS = re.compile(r"[\s,，.．%％()（）+\-–—/~年]*\d[\s\d,，.．%％()（）+\-–—/~年]*+\Z")
_BROKEN_NUMBER, _REST_OF_NUMBER = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})*,\Z"), re.compile(r"\d{3}(?!\d)")
_NUMBERED = re.compile(
    r"(?:[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+[.．]?\s*|[0-9０-９]{1,2}[.．、)）]\s*|[(（][0-9０-９一二三四五六七八九十]{1,3}[)）]\s*"
    r"|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百0-9]{1,4}[章節节]\s*)(?=[^\d%％])"
)
_PART = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")
_SENTENCE_ENDS, _CLOSING = tuple("。！？!?；;：:…"), "」』”’)）"
_OPEN_ENDS = tuple(",，、（(「『/及和與与")
_LISTED = "、，"
"""What a line of prose ends in that goes on, though the next be a number alone."""
_INSIDE_SENTENCE = re.compile(r"[。；，,;]")
_NUMBER_AND_POINT = re.compile(r"\d\.[)”’\"]?\Z")
_PAGE_NUMBER = re.compile(r"\S[^\S\n]{4,}\d{1,3}\Z")
"""The end of a page's header, whose number stands apart."""
_YEAR_AT_END = re.compile(r"(?<!\d)(?:19|20)\d\d\.?\Z")
"""What a title or a sentence may end in; another number behind a blank line goes on with none."""
_ASIDE = re.compile(r"\([^()\d]+\)")
_FULL_SHARE = 0.72
_HEADING_WIDTH = 64
_CHART_NUMBERS = 3


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text in reading order; blank lines lie in none."""
    text = without_bars(with_plain_marks(text))
    every = joined_values(without_rules(list(_lines(text))))
    text = text.replace(JOINED, "\n")  # one line, which the text breaks
    of_pages = page_lines(every)
    notes = list(footnote_runs(every, of_pages)) if of_pages else []
    aside = of_pages.union(*notes)
    lines = [line for number, line in enumerate(every) if number not in aside] if of_pages else every
    tables = list(tables_of(lines))
    taken = [False] * len(lines)
    for table in tables:
        taken[table.first : table.last] = [True] * (table.last - table.first)
    full = _FULL_SHARE * _usual_width([line for line, gone in zip(lines, taken, strict=True) if not gone])
    pages = [every[number] for number in sorted(of_pages)]
    blocks: list[Block] = []
    at, carried, continued = 0, CarriedHeads(), Continued()
    for number, table in enumerate(tables, start=1):
        blocks.extend(_prose(lines[at : table.first], full, text, pages))
        at = table.last
        if table.tiles:
            blocks.extend(block_of_tile([lines[one] for one in tile]) for tile in table.tiles)
            continue
        captions = () if table.titled else captions_before(blocks, lines[table.first].start, text)
        heads, titles = continued.over(table.cells, blocks, text)
        over = carried.over(table, lines) or heads
        cells = list(blocks_of_grid(number, table.cells, (*captions, *titles), text, over))
        carried.remember(table, cells, text)
        blocks.extend(sorted(cells, key=lambda block: block.start) if table.across else cells)
        continued.remember(cells, table.cells, len(blocks), text)
    blocks.extend(_prose(lines[at:], full, text, pages))
    blocks.extend(Block("page", line.start, line.end) for line in pages)
    for note in notes:
        blocks.extend(_prose(every[note.start : note.stop], full, text, pages))
    if pages:
        blocks.sort(key=lambda block: block.start)  # one inside a paragraph stands behind it
    return tuple(blocks)


def _prose(lines: list[_Line], full: float, text: str, pages: list[_Line]) -> Iterator[Block]:
    """Yield the blocks of lines that are no table; a sentence goes on over the head or foot of a page."""
    blocks: list[Block] = []
    behind = _behind_pages(lines, [page.start for page in pages])
    groups = list(_merge_charts(_paragraphs(lines, full, behind), behind))
    for group, following in zip_longest(groups, groups[1:]):
        first, last = group[0], group[-1]
        if len(group) > 1 and _is_bare(group):
            blocks.append(Block("chart", first.start, last.end))
            continue
        is_heading = _is_heading(group, full) or (following and _is_listed_title(group, following[0]))
        if is_heading and not _STATES_VALUE.search(first.text):
            breaks = _breaks_in(group)
            blocks.append(Block("heading", first.start, last.end, _level(first.text), breaks))
        else:
            blocks.append(_paragraph(group))
    yield from _with_captions(blocks, text)


_STATES_VALUE = re.compile(
    r"[A-Za-z]\S* (?:[-–—] )?[(]?(?:[A-Z]{0,3}[$£€¥][0-9][0-9,.]*(?: ?(?:[BMKTbmk]|bn|[bm]illion|trillion))?|[0-9][0-9.]*%)\Z"
    r"|[A-Za-z)]: (?:[A-Z]{0,3} ?[$£€¥])?[0-9][0-9,.]*%?(?: ?(?:bn|[bm]illion))? [(][^()]*[0-9][^()]*[)]\Z"
)
"""A name and its value: ROE 32%, Average loans $1.5T, Property: 412 (+12%). Such a line heads nothing."""


def _paragraph(group: list[_Line]) -> Block:
    """Return lines that belong together as a paragraph."""
    return Block("paragraph", group[0].start, group[-1].end, 0, _breaks_in(group))


def _breaks_in(group: list[_Line]) -> tuple[tuple[int, int], ...]:
    return tuple([(a.end, b.start) for a, b in pairwise(group)]) if len(group) > 1 else ()


def _behind_pages(lines: list[_Line], pages: list[int]) -> frozenset[int]:
    """Return where the first lines behind the heads and feet of pages begin."""
    starts = [line.start for line in lines] if pages else []
    after = {bisect_left(starts, page) for page in pages}
    return frozenset(starts[at] for at in after if at < len(starts))


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = tabs = indented = 0
        if not raw.startswith(stripped):
            indent = len(raw) - len(raw.lstrip())
            tabs, indented = raw.count("\t", 0, indent), width(raw[:indent])
        start = found.start() + indent
        gap = text[before:start]
        blank = gap != "\n" and (gap.count("\n") > 1 or "\f" in gap)
        before = start + len(stripped)
        bare = _ONLY_NUMBERS.match(stripped) is not None
        row = blank and "\t" in gap and all("\t" in line for line in gap.split("\n")[1:-1])
        said = stripped.replace(JOINED, " ")
        yield _Line(start, before, said, indented, blank, width(stripped), tabs, bare, "\f" in gap, row)


def _usual_width(lines: list[_Line]) -> int:
    """Return the width that nine in ten of the longer lines do not exceed: where lines are wrapped."""
    widths = sorted([line.width for line in lines])
    return widths[len(widths) * 9 // 10] if widths else 0


def _paragraphs(lines: list[_Line], full: float, behind: frozenset[int]) -> Iterator[list[_Line]]:
    """Yield the lines that belong together. behind: the lines that begin behind the head or foot of a page."""
    group: list[_Line] = []
    items = unmarked_items(lines).union(_titles_below_items(lines, full))
    for line in lines:
        goes_on = _goes_on_over_page if line.start in behind else _goes_on
        apart = line.start in items or (group and _is_unmarked_item(group[-1], line, full))
        if group and (apart or not goes_on(group, line, full)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _titles_below_items(lines: list[_Line], full: float) -> Iterator[int]:
    """Yield where headings begin that stand right below a line which ends no sentence, but was not broken either.

    all of the above scenarios / Retail analysis / The bank has developed a method that …: far too short, above a full line.
    """
    for before, line, following in zip(lines, lines[1:], lines[2:], strict=False):
        if line.after_blank or line.width > full * _TITLE_SHARE or following.width < full:
            continue
        apart = is_capital(line.text) and is_capital(following.text) and not following.after_blank
        if apart and before.width < full and not (_ends_open(before.text) or before.bare):
            words = line.text.isascii() and not any(map(str.isdecimal, line.text))
            if words and _is_heading([line], full):
                yield line.start


def _goes_on_over_page(group: list[_Line], line: _Line, full: float) -> bool:
    """Return whether a line behind the head or foot of a page is in the middle of the sentence before it."""
    last = group[-1]
    if last.bare or line.bare or LIST_MARK.match(line.text) or _NUMBERED.match(line.text):
        return False
    if _ends_sentence(last.text) or _ends_in_number(last.text, line) or _is_heading(group, full):
        return False
    if _YEAR_AT_END.search(last.text) and line.text[0].isdecimal():
        return False
    if _in_middle(line.text) or (last.text[-1].isdecimal() and _begins_with_unit(line.text)):
        return True
    return last.text.endswith(_OPEN_ENDS) or (last.width >= full and not _is_heading([line], full))


def _in_middle(text: str) -> bool:
    """Return whether a text begins as no sentence does: with a small letter, or with an amount (6% to, 3.4 billion)."""
    return text[0].islower() or (text[0].isdecimal() and not _MAY_NUMBER.match(text))


def _begins_with_unit(text: str) -> bool:
    """Return whether a text begins with what belongs to the number before it: 億元, billion, %."""
    first = _FIRST_WORD.match(text)
    return first is not None and mentions_unit(first.group())


_FIRST_WORD = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]{1,3}|[%％]")
_MAY_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s*(?![a-z])[^\W\d_]")
"""5 Risk management: the number of a heading."""


def _goes_on(group: list[_Line], line: _Line, full: float) -> bool:
    """Return whether the line continues the paragraph that the group is."""
    last = group[-1]
    if last.bare and len(group) > 1 and _BROKEN_NUMBER.search(last.text) and _REST_OF_NUMBER.match(line.text):
        return not line.after_blank  # 貸款餘額 / 3, / 127億元
    if last.text[-1] in _LISTED and (len(group) > 1 or not last.bare):
        return not line.after_blank  # 分別為9.36%、 / 11.49%、 / 13.77%，
    if line.bare or last.bare:
        # a lone number after a broken line may be its end (…規模8.1 / 億元), never a new cell of it
        return not line.after_blank and last.width >= full and not last.bare
    ended = _ends_sentence(last.text) or _ends_in_number(last.text, line)
    short = last.width < full  # too short to be broken
    if (
        _gives_unit(line.text)
        or LIST_MARK.match(line.text)
        or ((ended or short) and _NUMBERED.match(line.text))
    ):
        return False
    if not line.after_blank:
        if _is_heading(group, full) or _is_title_of_item(group, line, full):
            return len(group) == 1 and begins_with_move(line.text)  # Net profit / up 9% to a record $3.9bn
        return not ended or (line.indent <= group[0].indent and not short and not _short_end(line, full))
    if _PAGE_NUMBER.search(last.text) or (_YEAR_AT_END.search(last.text) and line.text[0].isdecimal()):
        return False
    own = is_capital(line.text) and (_is_heading([line], full) or is_value(line.text))
    # February 24, 2026 / Dear shareholders, / Last year: lines of their own, far too short to be broken
    far = max(full * _TITLE_SHARE, _HEADING_WIDTH // 2)
    own |= len(group) == 1 and last.width < far and line.text[0].isupper()
    heads = ended or own or _is_heading(group, full)
    return not heads and (_ends_open(last.text) or last.width >= full)


def _gives_unit(text: str) -> bool:
    """Return whether a line is nothing but a unit in brackets: ($ in millions, unless otherwise noted)."""
    return text[0] == "(" and _ASIDE.fullmatch(text) is not None and mentions_unit(text)


def _is_unmarked_item(last: _Line, line: _Line, full: float) -> bool:
    """Return whether a line is an item of a list without marks or full stops: far before the edge the one before it ended.

    Return on equity of 9.3% (H1 2023: 11.9%) / Gross written premium of £1,838m / Combined ratio of 85%
    """
    mark = LIST_MARK.match(last.text)
    begins = last.text[mark.end() :] if mark is not None else last.text
    if line.after_blank or last.width >= full or not is_capital(line.text) or not is_capital(begins or " "):
        return False
    told = any(letter.isdecimal() for letter in last.text) or any(letter.isdecimal() for letter in line.text)
    return told and not ends_open(last.text) and not begins_with_move(line.text)


def _is_title_of_item(group: list[_Line], line: _Line, full: float) -> bool:
    """Return whether an item of a list is a title alone, far too short to be broken, with its text in the next line."""
    bullet = LIST_MARK.match(group[0].text) if len(group) == 1 else None
    if bullet is None or group[0].width > full * _TITLE_SHARE:
        return False
    bare = group[0].text[bullet.end() :]
    goes_on = _INSIDE_SENTENCE.search(bare) or _ends_open(bare) or any(letter.isdecimal() for letter in bare)
    return not goes_on and line.width >= full


_TITLE_SHARE = 0.5


def _short_end(line: _Line, full: float) -> bool:
    """Return whether a line after a sentence's end reads as a heading of its own."""
    return line.width < full and not _INSIDE_SENTENCE.search(line.text) and not _ends_sentence(line.text)


def _ends_sentence(text: str) -> bool:
    """Return whether a text ends where a sentence may: at its mark, which may stand in brackets or quotation marks."""
    bare = text.rstrip(_CLOSING)
    return bare.endswith(_SENTENCE_ENDS) or (bare.endswith(".") and not bare[-2:-1].isdecimal())


def _ends_in_number(text: str, line: _Line) -> bool:
    """Return whether a number before a point ends a sentence: at the end of 2023. What goes on with digits is its decimals."""
    if "." not in text[-2:] or not _NUMBER_AND_POINT.search(text):
        return False
    return not line.text[0].isdecimal() or (line.after_blank and _NUMBERED.match(line.text) is not None)


def _ends_open(text: str) -> bool:
    """Return whether a text ends in what must go on: a digit, a comma, an opening bracket, a conjunction."""
    return text[-1].isdecimal() or text.endswith(_OPEN_ENDS)


def _is_heading(group: list[_Line], full: float) -> bool:
    first = group[0]
    if len(group) > 1 or first.width >= min(max(full, _HEADING_WIDTH // 2), _HEADING_WIDTH):
        return False
    if LIST_MARK.match(first.text):
        return False  # an item of a list, however short
    bare = _NUMBERED.sub("", first.text, count=1)
    ended = _ends_sentence(bare) or _NUMBER_AND_POINT.search(bare)
    open_end = _ends_open(bare) and not _YEAR_AT_END.search(bare)  # Outlook for 2026
    if ended or _INSIDE_SENTENCE.search(bare) or open_end:
        return False
    one = first.text.isascii() and " " not in first.text
    return not (is_value(bare) or (one and is_value(first.text)))  # 9.71bn is no heading 9 of 71bn


def _is_listed_title(group: list[_Line], following: _Line) -> bool:
    """Return whether a line of English alone between blank lines is a heading that lists: Capital, funding and liquidity."""
    line = group[0]
    if len(group) > 1 or line.width >= _HEADING_WIDTH or not (line.after_blank and following.after_blank):
        return False
    return _LISTED_TITLE.fullmatch(line.text) is not None and not _ends_open(_YEAR.sub("", line.text))


_LISTED_TITLE = re.compile(r"[A-Z][^\d.:;!?，。；：]*,(?: (?:[^\d.:;!?，。；：,]|(?:19|20)\d\d(?!\d))+,?)+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _level(text: str) -> int:
    """Return a heading's level: the depth of its number, 6 where it has none, and below that （一）."""
    found = re.match(r"[0-9０-９]+(?:[.．][0-9０-９]+)*", text)
    if found:
        return min(found.group().replace("．", ".").count(".") + 1, 5)
    return 6 + (_PART.match(text) is not None)


def _merge_charts(groups: Iterable[list[_Line]], behind: frozenset[int]) -> Iterator[list[_Line]]:
    """Yield the groups with neighbouring lines of nothing but numbers put together, on one page."""
    run: list[_Line] = []
    for group in groups:
        if run and group[0].start in behind:
            yield from _chart_or_cells(run)
            run = []
        if _is_bare(group):
            run.extend(group)
            continue
        if run:
            yield from _chart_or_cells(run)
            run = []
        yield group
    yield from _chart_or_cells(run)


def _is_bare(group: list[_Line]) -> bool:
    """Return whether lines hold nothing but numbers."""
    return group[0].bare and all([line.bare for line in group])  # noqa: C419  # no generator: half the time


def _chart_or_cells(run: list[_Line]) -> Iterator[list[_Line]]:
    if sum(len(re.findall(r"[\d０-９][\d０-９,.]*", line.text)) for line in run) >= _CHART_NUMBERS:
        yield run
    else:
        for line in run:
            yield [line]


def _with_captions(blocks: list[Block], text: str) -> Iterator[Block]:
    """Yield the blocks; what stands right before a chart and is no sentence is its caption."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if following and following.kind == "chart" and not _ends_sentence(text[block.start : block.end]):
            yield Block("caption", block.start, block.end, 0, block.breaks)
        else:
            yield block
