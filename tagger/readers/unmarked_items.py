"""Items of lists that have neither marks nor full stops, and so end where the next begins."""

from __future__ import annotations

from itertools import pairwise

from tagger.readers.text_lines import LIST_MARK, TextLine, is_capital
from tagger.readers.values import begins_with_move, ends_open


def unmarked_items(lines: list[TextLine]) -> frozenset[int]:
    """Return where lines begin that each say a thing of their own, without marks or full stops, from their second on.

    Return on equity of 9.3% (H1 2023: 11.9%) / Gross written premium of £1,838m / Combined ratio of 85% / …
    """
    found: list[int] = []
    run: list[TextLine] = []
    for line in [*lines, None]:
        goes_on = line is not None and not line.bare and _begins_item(line.text)
        if line is not None and goes_on and not (line.after_blank and run):
            run.append(line)
            continue
        if len(run) >= _ITEMS and sum(any(map(str.isdecimal, one.text)) for one in run) > _ITEMS // 2:
            pairs = [(a, b) for a, b in pairwise(run) if is_capital(b.text) and not begins_with_move(b.text)]
            room = max(one.width for one in run) if any(LIST_MARK.match(one.text) for one in run) else 0
            found += [b.start for a, b in pairs if not (ends_open(a.text) or (room and _fills(a, b, room)))]
        run = [line] if line is not None and goes_on and line.text[0] != "(" else []
    return frozenset(found)


def _begins_item(text: str) -> bool:
    return text[0] == "(" or is_capital(text) or LIST_MARK.match(text) is not None


def _fills(line: TextLine, following: TextLine, room: int) -> bool:
    """Return whether a line has no room for the first word of the next, in the width of the widest: it may be broken there."""
    return line.width + 1 + len(following.text.split(maxsplit=1)[0]) > room


_ITEMS = 4
"""How many lines in a row begin with a capital where none is wrapped."""
