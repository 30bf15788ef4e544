"""Finds the tables of a plain text whose columns are aligned, as `pdftotext -layout` gives them.

Values stand in columns of the page below their headings. Names of sections, the first line of a name that two lines hold, and
blank lines may stand among the rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tagger.document import Span
from tagger.readers.carried_heads import same_columns
from tagger.readers.grid_cell import GridCell
from tagger.readers.grids import is_titled
from tagger.readers.groups import groups_of
from tagger.readers.head_pieces import are_steps, parted
from tagger.readers.head_words import says_both_ways
from tagger.readers.row_names import with_codes
from tagger.readers.stacked_heads import Over, over_columns, stacked_heads
from tagger.readers.staggered_heads import nearest, spans_all, staggered_heads
from tagger.readers.text_lines import HEADING_LINES, SENTENCE, SHORT, Piece, TextLine, TextTable
from tagger.readers.value_rows import columns_of, filled, is_data
from tagger.readers.values import goes_on, is_number, is_value, is_year, mentions_unit
from tagger.readers.wrapped_names import MOST_LINES, put_together

_MOST_GROUPED = 6
"""Columns to either side that a heading may stand over beside those it overlaps."""
_PER_CENT = frozenset(("%", "％", "(%)", "（%）", "（％）"))
"""What is said of the columns that it stands over, and of no group of them."""
_BOXES = frozenset("□☐☑☒√✓✔✗")
"""What a form asks, and no heading, begins with: √適用 □不適用."""
_GAP = 10
"""What a column between two headings and under neither costs, in half characters off the middle."""
_MANY = 4
"""Headings that are those of the columns where there are as many, though each be nearer to the next."""
_OFF = 2
"""How far the ends of two values in one column may be apart: one stands in brackets."""
_SECTION_LINES = 2
"""Lines without values between the headings of columns and the first row of values: a section, the first line of a name."""


def aligned_table(
    lines: list[TextLine], pieces: list[list[Piece]], rows: list[int], at: int, before: TextTable | None
) -> TextTable | None:
    """Return the table of aligned columns whose first row of values (one of `rows`) stands at the line or soon after.

    before: the table above it, in whose columns a single row may stand.
    """
    following = bisect_left(rows, at)
    if following == len(rows) or rows[following] > at + HEADING_LINES:
        return None
    data = rows[following]
    first = _first_heading(lines, pieces, at, data)
    below = _stands_below(before, lines, pieces[data], data)
    while (
        below
        and first > at
        and not lines[first].after_blank
        and _are_names(pieces[first - 1 : first], [(pieces[data][1].left, 0)])
    ):
        first -= 1  # a section with the heads of the table before
    if first > at or (first == data and is_year(pieces[data][0].text)):
        return None
    last, count = _data_end(lines, pieces, data)
    if count < 2 and first == data and not below:  # noqa: PLR2004
        return None  # one row without headings is no table
    reach = last
    while (
        reach < min(len(lines), last + MOST_LINES)
        and not lines[reach].after_blank
        and len(pieces[reach]) == 1
    ):
        reach += 1
    near = [not line.after_blank for line in lines[first:reach]]
    rows_of_table = [*pieces[first:data], *filled(pieces[data:last]), *pieces[last:reach]]
    columns = columns_of(row for row in rows_of_table[data - first : last - first] if is_data(row))
    put = put_together(rows_of_table, near, columns, data - first, last - first)
    shown = put.rows
    columns = columns_of(row for row in shown[put.data :] if is_data(row))
    named = [parted(row, columns) for row in shown[: put.data]]
    staggered = staggered_heads(named, columns)
    if staggered is not None:
        heads, over = staggered
        begun = {at: [(0, len(columns))] for at, row in enumerate(heads[:-1]) if spans_all(row, heads[-1])}
    else:
        heads, begun = stacked_heads(named, columns)
        over = [{} for _ in heads]
    titled = any(is_titled(row[0].text) for row in heads)
    breaks = [*over, *({0: put.breaks.get(at, ())} for at in range(put.data, len(shown)))]
    cells = list(_placed([*heads, *shown[put.data :]], len(heads), columns, breaks, begun))
    whole = with_codes(cells, {row[0].start: row[0].text for row in shown[put.data :]})
    known = tuple(columns) if whole is cells else ()  # of the page, for a table that goes on behind it
    return TextTable(first, last + put.taken, whole, known, titled, across=staggered is not None)


def _stands_below(before: TextTable | None, lines: list[TextLine], row: list[Piece], at: int) -> bool:
    """Return whether a row, of two values at least, stands in the columns of the table before, whose headings are its own."""
    columns = tuple((piece.left, piece.right) for piece in row[1:])
    return before is not None and len(columns) > 1 and bool(same_columns(before, at, columns, lines))


def _first_heading(lines: list[TextLine], pieces: list[list[Piece]], at: int, data: int) -> int:
    """Return the line where the headings over a row of values begin; names of sections may stand below them."""
    columns = [(piece.left, piece.right) for piece in pieces[data][1:]]
    first = above = data
    while above > at and data - above < HEADING_LINES + _SECTION_LINES and first - above <= _SECTION_LINES:
        above -= 1
        if _may_head(lines, pieces, above, columns):
            if data - above > HEADING_LINES and first == data:
                break
            first = above
        elif (lines[above + 1].after_blank and first < data) or not _may_part(lines, pieces, above, columns):
            break
    return first


def _may_part(
    lines: list[TextLine], pieces: list[list[Piece]], at: int, columns: list[tuple[int, int]]
) -> bool:
    """Return whether a line may part headings from the values below it: a title or a section before the columns."""
    lone = len(pieces[at]) == 1 and not SENTENCE.search(lines[at].text)
    return lone and (not lines[at + 1].after_blank or pieces[at][0].right <= columns[0][0])


def _may_head(
    lines: list[TextLine], pieces: list[list[Piece]], at: int, columns: list[tuple[int, int]]
) -> bool:
    """Return whether a line above the values can be one of column headings: pieces over them, no sentence."""
    row, line = pieces[at], lines[at]
    if SENTENCE.search(line.text) or is_data(row) or row[0].text[0] in _BOXES:
        return False
    if len(row) > 1:
        near = not lines[at + 1].after_blank or _stand_over(columns, row) or _stand_over_some(columns, row)
        inner = row[1:] if is_titled(row[0].text) else row
        return near and all(piece.right - piece.left < SHORT for piece in inner)
    lone = row[0]
    over = lone.left > 2 and lone.right > columns[0][0] and lone.right - lone.left < SHORT  # noqa: PLR2004
    return over and (
        not lines[at + 1].after_blank or mentions_unit(lone.text) or len(parted(row, columns)) > 1
    )


def _stand_over(columns: list[tuple[int, int]], row: list[Piece]) -> bool:
    """Return whether pieces parted by a blank line from the values are their headings: one over each column."""
    inner = row[1:] if row[0].right <= columns[0][0] and len(row) > len(columns) else row
    if len(inner) != len(columns) or any(is_number(piece.text) for piece in inner):
        return False
    middles = [left + right for left, right in columns]
    off = 0 if len(inner) < _MANY else 1
    return all(
        (left <= piece.right and piece.left <= right)
        or abs(nearest(middles, piece.left + piece.right) - at) <= off
        for at, (piece, (left, right)) in enumerate(zip(inner, columns, strict=True))
    )


def _stand_over_some(columns: list[tuple[int, int]], row: list[Piece]) -> bool:
    """Return whether the pieces of a row, two at least, stand over a column of their own each: the last line of some."""
    inner = row[1:] if row[0].right <= columns[0][0] else row
    return _stands_in(columns, [row[0], *inner])


def _data_end(lines: list[TextLine], pieces: list[list[Piece]], data: int) -> tuple[int, int]:
    """Return where the rows end, and how many of them hold values.

    Below a blank line, or a section's name after it, the table goes on where values stand in its columns.
    """
    last, count, wanted = data, 0, len(pieces[data])
    columns = [(piece.left, piece.right) for piece in pieces[data][1:]]
    at = data
    while at < len(lines):
        row, line = pieces[at], lines[at]
        near = not line.after_blank or at == data or len(row) == wanted
        if is_data(row) and (near or _stands_in(columns, _beside_codes(columns, row))):
            count, last = count + 1, at + 1
        elif count and _is_without_name(columns, row) and (not line.after_blank or _ends_in(columns, row)):
            last = at + 1
        elif (
            at - last > (2 * MOST_LINES if _are_names(pieces[last : at + 1], columns) else _SECTION_LINES)
            or not _may_stand_between(lines, pieces, at)
            or (line.after_blank and not _section_goes_on(lines, pieces, at, columns))
        ):
            break
        at += 1
    return last, count


def _are_names(rows: list[list[Piece]], columns: list[tuple[int, int]]) -> bool:
    """Return whether lines are nothing but names before the columns: of sections, or of rows whose names they hold."""
    return all(len(row) == 1 and row[0].right <= columns[0][0] for row in rows)


def _is_without_name(columns: list[tuple[int, int]], row: list[Piece]) -> bool:
    """Return whether a row is nothing but values in these columns: its name stands above and below it, or nowhere."""
    return all(is_value(piece.text) for piece in row) and (
        _stands_in(columns, [row[0], *row]) or (len(row) == 1 and columns[0][0] <= row[0].right)
    )


def _stands_in(columns: list[tuple[int, int]], row: list[Piece]) -> bool:
    """Return whether the values of a row, two at least, stand in columns of their own among these."""
    found = [
        [at for at, (left, right) in enumerate(columns) if left <= piece.right and piece.left <= right]
        for piece in row[1:]
    ]
    return len(found) > 1 and all(len(at) == 1 for at in found) and len({at[0] for at in found}) == len(found)


def _ends_in(columns: list[tuple[int, int]], row: list[Piece]) -> bool:
    """Return whether a row has a value for each column, which ends where those of its first row end."""
    return len(row) == len(columns) and all(
        abs(piece.right - right) <= _OFF for piece, (_, right) in zip(row, columns, strict=True)
    )


def _beside_codes(columns: list[tuple[int, int]], row: list[Piece]) -> list[Piece]:
    """Return a row without what stands between its name and the columns: the number of a note."""
    return [row[0], *(piece for piece in row[1:] if piece.right >= columns[0][0])]


def _section_goes_on(
    lines: list[TextLine], pieces: list[list[Piece]], at: int, columns: list[tuple[int, int]]
) -> bool:
    """Return whether a line after a blank one is the name of a section of the table: a row of its columns follows.

    The name of a section of that section may stand between. A title with a number opens another table.
    """
    if len(pieces[at]) > 1 or is_titled(pieces[at][0].text):
        return False
    for below in range(at + 1, min(at + 1 + _SECTION_LINES, len(lines))):
        following = pieces[below]
        if lines[below].after_blank or following[0].left < pieces[at][0].left:
            return False
        if is_data(following):
            values = _beside_codes(columns, following)
            inside = following[0].left > pieces[at][0].left and _ends_in(columns, values[1:])
            return _stands_in(columns, values) or (len(columns) == 1 and inside)
        if len(following) > 1:
            return False
    return False


def _may_stand_between(lines: list[TextLine], pieces: list[list[Piece]], at: int) -> bool:
    """Return whether a line among the rows is a heading of the rows below it."""
    return lines[at].width < SHORT * 2 and not SENTENCE.search(lines[at].text) and bool(pieces[at])


def _placed(
    pieces: list[list[Piece]],
    data: int,
    columns: list[tuple[int, int]],
    parts: list[dict[int, tuple[Span, ...]]],
    begun_heads: dict[int, Over],
) -> Iterator[GridCell]:
    """Yield the cells of aligned rows, each in the column of the values that it stands over or among.

    data: the first row of values. parts: by row and piece, what lies between its lines. begun_heads: by the number of a
    line, what it stands over as the beginning of headings.
    """
    names, named_at = _names_of(columns, pieces, data)
    left = min(row[0].left for row in pieces[data:] if is_data(row))
    sections = {
        at for at in range(named_at + 1, len(pieces)) if pieces[at][0].left <= left
    }  # however long its name
    begun: Piece | None = None  # the first line of a name that goes on in the next
    for number, row in enumerate(pieces):
        values = is_data(row)
        alone = len(row) == 1 and row[0].right <= columns[0][0] and number + 1 < len(pieces)
        if alone and is_data(pieces[number + 1]) and _goes_on(row[0].text, *_names_below(pieces, number)):
            begun = row[0]
            continue
        inner = row[1:] if values else over_columns(columns, row)
        over = _columns_of(columns, inner, values=values or any(is_number(piece.text) for piece in inner))
        if number < named_at and len(inner) < len(columns):
            over = groups_of(names, len(inner)) or over
        over = begun_heads.get(number, over)
        steps = number < data and are_steps(inner)
        for order, piece in enumerate(row):
            if not piece.text:
                continue
            place = order - (len(row) - len(inner))
            if begun is not None:
                breaks = ((begun.end, piece.start), *parts[number].get(order, ()))
                yield GridCell(begun.start, piece.end, number, 0, indent=begun.left, breaks=breaks)
                begun = None
            elif place < 0 or (len(row) == 1 and (piece.right <= columns[0][0] or number in sections)):
                breaks = parts[number].get(order, ())
                yield GridCell(piece.start, piece.end, number, 0, indent=piece.left, breaks=breaks)
            else:
                low, high = over[place]
                breaks = parts[number].get(order, ())
                yield GridCell(
                    piece.start, piece.end, number, low + 1, columns=high - low, marked=steps, breaks=breaks
                )  # fmt: skip


def _goes_on(before: str, text: str, following: str) -> bool:
    return goes_on(before, text, following) or says_both_ways(text)


def _names_of(columns: list[tuple[int, int]], pieces: list[list[Piece]], data: int) -> tuple[list[str], int]:
    """Return the names of the columns in the line of most headings, "" where it has none, and that line's number."""
    at = max(range(data), key=lambda number: len(pieces[number]), default=0)
    names = [""] * len(columns)
    if at < data:
        inner = over_columns(columns, pieces[at])
        for piece, (low, _) in zip(inner, _columns_of(columns, inner, values=False), strict=True):
            names[low : low + 1] = [piece.text] if low < len(names) else []
    return names, at


