"""The words that only headings and captions of tables use, from table_words.yaml, for the languages at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tagger.words.folding import fold
from tagger.words.language import Language, alternation

_FILE = Path(__file__).parents[1] / "table_words.yaml"


@dataclass(frozen=True)
class TableWords:
    """neutral, references, share, change: folded words. unit: matches one word of a unit, the longest.

    cue: what may stand before a unit that is not alone in its heading.
    """

    neutral: frozenset[str]
    references: frozenset[str]
    neutral_pattern: re.Pattern[str]
    share: re.Pattern[str]
    change: re.Pattern[str]
    unit: re.Pattern[str]
    group_of: dict[str, str]  # of a word of a unit: "filler", "rate", "currency", "count" or "scale"
    cue: re.Pattern[str]
    scales: dict[str, int]


@cache
def _data() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded


_KNOWN: dict[tuple[tuple[str, ...], frozenset[str]], TableWords] = {}


def table_words(language: Language, counted: frozenset[str]) -> TableWords:
    """Return the words of a language; `counted`: the folded words of the taxonomy's count units."""
    key = (language.tags, counted)
    if key not in _KNOWN:
        if len(_KNOWN) > 8:  # noqa: PLR2004  # a run has one taxonomy, a test many
            _KNOWN.clear()
        _KNOWN[key] = _made(language, counted)
    return _KNOWN[key]


def _made(language: Language, counted: frozenset[str]) -> TableWords:
    def listed(name: str) -> list[str]:
        # the words of every Chinese file serve every Chinese text: they are folded alike
        return [fold(str(w)) for tag in _tags(language) for w in _data().get(tag, {}).get(name, ())]

    scales = dict(language.scales)
    for tag in _tags(language):
        scales.update({fold(str(w)): int(p) for w, p in _data().get(tag, {}).get("scales", {}).items()})
    money = [word for word, kind in language.units.items() if kind == "money"]
    rates = [word for word, kind in language.units.items() if kind not in ("money", "count")]
    counts = [word for word, kind in language.units.items() if kind == "count"]
    groups = {
        "filler": [*listed("unit_fillers"), *listed("unit_cues")],
        "rate": rates,
        "currency": [*language.currencies, *money],
        "count": [*counts, *counted, *listed("counts")],
        "scale": list(scales),
    }
    group_of = {word: name for name in reversed(groups) for word in groups[name] if word}
    unit = re.compile(rf"(?P<word>{alternation(group_of)})")
    cues = [word for word in listed("unit_cues") if word]
    return TableWords(
        frozenset(listed("neutral")),
        frozenset(listed("references")),
        re.compile(rf"(?<![a-z])(?:{alternation(listed('neutral') or ['item'])})(?![a-z])"),
        re.compile(rf"(?<![a-z])(?:{alternation(listed('share') or ['share'])})"),
        re.compile(rf"(?<![a-z])(?:{alternation(listed('change') or ['change'])})"),
        unit,
        group_of,
        re.compile(rf"(?<![a-z])(?:{alternation(cues)})(?![a-z])[ :：]*" if cues else r"(?!)"),
        scales,
    )


def _tags(language: Language) -> list[str]:
    han = [tag for tag in _data() if tag.startswith("zh")]
    if any(tag.startswith("zh") for tag in language.tags):
        return [*han, *(tag for tag in language.tags if tag not in han)]
    return list(language.tags)
