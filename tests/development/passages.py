"""The development set: passages as many institutions would write them, with gold for every figure.

A file is a head of `# key: value` lines, a line `---`, and the text with its gold inline between ⟦ and ⟧:

    ⟦figure|concept|Axis=Member;…|period|value|unit|decimals|qualifier⟧   a fact
    ⟦figure|!code⟧                                                        no fact, and why
    ⟦figure|?code⟧                                                        a quantity that stays unresolved

Loading takes the marks out, so that offsets count in the plain text, and refuses gold that contradicts
itself or the taxonomy's source. Spec: docs/ledger.md (spans, values, decimals, qualifiers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from tagger.ledger import NOT_A_FACT_CODES, QUALIFIERS
from tests.development.vocabulary import Item, Vocabulary, vocabulary

FOLDER = Path(__file__).parent
UNRESOLVED = ("no_concept", "other_entity", "no_axis", "range", "ambiguous")
ROUNDED = frozenset({"exceeds", "nearly", "about"})
"""Qualifiers under which trailing zeros of the integer part don't count."""

PHENOMENA = (
    "anaphora", "annualised", "as_at_month", "average_rate", "basis", "broken_lines", "cagr",
    "constant_currency", "count_units", "currencies", "enumeration", "fiscal_year", "footnote_marks",
    "forecast", "from_to", "full_width", "full_year_before", "half_year", "indian_scale",
    "inherited_heading", "inherited_subject", "level_change_growth", "li_rate", "lists",
    "mixed_language", "negative_brackets", "negative_verbs", "no_concept", "non_facts", "number_words",
    "of_which", "other_entity", "per_unit", "pp_bp", "product_names", "profile_member", "qoq",
    "qualifiers", "quarter", "range", "rank", "respectively", "roc_year", "same_day_year_before",
    "scale_words", "several_years", "share", "shared_scale", "since_year_end", "table_aligned",
    "table_cells", "table_nil", "table_pipes", "target", "two_lists", "units_in_caption", "year_before",
    "year_before_brackets", "yoy", "zhao_scale",
)  # fmt: skip
"""What a passage may say it holds; README.md says what each means."""

