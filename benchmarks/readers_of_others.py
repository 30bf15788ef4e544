"""What other people's readers make of our files: the same facts, or what differs.

    PYTHONPATH=. python benchmarks/readers_of_others.py

The sample bank's filing, with facts that are nil, negative and text, is written in every syntax. Each reader runs
in an environment of its own; what cannot be installed is told and not compared. py-xbrl and brel want the
taxonomy from the web: they are given a folder that answers for it, and no network is used.
Exits with 1 where a value differs that is not among the limits of the readers known here.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from importlib.util import find_spec
from json import loads
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb

from benchmarks.peers import asked, version_of
from exports import ixbrl, ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.readers.read import read
from exports.report import Fact
from exports.tables.rows import TableSource
from exports.tables.write import TableFormat, table_writer
from tagwright.tagged import tag
from taxonomy.compile.package import package_files
from taxonomy.model import Taxonomy

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "harbour-bank"

Row = tuple[str, str, str, str, str, str]
"""Local name of the concept, value, start, end, members by local name, unit by local name."""

EDGARTOOLS = """
import json, sys
from edgar.xbrl.xbrl import XBRL
read = XBRL.from_files(instance_file=sys.argv[1])
rows = []
for fact in read._facts.values():
    context = read.contexts[fact.context_ref]
    unit = read.units[fact.unit_ref]["measure"] if fact.unit_ref else ""
    time = context.period
    rows.append([fact.element_id, fact.value, time.get("startDate") or "", time.get("endDate") or time.get("instant"),
                 context.dimensions, unit])
print(json.dumps(rows))
"""

PY_XBRL = """
import json, logging, sys
from xbrl.cache import HttpCache
from xbrl.instance import XbrlParser
logging.disable(logging.CRITICAL)
read = XbrlParser(HttpCache(sys.argv[2])).parse_instance(sys.argv[1])
rows = []
for fact in read.facts:
    context = fact.context
    start = str(getattr(context, "start_date", "") or "")
    end = str(getattr(context, "end_date", None) or getattr(context, "instant_date", ""))
    unit = getattr(getattr(fact, "unit", None), "unit", "")
    members = {segment.dimension.name: segment.member.name for segment in context.segments}
    rows.append([fact.concept.name, None if fact.value is None else str(fact.value), start, end, members, unit])
print(json.dumps(rows))
"""

BREL = """
import json, os, pathlib, sys, urllib.parse
import requests
web, work = pathlib.Path(sys.argv[2]), sys.argv[3]
class Answer:
    status_code = 200
    def __init__(self, content):
        self.content = content
def get(self, url, **_):
    parts = urllib.parse.urlsplit(url)
    return Answer(web.joinpath(parts.netloc, parts.path.lstrip("/")).read_bytes())
requests.Session.get = get
os.chdir(work)
from brel import Filing
rows = []
for fact in Filing.open(sys.argv[1]).get_all_facts():
    plain = {name: str(value) for name, value in fact.convert_to_dict().items()}
    start, _, end = plain["period"].removeprefix("from ").removeprefix("on ").rpartition(" to ")
    known = ("id", "value", "concept", "period", "entity", "unit")
    members = {name: value for name, value in plain.items() if name not in known}
    unit = fact.get_unit()
    measures = [] if unit is None else [str(part) for part in unit.get_numerators()]
    rows.append([plain["concept"], plain["value"], start[:10], end[:10], members, "".join(measures)])
print(json.dumps(rows))
"""

IXBRLPARSE = """
import json, sys
from ixbrlparse import IXBRL
read = IXBRL.open(sys.argv[1])
rows = []
for fact in [*read.numeric, *read.nonnumeric]:
    plain = fact.to_json()
    context = plain["context"]
    members = {segment["dimension"]: segment["value"] for segment in context["segments"]}
    value = plain["value"]
    rows.append([plain["name"], None if value is None else str(value), context["startdate"] or "",
                 context["enddate"] or context["instant"], members, plain.get("unit") or ""])
