"""The formatter: one order and layout, every comment kept, the taxonomy unchanged, nothing changed the second time."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from tagwright.cli import tagwright
from taxonomy.errors import TagwrightError
from taxonomy.format_source import format_file, format_source
from taxonomy.layout import WIDTH, display_width, quoted
from taxonomy.source import parse_source
from taxonomy.source_keys import Keys
from taxonomy.source_shape import SHAPES
from taxonomy.yaml_nodes import SourceError, parse_yaml, resolve

ROOT = Path(__file__).parent.parent
SOURCES = (
    ROOT / "tests" / "data" / "all-keys.yaml",
    ROOT / "samples" / "calculation" / "income.yaml",
    ROOT / "samples" / "insurer" / "insurer.yaml",
    ROOT / "samples" / "utility" / "utility.yaml",
)
SHIPPED = (
    ROOT / "taxonomy" / "bank-disclosure.yaml",
    *sorted((ROOT / "taxonomy" / "bank-disclosure").glob("*.yaml")),
)

UNTIDY = """\
# What this is about.

concepts: # what facts report
  # ---- Levels ----

  Money:   # held at the end
    label: {zh-Hant: 貨幣, en: Money}
    # never negative
    type:    monetary
    period: instant
    terms:
      zh-Hant: [現金,   # as in the notes
                存款]
      en: [ 'cash',"deposits" ]
  Flow: {period: duration, type: monetary, label: {zh-Hant: 流量, en: "Flow"}}
  # the end of the concepts


taxonomy:
  label: {en: Test, zh-Hant: 測試}
  entry_point: http://example.org/t/t.xsd
  version: "1"   # the first
  namespace: 'http://example.org/t'
  prefix: t
hypercubes:
  H:
    concepts:
    - Money
    # both of them
    - Flow
presentation:
- items: [Money, Flow]
  group:
    en: >
      Everything
      there is
# the end
"""

TIDY = """\
# What this is about.

taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "1"  # the first
  entry_point: http://example.org/t/t.xsd
  label: {en: Test, zh-Hant: 測試}

concepts:  # what facts report
  # ---- Levels ----

  Money:  # held at the end
    # never negative
    type: monetary
    period: instant
    label: {en: Money, zh-Hant: 貨幣}
    terms:
      en: [cash, deposits]
      zh-Hant:
        - 現金  # as in the notes
        - 存款
  Flow: {type: monetary, period: duration, label: {en: Flow, zh-Hant: 流量}}
  # the end of the concepts

hypercubes:
  H:
    concepts:
      - Money
      # both of them
      - Flow

presentation:
  - {group: {en: Everything there is}, items: [Money, Flow]}
# the end
"""


def formatted(text: str) -> str:
    """Return a source in canonical form."""
    return format_source(text.encode(), "x.yaml").decode()


def test_a_source_gets_its_one_order_and_layout() -> None:
    """Keys in order, what fits on a line on one, languages as in the taxonomy's label, comments where they belong."""
    assert formatted(UNTIDY) == TIDY


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_formatted_source_is_the_same_taxonomy_and_stays_as_it_is(path: Path) -> None:
    """Whatever the file holds."""
    data = path.read_bytes()
    made = format_source(data, path.name)

    assert parse_source(made, path.name) == parse_source(data, path.name)
    assert format_source(made, path.name) == made
    assert made.count(b"#") == data.count(b"#")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_source_is_written_in_that_form(path: Path) -> None:
    """Every file of it, as `taxonomy format --check` asks of anybody's."""
    assert format_file(path)[1] == path.read_bytes()


