"""Our writer of xBRL-XML against xbrl-forge, on the same facts.

    PYTHONPATH=. python benchmarks/export_against_forge.py [FACTS]

Twice: as a user calls them, and writer against writer. A user of xbrl-forge checks his input against its JSON schema,
loads it and creates the instance: its guide to the Python API does so in its one whole example, and nothing in the three
calls checks anything else. A user of ours makes facts and writes them, which checks names, ids and numbers. Both begin
with plain values and end with the instance in memory. Writer against writer, the input of both is made already: xbrl-forge's
loaded, ours as facts.
Exits with 1 where the limit is missed, with 2 where xbrl-forge could not be installed.
"""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace

from benchmarks.export_speed import ENTITY, facts, report
from benchmarks.peers import asked, version_of
from exports import xbrl_xml
from exports.report import Fact, Period

FACTS = 10_000
LIMIT = 100

FORGE = """
import json, logging, sys, time, warnings
import xbrl_forge
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
space = "http://example.org/bank"
def content(number):
    tag = {"namespace": space, "name": f"Concept{number % 50}", "entity": "529900T8BM49AURSDO55",
           "entity_scheme": "http://standards.iso.org/iso/17442", "end_date": f"{2000 + number % 25}-12-31",
           "attributes": {"decimals": -3, "scale": 0, "unit": {"numerator": {
               "name": "CNY", "namespace": "http://www.xbrl.org/2003/iso4217"}},
               "format": {"name": "num-dot-decimal",
                          "namespace": "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"}},
           "dimensions": [{"axis": {"namespace": space, "name": "TypeAxis"}, "typed_member_value": None,
                           "member": {"namespace": space, "name": f"Member{number // 25 % 40}"}}]}
    return {"type": "BASE_XBRL", "content": str(number * 1000), "tags": [tag]}
data = {"reports": [{"name": "r", "lang": "en", "priority": 1, "xhtml": False,
    "taxonomy_schema": "http://example.org/bank.xsd",
    "namespaces": {space: "bank", "http://www.xbrl.org/2003/iso4217": "iso4217",
                   "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16": "ixt"},
    "content": [content(number) for number in range(int(sys.argv[1]))]}]}
start = time.process_time()
xbrl_forge.validate_input_data(data)
checked = time.process_time()
loaded = xbrl_forge.load_input_data(data)
ready = time.process_time()
made = xbrl_forge.create_xbrl([loaded])
created = time.process_time()
def files(file):
    return [file.content] if getattr(file, "content", None) else [
        text for each in file.contained_files for text in files(each)]
facts = sum(text.count("<bank:Concept") if isinstance(text, str) else text.count(b"<bank:Concept")
            for text in files(made))
print(json.dumps([checked - start, ready - checked, created - ready, facts]))
"""


def ours(count: int) -> tuple[float, float]:
    """Return the CPU seconds that the same takes us: making the facts, and writing them."""
    plain = [(fact.id, fact.concept, fact.period.end, fact.dimensions, fact.value) for fact in facts(count)]
    start = time.process_time()
    made = [
        Fact(name, concept, ENTITY, Period(None, end), members, "iso4217:CNY", value, -3)
        for name, concept, end, members, value in plain
    ]
    ready = time.process_time()
    xbrl_xml.write(replace(report(0), facts=made), io.BytesIO())
    return ready - start, time.process_time() - ready


def main() -> None:
    """Measure both and print two lines."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    try:
        told = asked("xbrl-forge", FORGE, str(count))
    except LookupError:
        sys.exit(2)
    match told:
        case [float(checking), float(loading), float(creating), int(written)] if written == count:
            pass
        case _:
            sys.exit(f"xbrl-forge wrote something else: {told}")
    turns = [ours(count) for _ in range(9)]
    making, writing = min(making for making, _ in turns), min(writing for _, writing in turns)
    as_called = (checking + loading + creating) / (making + writing)
    writers = creating / writing
    print(
        f"xbrl-forge {version_of('xbrl-forge')}: {count:,} facts checked in {checking:.1f} s, loaded in {loading:.2f} s"
        f" and created in {creating:.2f} s; ours made in {making * 1000:.0f} ms and written in {writing * 1000:.0f} ms\n"
        f"as a user calls them {as_called:.0f} times as fast (at least {LIMIT}), writer against writer {writers:.0f}"
        f" times, without its check {(loading + creating) / (making + writing):.0f} times"
    )
    sys.exit(1 if as_called < LIMIT else 0)


if __name__ == "__main__":
    main()
