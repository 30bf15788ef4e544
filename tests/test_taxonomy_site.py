"""The site of a taxonomy as bytes: one file, whole, the same every time, and no label can become markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html

from exports.errors import OutputError
from tagwright.cli import tagwright
from taxonomy.diff import diff_taxonomies
from taxonomy.load import load_taxonomy
from taxonomy.model import Label, Taxonomy
from taxonomy.site import write_site
from taxonomy.site.payload import INTERFACE, KINDS

ROOT = Path(__file__).parent.parent
OLD = ROOT / "samples" / "versions" / "shop-2024.yaml"
NEW = ROOT / "samples" / "versions" / "shop-2025.yaml"
TEXTS = ROOT / "taxonomy" / "site" / "texts"
HOSTILE = "</script><script>alert(1)</script>\"'&amp;{{core}}<!--"


def run(*arguments: str) -> Result:
    """Run `tagwright taxonomy docs`."""
    return CliRunner().invoke(tagwright, ["taxonomy", "docs", *arguments], standalone_mode=False)


def hostile(taxonomy: Taxonomy) -> Taxonomy:
    """Return the taxonomy with a label that wants to be markup in every place that holds one."""
    bad = (Label("en", HOSTILE), Label("en", HOSTILE, "documentation"), Label("en", HOSTILE, "term"))
    return replace(
        taxonomy,
        labels=bad,
        version=HOSTILE,
        concepts=tuple(replace(each, labels=bad) for each in taxonomy.concepts),
        axes=tuple(replace(each, labels=bad) for each in taxonomy.axes),
        groups=tuple(replace(each, labels=bad) for each in taxonomy.groups),
        hypercubes=tuple(replace(each, name=HOSTILE) for each in taxonomy.hypercubes),
    )


def data(page: bytes, part: str) -> Any:  # noqa: ANN401  JSON of the page
    """Return what the page holds."""
    return json.loads(str(html.fromstring(page).xpath(f"string(//script[@id='{part}'])")))


def test_everything_of_the_taxonomy_is_on_the_page() -> None:
    """Every concept, axis, member and unit by name; what is gone since the version before, too."""
    old, new = load_taxonomy(str(OLD)), load_taxonomy(str(NEW))

    core = data(write_site(new, old, diff_taxonomies(old, new)), "core")

    names = [item[1] for item in core["items"]]
    here = [*new.concept_by_qname, *new.axis_by_qname, *new.member_by_qname, *new.unit_by_qname]
    assert names[: core["gone"]] == here
    assert "shop:Complaints" in names[core["gone"] :]
    assert "shop:IncreaseDecreaseInTurnover" not in names
    assert {item[0] for item in core["items"]} <= set(KINDS.values())


def test_the_same_taxonomy_gives_the_same_bytes() -> None:
    """No clock, no chance; and source and package do not differ."""
    assert write_site(load_taxonomy(str(NEW))) == write_site(load_taxonomy(str(NEW)))


def test_no_label_becomes_markup() -> None:
    """Labels, names and the version of a foreign taxonomy stand as text, whatever they hold."""
    plain = load_taxonomy(str(NEW))
    page = write_site(hostile(plain))

    assert b"<script>alert" not in page
    tree = html.fromstring(page)
    expected = html.fromstring(write_site(plain))
    assert [node.tag for node in tree.iter(html.etree.Element)] == [
        node.tag for node in expected.iter(html.etree.Element)
    ]
    assert tree.xpath("string(//title)") == HOSTILE
    assert data(page, "core")["groups"][0][0] == [HOSTILE]


def test_nothing_is_asked_for_outside_the_file() -> None:
    """No address is loaded, and the policy says so."""
    tree = html.fromstring(write_site(load_taxonomy(str(NEW))))

    assert tree.xpath("//@src") == []
    assert tree.xpath("//link/@href") == ["data:,"]
    policy = str(tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_the_folder_appears_whole_and_foreign_files_stay(tmp_path: Path) -> None:
    """The site is written again over its own file, never over somebody else's."""
    folder = tmp_path / "site"

    first = run(str(NEW), "-o", str(folder))
    again = run(str(NEW), "-o", str(folder), "--previous", str(OLD))

    assert first.exception is None
    assert again.exception is None
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "manifest.json"]
    assert again.stdout == f"{folder / 'index.html'}\n"

    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("mine", "utf-8")
    refused = run(str(NEW), "-o", str(other))
    assert isinstance(refused.exception, OutputError)
    assert [path.name for path in other.iterdir()] == ["index.html"]
    assert (other / "index.html").read_text("utf-8") == "mine"


def test_a_mistake_in_the_source_writes_nothing(tmp_path: Path) -> None:
    """The folder is not there afterwards."""
    source = tmp_path / "bad.yaml"
    source.write_text("taxonomy: {prefix: x}\n", "utf-8")

    result = run(str(source), "-o", str(tmp_path / "site"))

    assert "bad.yaml:1:" in str(result.exception)
    assert not (tmp_path / "site").exists()


def test_every_language_of_the_interface_has_every_word() -> None:
    """Same keys, same placeholders, nothing empty that is said elsewhere."""
    words = [json.loads((TEXTS / f"{language}.json").read_text("utf-8")) for language in INTERFACE]
    flat = [
        {f"{group}.{key}": text for group, found in each.items() for key, text in found.items()}
        for each in words
    ]

    assert flat[0].keys() == flat[1].keys() == flat[2].keys()
    for key in flat[0]:
        assert len({tuple(sorted(re.findall(r"\{\w+\}", each[key]))) for each in flat}) == 1, key
        assert len({bool(each[key]) for each in flat}) == 1, key


@pytest.mark.parametrize("group", ["ui", "kind", "kinds", "role", "verdict"])
def test_every_word_that_the_scripts_say_is_there(group: str) -> None:
    """A key that no text file has would be shown as it is."""
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "taxonomy" / "site").glob("*.js"))
    template = (ROOT / "taxonomy" / "site" / "template.html").read_text("utf-8")
    said = set(re.findall(rf'"{group}\.(\w+)"', scripts + template)) | set(
        re.findall(rf"t:{group}\.(\w+)", template)
    )

    known = json.loads((TEXTS / "en.json").read_text("utf-8"))[group]

    assert said <= known.keys()
