"""Headings of two levels in tables with one cell a line: which stand over which, told by the names that come again."""

from __future__ import annotations


def two_levels(said: list[str], count: int) -> dict[int, tuple[int, int, int]] | None:
    """Return row, first column and width of each heading where groups of columns repeat the headings below them.

    Either all groups come first (2025, 2024, change, amount, share, amount, share) or each has its own behind it.
    None where the headings do not part so, or which of them are the groups cannot be told.
    """
    for groups in range(2, count // 2 + 1):
        over = len(said) - count - groups
        if over < 1:  # the corner stands before them
            return None
        for each in range(count // groups, 1, -1):
            found = _groups_first(said, over, groups, each) or _groups_apart(said, over, groups, each)
            if found:
                return found
    return None


def _groups_first(
    said: list[str], over: int, groups: int, each: int
) -> dict[int, tuple[int, int, int]] | None:
    below = len(said) - groups * each
    tops = range(over, below)
    if any(said[at] != said[at + each] for at in range(below, len(said) - each)):
        return None
    wide = [at for at in tops if len(tops) == groups or any(letter.isdigit() for letter in said[at])]
    if len(wide) != groups or len(set(said[below : below + each])) < each:
        return None
    found: dict[int, tuple[int, int, int]] = {}
    column, sub = 1, below
    for at in tops:
        found[at] = (0, column, each if at in wide else 1)
        if at in wide:
            found.update({sub + nth: (1, column + nth, 1) for nth in range(each)})
            sub += each
        column += found[at][2]
    return found


def _groups_apart(
    said: list[str], over: int, groups: int, each: int
) -> dict[int, tuple[int, int, int]] | None:
    step = each + 1
    for first in range(over, len(said) - groups * step + 1):
        own = said[first + 1 : first + step]
        tops = range(first, first + groups * step, step)
        if len({said[at] for at in tops}) < groups or len(set(own)) < each:
            continue
        if all(said[at + 1 : at + step] == own for at in tops):
            found = {at: (0, at - over + 1, 1) for at in range(over, first)}
            column = first - over + 1
            for at in tops:
                found[at] = (0, column, each)
                found.update({at + nth: (1, column + nth - 1, 1) for nth in range(1, step)})
                column += each
            last = first + groups * step
            found.update({at: (0, column + at - last, 1) for at in range(last, len(said))})
            return found
    return None
