"""The fast way of writing is an accelerator and nothing else: what it writes is what the slow way writes."""

from __future__ import annotations

import io
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.errors import FilingError
from exports.fact_lines import BATCH, NEAR
from exports.report import Entity, Fact, Footnote, Outline, Period, Report, quick_fact
from exports.values import canonical, canonical_numbers

SCHEME = "http://standards.iso.org/iso/17442"
REPORT = Report(
    "http://example.org/bank.xsd",
    (("bank", "http://example.org/bank"), ("iso4217", "http://www.xbrl.org/2003/iso4217")),
    (),
    footnotes=(Footnote("n1", "en", "Restated"),),
    outline=Outline((SCHEME,), ("bank:Axis",)),
)
VALUES = (
    "1234",
    "0",
    "007",
    "-5",
    "0.083",
    "1.500",
    "+7",
    ".5",
    "-0",
    "5.",
    "123456789012345678901234567890",
)


def written(report: Report) -> list[bytes]:
    """Return the report in all syntaxes."""
    xml, page, plain, table, metadata = (io.BytesIO() for _ in range(5))
    xbrl_xml.write(report, xml)
    ixbrl_facts.write(report, page)
    xbrl_json.write(report, plain)
    xbrl_csv.write(report, "r.csv", table, metadata)
    return [stream.getvalue() for stream in (xml, page, plain, table, metadata)]


def facts(count: int) -> Iterator[Fact]:
    """Yield facts with every aspect made anew, so that the identity of none tells anything.

    Each set of aspects comes a few times, with numbers of every form, nil and footnotes among them.
    Nobody keeps them but the writer, so that the same places of memory are used again and again.
    """
    for number in range(count):
        yield Fact(
            id=f"f{number}",
            concept=f"bank:{'ABC'[number % 3]}",
            entity=Entity(SCHEME, f"{number % 5}"),
            period=Period(None, date(2000, 1, 1) + timedelta(days=number // 600)),
            dimensions=(("bank:Axis", f"bank:M{number % 7}"),),
            unit=("iso4217:CNY", "bank:item")[number % 2],
            value=None if number % 50 == 7 else VALUES[number % len(VALUES)],
            decimals=(-6, None, 2)[number % 3],
            footnotes=("n1",) if number % 60 == 11 else (),
        )


def shared(made: list[Fact]) -> list[Fact]:
    """Return the facts with equal aspects as one object."""
    entities = {fact.entity: fact.entity for fact in made}
    periods = {fact.period: fact.period for fact in made}
    members = {fact.dimensions: fact.dimensions for fact in made}
    return [
        replace(
            fact,
            entity=entities[fact.entity],
            period=periods[fact.period],
            dimensions=members[fact.dimensions],
        )
        for fact in made
    ]


def test_the_identity_of_aspects_does_not_matter() -> None:
    """More aspects than are remembered, made anew for each fact, give the bytes that shared ones give."""
    count = 3 * NEAR

    fresh = written(replace(REPORT, facts=tuple(facts(count))))

    assert fresh == written(replace(REPORT, facts=shared(list(facts(count)))))


def test_facts_that_nobody_keeps_are_not_mistaken_for_each_other() -> None:
    """An object that takes the place in memory of one that is gone is another one."""
    once = written(replace(REPORT, facts=tuple(facts(3 * NEAR))))
    for index, write in ((0, xbrl_xml.write), (2, xbrl_json.write)):
        stream = io.BytesIO()
        write(replace(REPORT, facts=facts(3 * NEAR)), stream)

        assert once[index] == stream.getvalue()


@pytest.mark.parametrize("value", VALUES)
def test_a_number_is_the_same_the_first_time_and_ever_after(value: str) -> None:
    """The first fact of its kind goes the slow way, the following the fast one."""
    first = replace(next(facts(1)), value=value)
    report = replace(REPORT, facts=[replace(first, id=f"f{number}") for number in range(3)])
    xml, _, plain, table, _ = written(report)

    members = [member for name, member in json.loads(plain)["facts"].items() if name.startswith("f")]
    rows = [row.partition(",")[2] for row in table.decode().splitlines()[1:]]
    assert len(set(xml.decode().replace("f1", "f0").replace("f2", "f0").splitlines()[-4:-1])) == 1
    assert members == [members[0]] * 3
    assert rows == [rows[0]] * 3
    assert Decimal(members[0]["value"]) == Decimal(rows[0].rpartition(",")[2]) == Decimal(value)


@pytest.mark.parametrize("place", [0, 1, BATCH])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "１２３"}, "must be a number"),
        ({"value": "²"}, "must be a number"),
        ({"value": ""}, "must be a number"),
        ({"value": "1e3"}, "must be a number"),
        ({"value": "1 2"}, "must be a number"),
        ({"value": "1.2.0"}, "must be a number"),
        ({"value": "-"}, "must be a number"),
        ({"id": "1f"}, "cannot be an XML id"),
        ({"id": "ªx"}, "cannot be an XML id"),
        ({"id": "a b"}, "cannot be an XML id"),
        ({"concept": "poor:A"}, "not declared"),
    ],
)
def test_what_is_no_number_or_id_is_found_wherever_it_stands(
    change: dict[str, str], said: str, place: int
) -> None:
    """The fast way lets nothing through: not full-width digits, nor letters that XML does not take in an id."""
    made = [replace(next(facts(1)), id=f"f{number}", value="5") for number in range(BATCH + 2)]
    made[place] = replace(made[place], **change)  # type: ignore[arg-type]
    report = replace(REPORT, facts=made)

    for write in (xbrl_xml.write, xbrl_json.write, ixbrl_facts.write):
        with pytest.raises(FilingError, match=said):
            write(report, io.BytesIO())
    with pytest.raises(FilingError, match=said):
        xbrl_csv.write(report, "r.csv", io.BytesIO(), io.BytesIO())


@given(st.lists(st.text("0123456789.-+ e", max_size=6), min_size=1, max_size=5))
def test_many_numbers_are_written_as_each_of_them(values: list[str]) -> None:
    """The pass over many values takes what a look at each takes, and writes the same."""
    text = "".join(f"{value} " for value in values)
    together = canonical_numbers(values, text) if text.count(" ") == len(values) else None

    if together is not None:
        assert together == [canonical(value) for value in values]
        assert all(re.fullmatch(r"-?[0-9]*\.?[0-9]*", value) for value in values)
    else:
        assert not all(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) for value in values)


def test_a_quick_fact_is_a_fact_like_any_other() -> None:
    """Equal, of the same class, hashed alike, frozen, and to be replaced, copied and pickled like one."""
    slow = next(facts(1))
    values = [getattr(slow, part.name) for part in fields(Fact)]

    quick = quick_fact(*values)

    assert type(quick) is Fact
    assert quick == slow
    assert hash(quick) == hash(slow)
    assert repr(quick) == repr(slow)
    assert replace(quick, value="2") == replace(slow, value="2")
    assert pickle.loads(pickle.dumps(quick)) == slow  # noqa: S301  our own
    with pytest.raises(FrozenInstanceError):
        quick.value = "2"  # type: ignore[misc]
