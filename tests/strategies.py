"""Hypothesis strategies: reports with facts of every kind, against the taxonomy of tests/exports/rich.py."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from exports.report import FOREVER, Entity, Fact, Footnote, Period, Report
from exports.values import canonical
from tests.exports.rich import CONCEPTS, ENTRY_POINT, MEMBERS, NAMESPACE

NAMESPACES = (
    ("iso4217", "http://www.xbrl.org/2003/iso4217"),
    ("rich", NAMESPACE),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
)
TYPED_DOMAINS = (("rich:BranchAxis", "rich:Branch"),)
PERIOD_TYPES = {name: period for name, _, period in CONCEPTS}

LANGUAGES = ("en", "zh-Hant", "zh-Hans-CN", "de-CH")
ENTITIES = (
    Entity("http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55"),
    Entity("http://example.org/banks", "港灣銀行-1"),
    Entity("http://example.org/banks", "a&b:c"),
)

texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=("Cs", "Cc")),
    max_size=30,
) | st.sampled_from(
    [
        "",
        "#",
        "#none",
        "##x",
        ' "quoted", and\nbroken\tlines ',
        "<b>&amp;</b>",
        "=1+1",
        "1,234",
        "億元",
        "a;b|c",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ]
)
"""Any text that XML can hold, and the kind that breaks writers."""

days = st.dates(date(1990, 1, 1), date(2090, 12, 30))


@st.composite
def periods(draw: st.DrawFn, kind: str) -> Period:
    """Draw a period of the type: days, sometimes moments, a duration sometimes forever."""
    end = draw(days)
    if kind == "instant":
        moment = datetime(end.year, end.month, end.day, 12, 30)  # noqa: DTZ001  a report's times have no zone
        return Period(None, draw(st.sampled_from([end, end, moment])))
    start = end - timedelta(days=draw(st.integers(0, 400)))
    return draw(st.sampled_from([Period(start, end), Period(start, end), FOREVER]))


numbers = st.decimals(
    allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15
).map(lambda value: canonical(format(value, "f"))) | st.integers(0, 10**24).map(str)


@st.composite
def facts(draw: st.DrawFn, name: str, notes: tuple[str, ...]) -> Fact:
    """Draw a fact of any concept, with any aspects that it can have."""
    local, kind, period_type = draw(st.sampled_from(CONCEPTS))
    period = draw(periods(period_type))
    dimensions = draw(
        st.sampled_from([(), *((("rich:CustomerAxis", f"rich:{member}"),) for member in MEMBERS)])
    )
    typed = draw(st.sampled_from([(), (), (("rich:BranchAxis", draw(texts)),), (("rich:BranchAxis", None),)]))
    common = {
        "dimensions": dimensions,
        "typed": typed,
        "footnotes": tuple(sorted(draw(st.sets(st.sampled_from(notes), max_size=2)))) if notes else (),
    }
    entity = draw(st.sampled_from(ENTITIES))
    unit = {
        "Money": draw(st.sampled_from(["iso4217:CNY", "iso4217:HKD"])),
        "Flow": "iso4217:CNY",
        "Rate": "xbrli:pure",
        "PerShare": "iso4217:CNY/xbrli:shares",
        "Number": draw(st.sampled_from(["xbrli:pure", "xbrli:shares", "(rich:a*rich:b)/rich:c"])),
    }.get(local)
    if draw(st.integers(0, 9)) == 0:
        return Fact(name, f"rich:{local}", entity, period, unit=unit, **common)  # type: ignore[arg-type]
    if unit is not None:
        return Fact(
            name, f"rich:{local}", entity, period, unit=unit, value=draw(numbers),
            decimals=draw(st.none() | st.integers(-9, 9)), **common,  # type: ignore[arg-type]
        )  # fmt: skip
    if kind.startswith("enum2"):
        least = 0 if local == "Choices" else 1
        members = draw(
            st.sets(st.sampled_from(MEMBERS), min_size=least, max_size=3 if local == "Choices" else 1)
        )
        value = " ".join(sorted(f"rich:{member}" for member in members))
        return Fact(name, f"rich:{local}", entity, period, value=value, kind="enumeration", **common)  # type: ignore[arg-type]
    if local == "Name":
        value = draw(st.sampled_from(["rich:Retail", "iso4217:CNY"]))
        return Fact(name, "rich:Name", entity, period, value=value, kind="qname", **common)  # type: ignore[arg-type]
    value = {
        "Day": draw(days).isoformat(),
        "Flag": draw(st.sampled_from(["true", "false"])),
        "Token": "token",
    }.get(local) or draw(texts)
    language = draw(st.sampled_from(LANGUAGES)) if local == "Text" else None
    return Fact(name, f"rich:{local}", entity, period, value=value, language=language, **common)  # type: ignore[arg-type]


@st.composite
def reports(draw: st.DrawFn, max_size: int = 8) -> Report:
    """Draw a report; every footnote in it belongs to some fact."""
    notes = tuple(f"note{number}" for number in range(draw(st.integers(0, 3))))
    count = draw(st.integers(0, max_size))
    names = draw(
        st.lists(
            st.sampled_from([f"f{number}" for number in range(30)] + ["a.b", "x-1", "x-2E-y", "x-2D-.z", "事實"]),
            min_size=count, max_size=count, unique=True,
        )
    )  # fmt: skip
    made = tuple(draw(facts(name, notes)) for name in names)
    used = sorted({note for fact in made for note in fact.footnotes})
    footnotes = tuple(
        Footnote(note, draw(st.sampled_from(LANGUAGES)), draw(texts.filter(bool))) for note in used
    )
    return Report(ENTRY_POINT, NAMESPACES, made, footnotes, typed_domains=TYPED_DOMAINS)


def exactly(text: str) -> Decimal:
    """Return the number that the text is."""
    return Decimal(text)