_MARK = re.compile("⟦([^⟦⟧]*)⟧")
_DIGIT = re.compile(r"[0-9０-９]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_PERIOD = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
_FIELDS = 8


class PassageError(ValueError):
    """A passage whose head, marks or gold are wrong."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What is right for one figure. kind: "fact", "not_a_fact" or "unresolved"; the last two have a code."""

    start: int
    end: int
    text: str
    kind: str
    code: str = ""
    concept: str = ""
    dimensions: tuple[tuple[str, str], ...] = ()
    period: str = ""
    value: str = ""
    unit: str = ""
    decimals: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of one institution with its profile and its gold, in reading order.

    fiscal_year_end: "MM-DD". members: (name in the text, axis, member), as in an entity profile.
    """

    name: str
    taxonomy: str
    period: str
    currency: str
    language: str
    entity: str
    aliases: tuple[str, ...]
    fiscal_year_end: str
    members: tuple[tuple[str, str, str], ...]
    phenomena: tuple[str, ...]
    text: str
    gold: tuple[Gold, ...]


@cache
def load_passages() -> tuple[Passage, ...]:
    """Load and check every passage of the set, by name.

    Raises: PassageError, which names the file and the mark.
    """
    return tuple(read_passage(path) for path in sorted(FOLDER.glob("*-*-*.txt")))


def read_passage(path: Path) -> Passage:
    """Load and check one passage."""
    head, line, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not line:
        raise PassageError(f"{path.name}: no line --- after the head")
    fields = _head(path.name, head)
    text, gold = unmarked(body)
    return _checked(
        Passage(
            name=path.stem,
            taxonomy=_one(fields, "taxonomy"),
            period=_one(fields, "period"),
            currency=_one(fields, "currency"),
            language=_one(fields, "language"),
            entity=_one(fields, "entity"),
            aliases=tuple(_split(fields, "alias")),
            fiscal_year_end=_one(fields, "fiscal_year_end") or "12-31",
            members=tuple(_member(path.name, given) for given in fields.get("member", ())),
            phenomena=tuple(_split(fields, "phenomena")),
            text=text,
            gold=gold,
        )
    )


def _head(name: str, head: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for line in head.splitlines():
        key, colon, value = line.removeprefix("#").partition(":")
        if not line.startswith("# ") or not colon:
            raise PassageError(f"{name}: {line!r} in the head is not `# key: value`")
        fields.setdefault(key.strip(), []).append(value.strip())
    return fields


def _one(fields: dict[str, list[str]], key: str) -> str:
    return fields.get(key, [""])[0]


def _split(fields: dict[str, list[str]], key: str) -> list[str]:
    return [part.strip() for given in fields.get(key, ()) for part in given.split(",") if part.strip()]


def _member(name: str, given: str) -> tuple[str, str, str]:
    parts = [part.strip() for part in given.split("=")]
    if len(parts) != 3:
        raise PassageError(f"{name}: {given!r} is not `# member: words = Axis = Member`")
    return parts[0], parts[1], parts[2]


def unmarked(body: str) -> tuple[str, tuple[Gold, ...]]:
    """Return the text without its marks, and their gold.

    Raises: PassageError where a mark of a fact has not all its fields.
    """
    pieces: list[str] = []
    gold: list[Gold] = []
    at = length = 0
    for mark in _MARK.finditer(body):
        plain = body[at : mark.start()]
        figure, _, rest = mark[1].partition("|")
        start = length + len(plain)
        length = start + len(figure)
        pieces += [plain, figure]
        gold.append(_gold(start, length, figure, rest))
        at = mark.end()
    pieces.append(body[at:])
    return "".join(pieces), tuple(gold)


def _gold(start: int, end: int, text: str, rest: str) -> Gold:
    if rest.startswith(("!", "?")):
        return Gold(start, end, text, "not_a_fact" if rest[0] == "!" else "unresolved", rest[1:])
    fields = rest.split("|")
    if len(fields) != _FIELDS - 1:
        raise PassageError(f"⟦{text}|{rest}⟧ has {len(fields) + 1} fields, not {_FIELDS}")
    concept, dims, period, value, unit, decimals, qualifier = fields
    pairs = tuple((pair.partition("=")[0], pair.partition("=")[2]) for pair in dims.split(";") if pair)
    return Gold(start, end, text, "fact", "", concept, pairs, period, value, unit, decimals, qualifier)


def _checked(passage: Passage) -> Passage:
    wrong = [f"no {key}" for key in ("period", "language", "entity") if not getattr(passage, key)]
    if re.search("[⟦⟧]", passage.text):
        wrong.append("a bracket of the markup in the text")
    covered = {at for row in passage.gold for at in range(row.start, row.end)}
    bare = [hit.start() for hit in _DIGIT.finditer(passage.text) if hit.start() not in covered]
    wrong += [f"no mark at {passage.text[max(0, at - 15) : at + 15]!r}" for at in bare[:1]]
    wrong += [f"no such phenomenon {given!r}" for given in passage.phenomena if given not in PHENOMENA]
    names = vocabulary(passage.taxonomy)
    for row in passage.gold:
        wrong += [f"⟦{row.text}⟧ ({row.concept}): {message}" for message in row_mistakes(row, names)]
    if wrong:
        raise PassageError(f"{passage.name}: " + "; ".join(wrong))
    return passage


def row_mistakes(row: Gold, names: Vocabulary) -> list[str]:
    """Return what is wrong with one row by itself: names, dimensions, period, unit, value and decimals."""
    if row.kind == "not_a_fact":
        return [] if row.code in NOT_A_FACT_CODES else [f"no such reason {row.code!r}"]
    if row.kind == "unresolved":
        return [] if row.code in UNRESOLVED else [f"no such reason {row.code!r}"]
    item = names.concepts.get(row.concept)
    if item is None:
        return ["the taxonomy has no such concept"]
    wrong = [] if names.permits(row.concept, dict(row.dimensions)) else [f"{row.dimensions} not permitted"]
    return wrong + _aspect_mistakes(row, item) + _value_mistakes(row)


def _aspect_mistakes(row: Gold, item: Item) -> list[str]:
    wrong = []
    if not _PERIOD.fullmatch(row.period):
        return [f"no period {row.period!r}"]
    days = [date.fromisoformat(day) for day in row.period.split("/")]
    if (len(days) == 2) != (item.period == "duration") or days != sorted(days):
        wrong.append(f"period {row.period} for a concept of type {item.period}")
    expected = {"percent": "pure", "count": item.unit, "per_share": "[A-Z]{3}/shares"}.get(
        item.type, "[A-Z]{3}"
    )
    if not re.fullmatch(expected, row.unit):
        wrong.append(f"unit {row.unit!r} for a {item.type} concept, not {expected!r}")
    if row.qualifier != "+".join(part for part in QUALIFIERS if part in row.qualifier.split("+")):
        wrong.append(f"qualifier {row.qualifier!r}")
    return wrong


def _value_mistakes(row: Gold) -> list[str]:
    if not row.value:
        return [] if row.text.strip() in {"-", "–", "—", "－"} else ["no value"]
    try:
        value = Decimal(row.value)
    except InvalidOperation:
        return [f"value {row.value!r}"]
    places = len(row.value.partition(".")[2])
    if row.decimals == "INF":
        exact = not places and _digits(row.text) in {None, abs(value)}
        return [] if exact else ["INF, not the digits printed"]
    decimals = int(row.decimals)
    if places != max(decimals, 0):
        return [f"{row.value} does not have {decimals} decimals"]
    printed = _digits(row.text)
    if printed is None:
        return []
    scaled = abs(value).scaleb(decimals)
    while scaled != printed and ROUNDED & set(row.qualifier.split("+")) and printed % 10 == 0 and printed:
        printed /= 10
    return [] if scaled == printed else [f"{row.value} with {decimals} decimals is not what is printed"]


def _digits(text: str) -> Decimal | None:
    """Return the integer that the figure's digits spell, None where there are none."""
    folded = re.sub(r"\s", "", text.translate(_FULL_WIDTH))
    found = re.match(r"[\d,.]+", folded)
    return Decimal(re.sub(r"\D", "", found[0])) if found else None
