"""Instances that are wrong or meant to harm: one sentence with the place, nothing expanded, nothing fetched."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from exports import report_package, xbrl_csv, xbrl_json, xbrl_xml
from exports.errors import FilingError, InstanceError, PackageError
from exports.readers.read import read
from exports.report import Fact, Period, Report
from tagwright.cli import tagwright
from taxonomy.errors import TagwrightError
from tests.exports.test_exports_second_opinion import every_kind
from tests.strategies import ENTITIES, NAMESPACES

if TYPE_CHECKING:
    from pathlib import Path

YEAR = Period.parse("2024-01-01/2024-12-31")
FACTS = tuple(
    Fact(f"f{number}", "rich:Flow", ENTITIES[0], YEAR, unit="iso4217:CNY", value=str(number + 1), decimals=0)
    for number in range(3)
)
REPORT = Report("http://example.org/rich.xsd", NAMESPACES, FACTS)


def instance() -> str:
    """Return a good instance to spoil."""
    stream = io.BytesIO()
    xbrl_xml.write(REPORT, stream)
    return stream.getvalue().decode()


def plain() -> str:
    """Return a good xBRL-JSON file to spoil."""
    stream = io.BytesIO()
    xbrl_json.write(REPORT, stream)
    return stream.getvalue().decode()


def refused(path: Path, text: str | bytes) -> str:
    """Read the file to its end; return the sentence that refuses it."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InstanceError) as caught:
        _ = read(path).held
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    return sentence


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<xbrli:xbrl", f"{BOMB}<xbrli:xbrl", "DOCTYPE"),
        ("<xbrli:xbrl", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xbrli:xbrl', "DOCTYPE"),
        ("</xbrli:xbrl>", "", "not well-formed"),
        (
            'contextRef="c1"',
            'contextRef="c9"',
            "line 6: the fact f0 is of a context that is not there ('c9')",
        ),
        ('unitRef="u1"', 'unitRef="u9"', "a unit that is not there ('u9')"),
        (">1<", ">1 billion<", "no number"),
        ('decimals="0"', 'decimals="about"', "decimals"),
        ('decimals="0"', 'precision="3"', "OIM has not"),
        ('id="f1"', 'id="f0"', "stands twice"),
        ("2024-12-31", "2024-13-31", "the period is none"),
        (
            "<xbrli:endDate>2024-12-31</xbrli:endDate>",
            "<xbrli:endDate>2023-12-31</xbrli:endDate>",
            "the period is none, or ends before it begins",
        ),
        ("iso4217:CNY", "money:CNY", "no name of a declared namespace"),
        ("<xbrli:unit id", '<xbrli:unit id="u1"></xbrli:unit><xbrli:unit id', "not whole"),
        (
            "<xbrli:measure>iso4217:CNY</xbrli:measure>",
            (
                "<xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:CNY</xbrli:measure></xbrli:unitNumerator>"
                "<xbrli:unitDenominator><xbrli:measure>iso4217:CNY</xbrli:measure></xbrli:unitDenominator></xbrli:divide>"
            ),
            "the unit 'u1' has a measure above and below the line",
        ),
        ("<link:schemaRef", "<link:schema", "0 schemaRef"),
    ],
)
def test_a_spoilt_instance_is_refused_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Each is told with the line where it stands."""
    text = instance()
    assert old in text

    assert said in refused(tmp_path / "bad.xbrl", text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"f1"', '"f0"', "line 17, column 7: the key 'f0' stands twice"),
        ('"decimals":0', '"decimals":0,"decimals":1', "stands twice in one object"),
        ('"iso4217:CNY"', '"iso4217:CNY/iso4217:CNY"', "a measure stands above and below the line"),
        ('"decimals":0', '"decimals":"many"', "the fact 'f0': the decimals 'many' are none"),
        ("2021/xbrl-json", "2019/xbrl-json", "document type"),
        ('"value":"1"', '"value":1', "not in quotes"),
        ('"value":"1"', '"value":"one"', "no number"),
        ('"value":"1"', '"value":NaN', "NaN is no value"),
        ("scheme:529900T8BM49AURSDO55", "lei:529900T8BM49AURSDO55", "no identifier of a declared scheme"),
        ('"concept":"rich:Flow"', '"concept":"poor:Flow"', "no name of a declared namespace"),
        ("2025-01-01T00:00:00", "2025-01-32T00:00:00", "is none"),
        ("2025-01-01T00:00:00", "2025-01-02T00:00:00/2025-01-02T00:00:00", "ends before it begins"),
        ("}\n }\n}", "}\n }", "a comma or the end of an object was expected"),
        ("}\n }\n}", "}\n }\n} {}", "something follows"),
        ('"f1":', '"f1":' + "[" * 100_000, "JSON"),
    ],
)
def test_a_spoilt_json_file_is_refused_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Duplicate keys, other document types, values that don't fit: line and column are told."""
    text = plain()
    assert old in text

    sentence = refused(tmp_path / "bad.json", text.replace(old, new))
    assert said in sentence or "nested too deeply" in sentence


