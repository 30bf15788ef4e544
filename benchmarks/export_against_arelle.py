"""Our writers against Arelle's OIM writers, and our readers against its loading, on the same facts.

    python benchmarks/export_against_arelle.py [FACTS]

Arelle loads the xBRL-XML file that our writer made, and its plugin saveLoadableOIM writes what it loaded; its
writing alone is counted. CPU seconds, one run, everything in processes of their own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from exports import xbrl_csv, xbrl_json, xbrl_xml
from exports.definitions import definitions_of_package
from exports.readers.read import read
from exports.report import Fact, Period, Report
from tests.exports.rich import ENTRY_POINT, package, schema
from tests.strategies import ENTITIES, NAMESPACES, TYPED_DOMAINS

FACTS = 100_000

ARELLE = """
import sys, time
from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
name, package, folder, count = sys.argv[1:]
options = RuntimeOptions(entrypointFile=name, packages=[package], plugins="saveLoadableOIM", keepOpen=True,
    logFile="logToBuffer", internetConnectivity="offline", disablePersistentConfig=True)
with Session() as session:
    start = time.process_time()
    session.run(options)
    loaded = time.process_time() - start
    (model,) = session.get_models()
    assert len(model.facts) == int(count), len(model.facts)
    from arelle.plugin.saveLoadableOIM import saveLoadableOIM
    print("loaded", loaded)
    for ending in (".json", ".csv"):
        start = time.process_time()
        saveLoadableOIM(model, folder + "/arelle" + ending)
        print(ending, time.process_time() - start)
"""


def report(count: int) -> Report:
    """Return a report over 1,000 contexts, held in memory as Arelle holds its own."""
    ends = [Period.parse(f"{2000 + year}-12-31") for year in range(25)]
    members = [(("rich:CustomerAxis", f"rich:{name}"),) for name in ("Retail", "Corporate", "Government")]
    made = tuple(
        Fact(
            f"f{number}", "rich:Money", ENTITIES[0], ends[number % 25], members[number % 3], "iso4217:CNY",
            str(number * 1000), -3,
        )
        for number in range(count)
    )  # fmt: skip
    return Report(ENTRY_POINT, NAMESPACES, made, typed_domains=TYPED_DOMAINS)


def main() -> None:
    """Measure both, and print what one costs in terms of the other."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    made = report(count)
    ours: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "r.xbrl").open("wb") as stream:
            xbrl_xml.write(made, stream)
        start = time.process_time()
        with (folder / "r.json").open("wb") as stream:
            xbrl_json.write(made, stream)
        ours[".json"] = time.process_time() - start
        start = time.process_time()
        with (folder / "r.csv").open("wb") as table, (folder / "r-csv.json").open("wb") as metadata:
            xbrl_csv.write(made, "r.csv", table, metadata)
        ours[".csv"] = time.process_time() - start
        definitions = definitions_of_package([("rich.xsd", schema().encode())])
        start = time.process_time()
        held = sum(1 for _ in read(folder / "r.xbrl", definitions).facts)
        ours["loaded"] = time.process_time() - start
        if held != count:
            raise SystemExit(f"{held} facts were read, {count} were written")
        (folder / "rich.zip").write_bytes(package())
        output = subprocess.run(
            [
                sys.executable,
                "-c",
                ARELLE,
                str(folder / "r.xbrl"),
                str(folder / "rich.zip"),
                name,
                str(count),
            ],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    for line in output.splitlines():
        what, _, seconds = line.rpartition(" ")
        if what in ours:
            ratio = float(seconds) / ours[what]
            print(f"{what:7} Arelle {float(seconds):6.2f} s, ours {ours[what]:5.2f} s: {ratio:.0f} times")


if __name__ == "__main__":
    main()
