"""The figures of generated texts: what the truth about a thing is, and how each of its figures is printed and marked.

Level, change and growth are computed from what is printed of now and before, so that they are roundings of one truth.
Spec: docs/ledger.md (values, decimals, qualifiers, periods).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from taxonomy.model import Concept, Variant
from tests.development.subjects import Subject, Subjects, local

PERIODS = {
    "2024": ("2024-01-01", "2024-12-31", "2023-01-01/2023-12-31", "2023-12-31"),
    "2023": ("2023-01-01", "2023-12-31", "2022-01-01/2022-12-31", "2022-12-31"),
    "2024H1": ("2024-01-01", "2024-06-30", "2023-01-01/2023-06-30", "2023-12-31"),
    "2024Q3": ("2024-01-01", "2024-09-30", "2023-01-01/2023-09-30", "2023-12-31"),
}
"""First day, last day, the same days of the year before, the last day of the year before."""

_MONEY = {
    "CNY": ("元", "人民幣{x}元", "RMB{x}", "RMB {x}"),
    "HKD": ("港元", "{x}港元", "HK${x}", "HK${x}"),
    "USD": ("美元", "{x}美元", "US${x}", "USD {x}"),
}
Wording = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole passage."""

    taxonomy: str
    language: str
    period: str
    currency: str
    wording: Wording

    @property
    def is_latin(self) -> bool:
        """Return whether words end at blanks."""
        return self.language == "en"


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing with its value now and before, as the truth has it, and how it is printed."""

    subject: Subject
    concept: Concept
    now: Decimal
    before: Decimal
    scale: int
    scale_word: str
    places: int
    unit: str
    counter: str

    @property
    def grew(self) -> bool:
        """Return whether the value now is the greater."""
        return self.now > self.before


class Retry(Exception):  # noqa: N818  no error: the lot fell badly, it is drawn again
    """What was drawn does not go together."""


@cache
def _source() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("generator.yaml").read_text(encoding="utf-8")
    )
    return loaded


@cache
def simplifying() -> dict[int, str]:
    """Return the table that makes our Traditional wordings Simplified ones."""
    return str.maketrans(_source()["simplified"])


@cache
def wording_of(language: str) -> Wording:
    """Return the wordings of a language."""
    if language != "zh-Hans":
        wording: Wording = _source()[language]
        return wording
    simplified: Wording = _simplified(_source()["zh-Hant"])
    return simplified


def _simplified(value: Any) -> Any:  # noqa: ANN401  YAML is of any shape
    if isinstance(value, str):
        return value.translate(simplifying())
    if isinstance(value, list):
        return [_simplified(item) for item in value]
    return {key: _simplified(item) for key, item in value.items()}


class Figures:
    """The figures of one thing, each marked with its gold."""

    def __init__(self, lot: Random, setting: Setting, subjects: Subjects, thing: Moved) -> None:
        """Take the thing and where it is said."""
        self.lot, self.setting, self.subjects, self.thing = lot, setting, subjects, thing
        self.first, self.last, self.same_before, self.end_before = PERIODS[setting.period]
        self.is_instant = thing.concept.period_type == "instant"
        self.name = local(thing.concept.qname)

    @property
    def _now(self) -> str:
        whole = f"{self.first}/{self.last}"
        return self.last if self.is_instant else whole

    @property
    def _across(self) -> str:
        return f"{self.first}/{self.last}"

    def level(self) -> str:
        """Return the value now, some with a qualifier."""
        if self.lot.random() < 0.15 and self.thing.scale > 0:
            qualifier = self.lot.choice(["exceeds", "nearly", "about"])
            word = self.lot.choice(self.setting.wording["qualifiers"][qualifier])
            return self._amount(self.thing.now, self.name, self._now, qualifier, word)
        return self._amount(self.thing.now, self.name, self._now)

    def previous(self) -> str:
        """Return the value before."""
        period = self.end_before if self.is_instant else self.same_before
        return self._amount(self.thing.before, self.name, period)

    def change(self) -> str:
        """Return the difference, of a rate in points."""
        name = self._variant("change")
        if not name:
            return ""
        moved = self._rounded(self.thing.now) - self._rounded(self.thing.before)
        if self.thing.concept.type == "percent":
            return self._points(moved, name)
        return self._amount(moved, name, self._across)

    def growth(self) -> str:
        """Return the growth in per cent."""
        name = self._variant("growth")
        if not name:
            return ""
        before = self._rounded(self.thing.before)
        return self._percent(
            (self._rounded(self.thing.now) - before) / before, name, self._across, self.lot.choice((1, 2))
        )

    def share(self) -> str:
        """Return a share of the whole."""
        name = self._variant("share")
        return self._percent(Decimal(self.lot.randint(11, 899)) / 1000, name, self._now, 1)

    def _variant(self, kind: Variant) -> str:
        return local(self.subjects.taxonomy.variants.get((self.thing.concept.qname, kind), ""))

    def _rounded(self, value: Decimal) -> Decimal:
        step = Decimal(1).scaleb(self.thing.scale - self.thing.places)
        return (value / step).to_integral_value(ROUND_HALF_UP) * step

    def _points(self, moved: Decimal, name: str) -> str:
        if not moved:
            raise Retry
        latin = self.setting.is_latin
        if self.lot.random() < 0.3:
            text = f"{abs(moved * 10000):.0f}" + (
                " basis points" if latin else self.lot.choice(("個基點", "基點", "bp"))
            )
        else:
            text = f"{abs(moved * 100):.2f}" + (" percentage points" if latin else "個百分點")
        return self._mark(text, name, self._across, f"{moved:.4f}", "pure", "4")

    def _percent(self, value: Decimal, name: str, period: str, places: int) -> str:
        printed = (value * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if not printed:
            raise Retry
        sign = self.lot.choice(("%", "%", "%", " per cent" if self.setting.is_latin else "％"))
        exact = f"{printed.scaleb(-2):.{places + 2}f}"
        return self._mark(f"{abs(printed)}{sign}", name, period, exact, "pure", str(places + 2))

    def _amount(self, value: Decimal, name: str, period: str, qualifier: str = "", word: str = "") -> str:
        thing = self.thing
        if thing.concept.type == "percent":
            return self._percent(value, name, period, 2)
        step = Decimal(1).scaleb(thing.scale - thing.places)
        digits = int((abs(value) / step).to_integral_value(ROUND_HALF_UP))
        if digits < 2:
            raise Retry
        printed = Decimal(digits).scaleb(-thing.places)
        text = f"{printed:,.{thing.places}f}" if self.lot.random() < 0.85 else f"{printed:.{thing.places}f}"
        decimals = thing.places - thing.scale
        if qualifier and not thing.places:
            decimals -= len(str(digits)) - len(str(digits).rstrip("0"))
        exact = Decimal(digits) * step * (1 if value > 0 else -1)
        value_text = f"{exact:.{max(decimals, 0)}f}"
        decimals_text = str(decimals) if thing.scale else "INF"
        marked = self._mark("{x}", name, period, value_text, thing.unit, decimals_text, qualifier)
        return word + (" " if word and self.setting.is_latin else "") + self._dressed(text, marked)

    def _dressed(self, number: str, marked: str) -> str:
        """Put scale, unit and currency about the number; the mark spans number, scale and unit word."""
        thing, latin = self.thing, self.setting.is_latin
        scaled = number + thing.scale_word
        if thing.concept.type == "count":
            gap = " " if latin else ""
            return marked.replace("{x}", (scaled + gap + thing.counter).rstrip())
        han, long, code, spaced = _MONEY[thing.unit]
        if latin:
            pattern = self.lot.choice((code, spaced))
            before, _, _ = pattern.partition("{x}")
            return before + marked.replace("{x}", scaled)
        if self.setting.language == "zh-Hans":
            han, long = han.translate(simplifying()), long.translate(simplifying())
        if thing.unit == "CNY" and self.lot.random() < 0.25:
            return long.partition("{x}")[0] + marked.replace("{x}", scaled + "元")
        return marked.replace("{x}", scaled + han)

    def _mark(
        self, text: str, name: str, period: str, value: str, unit: str, decimals: str, qualifier: str = ""
    ) -> str:
        if not name:
            return ""
        if self.setting.language == "zh-Hans":
            text = text.translate(simplifying())
        pairs = ";".join(f"{axis}={member}" for axis, member in self.thing.subject.dimensions)
        return f"⟦{text}|{name}|{pairs}|{period}|{value}|{unit}|{decimals}|{qualifier}⟧"