def test_json_in_another_encoding_is_told(tmp_path: Path) -> None:
    """OIM is UTF-8; a byte-order mark alone does no harm."""
    assert "UTF-8" in refused(tmp_path / "bad.json", plain().encode("utf-16"))
    good = tmp_path / "good.json"
    good.write_bytes(b"\xef\xbb\xbf" + plain().encode())

    assert read(good).held == FACTS


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda table: table.replace(",", ";"), "separated with ';'"),
        (lambda table: table.replace(",", "\t"), "separated with '\\t'"),
        (lambda table: table.replace("value\n", "worth\n"), "the column 'worth' is not in the metadata"),
        (lambda table: table.replace("f1,", "f0,"), "'f0' stands twice"),
        (lambda table: table.replace(",1\n", ",#void\n"), "#void"),
        (lambda table: table.replace(",1\n", ",1,2\n"), "line 2: the row has"),
        (lambda table: table.replace(",1\n", ',"1\n'), "no CSV"),
        (lambda table: table.replace("2024-01-01..", "2024-01-01.."[:3]), "period"),
    ],
)
def test_a_spoilt_table_is_refused_with_its_place(tmp_path: Path, change: object, said: str) -> None:
    """Another delimiter, an unknown column, a row too long: the line of the table is told."""
    table, metadata = io.BytesIO(), io.BytesIO()
    xbrl_csv.write(REPORT, "r.csv", table, metadata)
    (tmp_path / "r-csv.json").write_bytes(metadata.getvalue())
    text = table.getvalue().decode()
    (tmp_path / "r.csv").write_text("\ufeff" + text, encoding="utf-8")
    assert read(tmp_path / "r-csv.json").held == FACTS  # a byte-order mark does no harm

    (tmp_path / "r.csv").write_text(change(text), encoding="utf-8")  # type: ignore[operator]
    with pytest.raises(InstanceError) as caught:
        _ = read(tmp_path / "r-csv.json").held

    assert said in str(caught.value)
    assert "r.csv" in str(caught.value)


def test_tables_outside_of_the_folder_are_refused(tmp_path: Path) -> None:
    """Metadata cannot make us read any other file."""
    for url in ("../secret.csv", "/etc/passwd", "http://example.org/r.csv", "..\\secret.csv"):
        table, metadata = io.BytesIO(), io.BytesIO()
        xbrl_csv.write(REPORT, url, table, metadata)

        assert "not a file beside the metadata" in refused(tmp_path / "r-csv.json", metadata.getvalue())


@pytest.mark.parametrize("value", ["1e5", "NaN", "1_000", "１２", "", "1,000", " 1"])
def test_no_writer_takes_a_number_that_is_none(value: str) -> None:
    """Python would take some of these for numbers; XML Schema would not."""
    fact = Fact("f", "rich:Flow", ENTITIES[0], YEAR, unit="iso4217:CNY", value=value)
    report = Report("http://example.org/rich.xsd", NAMESPACES, (fact,))
    for write in (xbrl_xml.write, xbrl_json.write):
        with pytest.raises(FilingError, match="must be a number"):
            write(report, io.BytesIO())


PAGE = {"r.xhtml": b"<html/>"}
TAXONOMY = [("META-INF/taxonomyPackage.xml", b"<x/>")]


@pytest.mark.parametrize(
    ("ending", "reports"),
    [(".xbri", PAGE), (".xbr", {"r.xbrl": b"<x/>"}), (".zip", {**PAGE, "r.json": b"{}", "r.csv": b""})],
)
def test_a_report_package_is_read_as_it_was_written(ending: str, reports: dict[str, bytes]) -> None:
    """The three kinds of Report Package 1.0."""
    stream = io.BytesIO()
    report_package.write_reports("r", ending, reports, TAXONOMY, stream)

    package = report_package.read(stream.getvalue(), f"r{ending}")

    assert package.reports == tuple(
        f"reports/{name}" for name in sorted(reports) if not name.endswith(".csv")
    )
    assert {f"reports/{name}": data for name, data in reports.items()}.items() <= package.files.items()


