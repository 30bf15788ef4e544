"""Which columns the headings of groups stand over, told by the names below them that come again.

金額 佔比 金額 佔比 增減 are two groups of two columns and one column beside them, wherever the years over them stand.
"""

from __future__ import annotations


def groups_of(names: list[str], count: int) -> list[tuple[int, int]] | None:
    """Return the columns [low, high) under each of `count` headings, None where the names of the columns do not say it.

    names: of the columns in order, "" where a column has none.
    """
    starts = [at for at, name in enumerate(names) if name == names[0]]
    if len(starts) < 2 or not names[0]:  # noqa: PLR2004  # nothing comes again
        return None
    wide, over = starts[1], starts[1] * len(starts)
    if wide == 1 or over > len(names) or names[:over] != names[:wide] * len(starts):
        return None
    groups = [(at, at + wide) for at in starts]
    rest = [(at, at + 1) for at in range(over, len(names))]
    if count == len(groups) + len(rest):
        return groups + rest
    return groups if count == len(groups) else None