ODD = {
    "inside and behind brackets": "relations:\n- {between: A, # x\n   low: 1} # y\n",
    "behind an opening bracket": "relations: [ # x\n  {between: A, low: 1}] # y\n",
    "before a closing bracket": "relations: [{between: A, low: 1}\n  # x\n  ]\n",
    "in empty brackets": "relations: [ # x\n  # y\n  ] # z\n",
    "after a dash": "relations:\n- # x\n  between: A # y\n  # z\n  low: 1\n",
    "after a key": "hypercubes: # x\n  # y\n  H: # z\n    # a\n    concepts: [A]\n",
    "behind the sign of a folded text": "headings:\n  A:\n    label:\n      en: > # x\n        One\n        # no\n      # y\n",
    "at every depth of an end": "axes:\n  A:\n    members:\n      M: {label: {en: M}}\n      # 6\n    # 4\n  # 2\n# 0\n",
    "before a list without indentation": "relations:\n# x\n- {between: A, low: 1}\n# y\nheadings: {}\n",
    "alone above all, twice": "# x\n\n# y\nheadings: {}\n",
    "inside a quoted text": "headings:\n  A: {label: {en: \"a # b\", de: 'c # d'}} # x\n",
    "no space before": "headings:\n  A#B: {label: {en: a#b}} # x\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_no_comment_stands_where_it_would_be_lost(text: str) -> None:
    """The formatter proves of each that it kept all and would change nothing more."""
    assert formatted(text).count("#") == text.count("#")


PLACES = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 12),
        st.sampled_from(("alone", "beside", "blank")),
    ),
    max_size=12,
)


@given(PLACES)
@settings(max_examples=150, deadline=None)
def test_comments_survive_wherever_they_stand(places: list[tuple[int, int, str]]) -> None:
    """All of them, once each; formatting again changes nothing, and the taxonomy is the same."""
    see_that_comments_survive(UNTIDY, places)


@pytest.mark.slow
@given(PLACES)
@settings(max_examples=30, deadline=None)
def test_comments_survive_in_a_source_of_every_key(places: list[tuple[int, int, str]]) -> None:
    """Likewise."""
    see_that_comments_survive(SOURCES[0].read_text("utf-8"), places)


def see_that_comments_survive(text: str, places: list[tuple[int, int, str]]) -> None:
    """Put comments and blank lines into a source and format it."""
    lines = text.splitlines()
    for number, (at, indent, kind) in enumerate(places):
        index = at % len(lines)
        if kind == "blank":
            lines.insert(index, " " * indent)
        elif kind == "alone":
            lines.insert(index, f"{' ' * indent}# comment {number}.")
        elif not lines[index].rstrip().endswith((">", "there is", "Everything")):
            lines[index] += f" # comment {number}."
    spoilt = "\n".join(lines) + "\n"
    try:
        before = parse_source(spoilt.encode(), "x.yaml")
    except TagwrightError:
        return  # inside a folded text there are no comments, only text

    made = formatted(spoilt)

    assert parse_source(made.encode(), "x.yaml") == before
    assert formatted(made) == made
    for number in range(len(places)):
        assert made.count(f"# comment {number}.") == spoilt.count(f"# comment {number}.")


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(("no", "1_0", "=", "<<", "~")))
def test_a_text_is_quoted_where_a_reader_might_take_it_for_something_else(text: str) -> None:
    """What is written as a text is read as that text, alone and inside brackets."""
    written = f"a: {{b: {quoted(text)}, c: [{quoted(text)}]}}\nd: {quoted(text)}\n"
    try:
        root = parse_yaml(written.encode(), "x")
    except TagwrightError:
        assert not text.isprintable()  # what no YAML can hold
        return
    inner, outer = root.value[0][1].value, root.value[1][1]

    assert {resolve(inner[0][1]), resolve(inner[1][1].value[0]), resolve(outer)} == {text}


def test_lines_stay_within_the_width_where_they_can() -> None:
    """Only a comment, a list of words and a single text are never broken."""
    made = [line for path in (*SOURCES, *SHIPPED) for line in format_file(path)[1].decode().splitlines()]
    long = [line for line in made if display_width(line) > WIDTH]

    long = [line for line in long if not line.lstrip().startswith("#")]
    assert all(line.endswith("]") or ": [" in line or '"' in line or line.count(": ") == 1 for line in long)