@pytest.mark.parametrize(
    ("name", "members", "said"),
    [
        ("r.xbri", {"r/reports/r.xhtml": b""}, "no META-INF/reportPackage.json"),
        ("r.xbri", {"r/META-INF/reportPackage.json": b"{"}, "its ending asks for"),
        ("r.zip", {"r/META-INF/taxonomyPackage.xml": b""}, "no report below"),
        ("r.zip", {"r/../x": b""}, "step in its path"),
        ("r.zip", {"/r/x": b""}, "absolute"),
        ("r.zip", {"r/x": bytes(520_000_000)}, "more than 512 MB"),
    ],
    ids=["no kind", "broken kind", "no report", "climbing", "absolute", "bomb"],
)
def test_an_unsafe_package_is_refused(name: str, members: dict[str, bytes], said: str) -> None:
    """Names that leave the package, and what unpacks to more than it should."""
    stream = io.BytesIO()
    report_package.write_zip(members, stream)

    with pytest.raises(TagwrightError, match=said):
        report_package.read(stream.getvalue(), name)


def test_two_reports_do_not_fit_into_one_xbri() -> None:
    """Report Package 1.0 wants one report set in it."""
    with pytest.raises(PackageError, match="do not fit"):
        report_package.write_reports("r", ".xbri", {**PAGE, "s.json": b"{}"}, [], io.BytesIO())


def test_the_metadata_is_plain_json() -> None:
    """Another program can read it."""
    table, metadata = io.BytesIO(), io.BytesIO()
    xbrl_csv.write(REPORT, "r.csv", table, metadata)

    assert json.loads(metadata.getvalue())["tables"] == {"facts": {"url": "r.csv"}}
    assert table.getvalue().decode().splitlines()[:2] == [
        "id,concept,entity,period,unit,language,decimals,value",
        "f0,rich:Flow,scheme:529900T8BM49AURSDO55,2024-01-01..2024-12-31,iso4217:CNY,,0,1",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"https://xbrl.org/2021/xbrl-json"', '{"a": []}', "is of the document type {'a': []}"),
        ('"concept":"', '"concept":["a"],"rich:x":"', "there is no concept"),
        ('"rich:CustomerAxis":"rich:Retail"', '"rich:CustomerAxis":{"a":[]}', "is not in quotes"),
        ('"language":"zh-hant"', '"language":"\\ud800"', "half of a character"),
        ('"facts": {', '"facts": {"\\uD800": {},', "half of a character"),
        ('"decimals":-3', '"\\u0000\\u001b[31m\\u202e":-3', "members that no fact has (\\x00\\x1b[31m\\u202e)"),
        ('"decimals":-3', f'"{"x" * 5000}":-3', f"{'x' * 200}"),
        ("http://example.org/taxonomy/rich/2024/rich.xsd", "http://[rich.xsd", "lies outside"),
    ],
)  # fmt: skip
def test_what_a_mutated_file_brought_to_light_is_a_sentence(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """Each of these was a traceback once, or moved the terminal's cursor; found by mutating files at random."""
    path = tmp_path / "r.json"
    with path.open("wb") as stream:
        xbrl_json.write(every_kind(), stream)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))

    result = CliRunner().invoke(
        tagwright,
        ["export", str(path), "-o", str(tmp_path / "out"), "--to", "xml,csv"],
        standalone_mode=False,
    )

    assert isinstance(result.exception, TagwrightError)
    assert said in str(result.exception)
    assert len(str(result.exception)) < 700
    assert str(result.exception).isprintable()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("row_id", ["{}", "[]", "1", '"none"'])
def test_a_column_of_ids_that_is_none_is_a_sentence(tmp_path: Path, row_id: str) -> None:
    """An object cannot even be looked up."""
    path = tmp_path / "r-csv.json"
    with path.open("wb") as stream, (tmp_path / "r.csv").open("wb") as table:
        xbrl_csv.write(every_kind(), "r.csv", table, stream)
    path.write_text(path.read_text().replace('"rowIdColumn": "id"', f'"rowIdColumn": {row_id}'))

    with pytest.raises(InstanceError, match="which holds the ids of rows, is not there"):
        read(path)


@pytest.mark.parametrize("url", ["1" * 400, "\n", "http://[bad", "//x", "\u0000"])
def test_a_table_of_an_impossible_name_is_a_sentence(tmp_path: Path, url: str) -> None:
    """No system has such a file."""
    report = every_kind()
    path = tmp_path / "r-csv.json"
    with path.open("wb") as stream, (tmp_path / "r.csv").open("wb") as table:
        xbrl_csv.write(report, "r.csv", table, stream)
    path.write_text(path.read_text().replace('"r.csv"', json.dumps(url)))

    result = CliRunner().invoke(
        tagwright, ["export", str(path), "-o", str(tmp_path / "out"), "--to", "xml"], standalone_mode=False
    )

    assert isinstance(result.exception, TagwrightError)
    assert str(result.exception).isprintable()
    assert not (tmp_path / "out").exists()