print(json.dumps(rows))
"""


def written(folder: Path) -> Taxonomy:
    """Write the sample's filing in every syntax and as tables; return its taxonomy."""
    tagged = tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2025"
    )
    first, second, *others = tagged.report.held
    more = (
        replace(first, id="nil", value=None, decimals=None, concept="bank:DepositsFromCustomers"),
        replace(second, id="negative", value="-0.0125", decimals=4),
    )
    report = replace(tagged.report, facts=(first, second, *others, *more))
    page = io.BytesIO()
    ixbrl.write(tagged.report, tagged.document, tagged.ledger, page, tagged.language)
    (folder / "tagged.xhtml").write_bytes(page.getvalue())
    for container in ("scenario", "segment"):
        made = replace(report, container=container)
        for ending in ("xbrl", "xml"):
            with (folder / f"{container}.{ending}").open("wb") as stream:
                xbrl_xml.write(made, stream)
        with (folder / f"{container}.xhtml").open("wb") as stream:
            ixbrl_facts.write(made, stream)
    with (folder / "r.json").open("wb") as stream:
        xbrl_json.write(report, stream)
    with (folder / "r.csv").open("wb") as table, (folder / "r-csv.json").open("wb") as metadata:
        xbrl_csv.write(report, "r.csv", table, metadata)
    source = TableSource(report, "r", taxonomy=tagged.taxonomy)
    kinds: tuple[TableFormat, ...] = ("parquet", "duckdb")
    for kind in kinds:
        with (folder / f"r.{kind}").open("wb") as stream:
            table_writer(source, kind)(stream)
    return tagged.taxonomy


