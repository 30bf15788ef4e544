"""Same facts, same bytes: whatever the run, the hash seed, the time zone and the locale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

WRITER = """
import hashlib, io, locale, sys
from importlib.util import find_spec
sys.path.insert(0, sys.argv[1])
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass  # the machine has not got it: what Python makes of its name is tried nevertheless
from exports.tables.rows import TableSource
from exports.tables.write import table_writer
from taxonomy.load import load_taxonomy
from exports import ixbrl_facts, report_package, xbrl_csv, xbrl_json, xbrl_xml
from tests.exports.test_exports_second_opinion import every_kind
report = every_kind()
digest = hashlib.sha256()
streams = [io.BytesIO() for _ in range(6)]
xbrl_xml.write(report, streams[0])
xbrl_json.write(report, streams[1])
ixbrl_facts.write(report, streams[2])
xbrl_csv.write(report, "r.csv", streams[3], streams[4])
page = {"r.xhtml": streams[2].getvalue()}
report_package.write_reports("r", ".xbri", page, [("META-INF/taxonomyPackage.xml", b"<x/>")], streams[5])
source = TableSource(report, "r", language="zh-Hant", taxonomy=load_taxonomy("bank-disclosure"))
for kind in ("xlsx", "parquet", "duckdb") if find_spec("openpyxl") and find_spec("duckdb") else ():
    streams.append(io.BytesIO())
    table_writer(source, kind)(streams[-1])
for stream in streams:
    digest.update(stream.getvalue())
print(digest.hexdigest(), locale.setlocale(locale.LC_ALL))
"""


def make_german(folder: Path) -> bool:
    """Compile a locale with a decimal comma; return whether the machine has what that takes."""
    command = ["localedef", "-i", "de_DE", "-f", "UTF-8", str(folder / "de_DE.UTF-8")]
    return shutil.which("localedef") is not None and subprocess.run(command, check=False).returncode == 0


@pytest.mark.slow
def test_the_bytes_depend_on_the_facts_alone(tmp_path: Path) -> None:
    """2 runs, 3 hash seeds, 3 time zones and 3 locales give one digest."""
    is_german = make_german(tmp_path)
    digests, locales = set(), set()
    surroundings = product(
        (1, 2),
        ("0", "1", "4242"),
        ("UTC", "Asia/Shanghai", "America/St_Johns"),
        ("C", "C.UTF-8", "de_DE.UTF-8"),
    )
    for _, seed, zone, locale in surroundings:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        command = [sys.executable, "-c", WRITER, str(ROOT)]
        environment["LOCPATH"] = str(tmp_path)
        said = subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout
        digests.add(said.split()[0])
        locales.add(said.split()[1])

    assert len(digests) == 1
    assert not is_german or "de_DE.UTF-8" in locales