def test_every_key_has_its_place_in_the_order() -> None:
    """Whoever adds a key says where it is written."""
    from taxonomy import source_keys  # noqa: PLC0415 - read as a table here

    ordered = {key for shape in SHAPES.values() for key in shape.order}
    known = {
        key
        for name, keys in vars(source_keys).items()
        if isinstance(keys, Keys) and name != "REFERENCE"
        for key in keys.known
    }
    assert known - ordered == set()


def test_line_ends_and_marks_of_other_systems_are_read(tmp_path: Path) -> None:
    """A byte order mark and CRLF go; what they say stays."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())

    assert format_file(path)[1].decode() == TIDY


def test_an_included_file_is_formatted_by_itself(tmp_path: Path) -> None:
    """It has no head, and names in it may be declared elsewhere."""
    path = tmp_path / "part.yaml"
    path.write_text("hypercubes:\n  H:\n    axes: [AAxis]\n    concepts: [Money]\n", "utf-8")

    assert format_file(path)[1] == b"hypercubes:\n  H: {concepts: [Money], axes: [AAxis]}\n"

    path.write_text("concepts:\n  Money: {type: monetary, label: {en: Money}, reason: x}\n", "utf-8")
    with pytest.raises(SourceError) as caught:
        format_file(path)
    unknown, missing = (finding.message for finding in caught.value.findings)
    assert unknown.startswith('the concept "Money" has no key "reason"')
    assert missing == 'the concept "Money" lacks the key "period"'


def run(*words: str) -> tuple[int, str]:
    """Return the exit status and the output of `tagwright taxonomy format`."""
    done = CliRunner().invoke(tagwright, ["taxonomy", "format", *words], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.return_value, done.output


def test_the_command_rewrites_what_is_untidy_and_keeps_the_file_mode(tmp_path: Path) -> None:
    """It says which files changed; the second time there are none."""
    path, tidy = tmp_path / "x.yaml", tmp_path / "tidy.yaml"
    path.write_text(UNTIDY, "utf-8")
    path.chmod(0o640)
    tidy.write_text(TIDY, "utf-8")

    assert run(str(path), str(tidy)) == (0, f"{path}\n")
    assert path.read_text("utf-8") == TIDY
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert run(str(path), str(tidy)) == (0, "")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["tidy.yaml", "x.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file behind it is rewritten."""
    (tmp_path / "real.yaml").write_text(UNTIDY, "utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "real.yaml")

    assert run(str(link))[0] == 0
    assert link.is_symlink()
    assert link.read_text("utf-8") == TIDY


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    """Its exit status says whether there is something to do."""
    path = tmp_path / "x.yaml"
    path.write_text(UNTIDY, "utf-8")

    status, output = run(str(path), "--check")
    assert (status, output.splitlines()[0]) == (1, str(path))
    assert path.read_text("utf-8") == UNTIDY
    run(str(path))
    assert run(str(path), "--check") == (0, "")


def test_nothing_is_written_where_one_file_has_a_mistake(tmp_path: Path) -> None:
    """Every mistake of every file is told."""
    good, bad, broken = (tmp_path / name for name in ("good.yaml", "bad.yaml", "broken.yaml"))
    good.write_text(UNTIDY, "utf-8")
    bad.write_text(UNTIDY.replace("monetary", "monetry"), "utf-8")
    broken.write_text("units: [\n", "utf-8")

    with pytest.raises(TagwrightError) as caught:
        run(*map(str, (good, bad, broken, tmp_path / "missing.yaml")))

    told = str(caught.value)
    assert f"{bad}:9:14: the type of the concept" in told
    assert f"{bad}:15:" in told
    assert f"{broken}:2:1: this is not YAML" in told
    assert "missing.yaml: the taxonomy source cannot be read" in told
    assert good.read_text("utf-8") == UNTIDY