def web_of(taxonomy: Taxonomy, folder: Path) -> None:
    """Lay out, by host and path, the taxonomy and the schemas of xbrl.org that Arelle carries."""
    spec = find_spec("arelle")
    if spec is None or spec.origin is None:
        sys.exit("Arelle is not installed")
    for scheme in ("http", "https"):
        cache = Path(spec.origin).parent / "resources" / "cache" / scheme
        shutil.copytree(cache, folder, dirs_exist_ok=True)
    parts = urlsplit(taxonomy.entry_point)
    for path, data in package_files(taxonomy):
        if path.startswith("taxonomy/"):
            place = folder / parts.netloc / Path(parts.path.lstrip("/")).with_name(Path(path).name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def ours(path: Path) -> Counter[Row]:
    """Return what our own reader reads."""
    return Counter(
        row(fact.concept, fact.value, *_days(fact), dict(fact.dimensions), fact.unit or "")
        for fact in read(path).facts
    )


def _days(fact: Fact) -> tuple[str, str]:
    return "" if fact.period.start is None else str(fact.period.start), str(fact.period.end)


def row(
    concept: str, value: str | None, start: str, end: str, members: dict[str, str], unit: str
) -> Row:  # fmt: skip
    """Return a fact in the one form that all are brought into."""
    named = ", ".join(sorted(f"{_local(axis)}={_local(member)}" for axis, member in members.items()))
    return _local(concept), _number(value), start, end, named, _local(unit)


def _local(name: str) -> str:
    return name.replace("_", ":").rpartition(":")[2]


def _number(value: str | None) -> str:
    try:
        return format(Decimal(value or "nil").normalize(), "f")
    except InvalidOperation:
        return value or "nil"


def by_duckdb(path: Path) -> Counter[Row]:
    """Return what DuckDB reads, asked in SQL as our documentation describes the file."""
    with duckdb.connect(str(path) if path.suffix == ".duckdb" else ":memory:") as connection:
        found = connection.execute(QUERIES[path.suffix].format(path)).fetchall()
    return Counter(row(*plain) for plain in map(FROM_SQL[path.suffix], found))


QUERIES = {
    ".csv": "SELECT to_json(line) FROM read_csv('{}', all_varchar = true) line WHERE concept <> 'xbrl:note'",
    ".json": """SELECT fact.value FROM (SELECT unnest(map_entries(facts)) AS fact
        FROM read_json('{}', columns = {{'facts': 'MAP(VARCHAR, JSON)'}}))
        WHERE fact.value ->> '$.dimensions.concept' <> 'xbrl:note'""",
    ".parquet": """SELECT concept, value_text, period_start, period_end, unit,
        map_from_entries([(item.axis, item.member) for item in dimensions]) FROM '{}'""",
    ".duckdb": """SELECT concept, value_text, period_start, period_end, unit, (SELECT
        map_from_entries(list((axis, member))) FROM dimensions d WHERE d.report = f.report AND d.fact = f.fact)
        FROM facts f""",
}

Plain = tuple[str, str | None, str, str, dict[str, str], str]


def _from_csv(found: tuple[str]) -> Plain:
    line = loads(found[0])
    start, _, end = line.pop("period").removesuffix("@end").rpartition("..")
    known = {
        name: line.pop(name) for name in ("id", "concept", "entity", "unit", "language", "decimals", "value")
    }
    value = None if known["value"] == "#nil" else known["value"]
    members = {axis: member for axis, member in line.items() if member}
    return known["concept"], value, start, end, members, known["unit"] or "pure"


def _from_json(found: tuple[str]) -> Plain:
    fact = loads(found[0])
    aspects = fact["dimensions"]
    start, _, end = aspects.pop("period").rpartition("/")
    last = date.fromisoformat(end[:10]) - timedelta(days=1)
    concept, _, unit = aspects.pop("concept"), aspects.pop("entity"), aspects.pop("unit", "pure")
    return concept, fact["value"], start[:10], str(last), aspects, unit


def _from_table(found: tuple[str, str | None, date | None, date, str, dict[str, str] | None]) -> Plain:
    concept, value, start, end, unit, members = found
    return concept, value, str(start or ""), str(end), members or {}, unit


FROM_SQL: dict[str, Callable[[Any], Plain]] = {
    ".csv": _from_csv,
    ".json": _from_json,
    ".parquet": _from_table,
    ".duckdb": _from_table,
}

READERS = (
    ("edgartools", EDGARTOOLS, ("scenario.xbrl", "segment.xbrl")),
    (
        "py-xbrl",
        PY_XBRL,
        ("scenario.xbrl", "segment.xbrl", "scenario.xhtml", "segment.xhtml", "tagged.xhtml"),
    ),
    ("brel-xbrl", BREL, ("scenario.xml", "segment.xml")),
    (
        "ixbrlparse",
        IXBRLPARSE,
        ("scenario.xbrl", "segment.xbrl", "scenario.xhtml", "segment.xhtml", "tagged.xhtml"),
    ),
    ("duckdb", "", ("r.csv", "r.json", "r.parquet", "r.duckdb")),
)

LIMITS = {
    "edgartools": "members in a scenario are passed over",
    "py-xbrl": "members in a scenario are passed over, a nil tag of iXBRL too; scales in floating point",
    "brel-xbrl": "members in a scenario are passed over",
    "ixbrlparse": "members in a scenario are passed over, a nil number is 0; scales in floating point",
    "duckdb": "",
}
"""Where a reader is known to see less than the file says. What follows from it is expected of it, and no more."""


def expected(package: str, path: Path) -> Counter[Row]:
    """Return what the reader should see: what ours does, less what the limit says."""
    told = ours(path if path.name not in {"r.parquet", "r.duckdb", "r.csv"} else path.with_name("r.json"))
    seen: Counter[Row] = Counter()
    for (concept, value, start, end, members, unit), count in told.items():
        if value == "nil" and package == "py-xbrl" and path.suffix == ".xhtml":
            continue
        number = "0" if value == "nil" and package == "ixbrlparse" else value
        heard = members if package == "duckdb" or path.name.startswith("segment") else ""
        seen[concept, number, start, end, heard, unit] += count
    return seen


def main() -> None:
    """Compare, and print a line for each reader and file."""
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder, web = Path(name), Path(name, "web")
        web_of(written(folder), web)
        for package, program, files in READERS:
            for file in files:
                with suppress(LookupError):
                    wrong += not reads(package, program, folder / file)
    sys.exit(1 if wrong else 0)


def reads(package: str, program: str, path: Path) -> bool:
    """Have a reader read a file, print what came of it, and return whether that is all it should see.

    Raises: LookupError where the reader cannot be installed.
    """
    told = expected(package, path)
    try:
        theirs = by_duckdb(path) if not program else by_peer(package, program, path)
    except RuntimeError as error:
        print(f"{package:11} {path.name:14} failed: {error}")
        return False
    missing, more = told - theirs, theirs - told
    print(
        f"{package:11} {version_of(package):8} {path.name:14} {theirs.total():4} facts,"
        f" {(told & theirs).total():4} as expected, {missing.total()} missing, {more.total()} other"
        f"{f' ({LIMITS[package]})' if LIMITS[package] else ''}",
        flush=True,
    )
    for what, rows in (("we have", missing), ("it has", more)):
        for each in sorted(rows)[:SHOWN]:
            print(f"    {what}: {each}")
    return not missing and not more


def by_peer(package: str, program: str, path: Path) -> Counter[Row]:
    """Return what a reader in an environment of its own reads."""
    folder = path.parent
    plain = asked(package, program, str(path), str(folder / "web"), str(folder))
    rows = (row(*fact) for fact in plain)  # type: ignore[attr-defined]
    if "floating point" in LIMITS[package]:
        rows = ((each[0], _number(_rounded(each[1])), *each[2:]) for each in rows)
    return Counter(rows)


def _rounded(value: str) -> str:
    """Return the number that a binary one stands for, if it has no more than 15 digits."""
    try:
        return format(float(value), ".15g")
    except ValueError:
        return value


SHOWN = 4

if __name__ == "__main__":
    main()
