"""Draws a reliability diagram as SVG: what share is right against the confidence that was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_LEFT, _TOP, _SIDE, _HIST = 60, 40, 400, 90
_WIDTH, _HEIGHT = 500, 620


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of a confidence from low to high; wrong_bound: the upper 95 % bound of the share that is wrong."""

    low: float
    high: float
    count: int
    right: int
    mean: float
    wrong_bound: float


def diagram(bins: list[Bin]) -> str:
    """Return the diagram: a point a bin with the bar down to its lower bound, and below how many facts each holds."""
    return "\n".join(_lines(bins)) + "\n"


def _lines(bins: list[Bin]) -> Iterator[str]:
    facts = sum(each.count for each in bins)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">'
    )
    yield f"<title>Reliability: {facts} facts that did not calibrate</title>"
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>'
    yield f'<text x="{_LEFT}" y="24" font-size="14">Share right by confidence, {facts} facts that did not calibrate</text>'
    yield from _grid()
    most = max((each.count for each in bins), default=1)
    for each in bins:
        x, y = _x(each.mean), _y(each.right / each.count)
        least = _y(1 - each.wrong_bound)
        yield f'<line x1="{x}" y1="{y}" x2="{x}" y2="{least}" stroke="#1f5fa8" stroke-width="2"/>'
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="#1f5fa8"/>'
        left, width = _x(each.low), round(_x(each.high) - _x(each.low), 1)
        height = round(_HIST * each.count / most, 1)
        bottom = _TOP + _SIDE + 40 + _HIST
        yield (
            f'<rect x="{left}" y="{round(bottom - height, 1)}" width="{width}" height="{height}" '
            f'fill="#c9d8ea" stroke="#fff"><title>{each.low:.2f} to {each.high:.2f}: {each.count} facts</title></rect>'
        )
    yield f'<text x="{_LEFT}" y="{_HEIGHT - 18}">Bars: how many facts; lines reach down to the lower 95 % bound.</text>'
    yield "</svg>"


def _grid() -> Iterator[str]:
    for tenth in range(11):
        at = tenth / 10
        yield f'<line x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}" stroke="#e4e4e4"/>'
        yield f'<text x="{_x(0) - 8}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>'
        yield f'<text x="{_x(at)}" y="{_TOP + _SIDE + 18}" text-anchor="middle">{at:.1f}</text>'
    yield f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="4 4"/>'


def _x(share: float) -> float:
    return round(_LEFT + _SIDE * share, 1)


def _y(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)