def _columns_of(columns: list[tuple[int, int]], inner: list[Piece], *, values: bool) -> list[tuple[int, int]]:
    """Return the columns [low, high) that each piece of a row stands over; headings over groups of columns, their group.

    As many pieces as columns go by their order. Fewer headings stand over equal shares of the columns, or each over the
    middle of its group.
    """
    if len(inner) == len(columns):
        return [(at, at + 1) for at in range(len(columns))]
    over = [_overlapped(columns, piece) for piece in inner]
    if values or len(inner) < 2 or all(piece.text in _PER_CENT for piece in inner):  # noqa: PLR2004
        return over
    each = len(columns) // len(inner)
    if each * len(inner) == len(columns) and all(low // each == at for at, (low, _) in enumerate(over)):
        return [(at * each, (at + 1) * each) for at in range(len(inner))]
    return _centred(columns, inner, over)


def _centred(
    columns: list[tuple[int, int]], inner: list[Piece], over: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the columns that each of several headings stands over the middle of, from what it overlaps (`over`).

    Columns that lie between two headings and under neither count against such a division.
    """
    known: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {0: (0, ())}
    for at, piece in enumerate(inner):
        last = over[at + 1][0] if at + 1 < len(over) else len(columns)
        reached: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {}
        for first, (cost, before) in known.items():
            low, high = max(over[at][0], first), over[at][1]
            for start in range(max(first, low - _MOST_GROUPED), low + 1):
                between = _GAP * (start - first) if at else 0
                for stop in range(max(high, low + 1), min(max(last, high), high + _MOST_GROUPED) + 1):
                    found = (
                        cost + between + _off_centre(columns, (start, stop), piece), (*before, (start, stop))
                    )  # fmt: skip
                    reached[stop] = min(reached.get(stop, found), found)
        if not reached:
            return over
        known = reached
    return list(min(known.values())[1])


def _off_centre(columns: list[tuple[int, int]], run: tuple[int, int], piece: Piece) -> int:
    """Return how far the middle of a piece is from the middle of the columns [low, high)."""
    return abs(columns[run[0]][0] + columns[run[1] - 1][1] - piece.left - piece.right)


def _names_below(pieces: list[list[Piece]], number: int) -> tuple[str, str]:
    """Return the names of the next two rows, the second empty where there is none."""
    return pieces[number + 1][0].text, pieces[number + 2][0].text if number + 2 < len(pieces) else ""


def _overlapped(columns: list[tuple[int, int]], piece: Piece) -> tuple[int, int]:
    """Return the columns [low, high) that a piece stands over; the nearest where it stands over none."""
    over = [at for at, (left, right) in enumerate(columns) if left < piece.right and piece.left < right]
    if over:
        return over[0], over[-1] + 1
    middle = piece.left + piece.right
    nearest = min(range(len(columns)), key=lambda at: abs(sum(columns[at]) - middle))
    return nearest, nearest + 1
