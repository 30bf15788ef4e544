"""A source of several files: put together in one order, and every mistake of every file told in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.check import check_taxonomy
from taxonomy.compile import compile_package
from taxonomy.load import load_taxonomy
from taxonomy.source import examine_source, load_source, parse_source
from taxonomy.source_files import MAXIMUM_FILES
from taxonomy.yaml_nodes import SourceError

HEAD = """\
taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "1"
  entry_point: http://example.org/t/t.xsd
  label: {en: Test}
"""
AXES = "axes:\n  AAxis: {label: {en: A}, default: AllMember, members: {OneMember: {label: {en: One}}}}\n"
MONEY = "concepts:\n  Money: {type: monetary, period: instant, label: {en: Money}}\n"
FLOW = "concepts:\n  Flow: {type: monetary, period: duration, label: {en: Flow}}\n"
CUBE = "hypercubes:\n  H: {concepts: [Money, Flow], axes: [AAxis]}\n"


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a source and return the main one."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder / "main.yaml"


def mistakes(main: Path) -> list[tuple[str, int | None, int | None, str]]:
    """Return file, line, column and message of each mistake of a source."""
    with pytest.raises(SourceError) as caught:
        load_source(main)
    return [
        (Path(item.file).relative_to(main.parent).as_posix(), item.line, item.column, item.message)
        for item in caught.value.findings
    ]


def test_the_files_of_a_source_say_what_one_file_says(tmp_path: Path) -> None:
    """What is included comes first, in the order listed; tagging and building start from the main file."""
    main = written(
        tmp_path,
        {
            "main.yaml": HEAD + "include: [parts/axes.yaml, parts/money.yaml]\n" + FLOW + CUBE,
            "parts/axes.yaml": AXES,
            "parts/money.yaml": "include: [axes.yaml]\n" + MONEY,
        },
    )
    one = parse_source((HEAD + AXES + MONEY + FLOW.partition("\n")[2] + CUBE).encode(), "one.yaml")

    examined = examine_source(main.read_bytes(), main, from_disk=True)

    assert load_source(main) == examined.taxonomy == one
    assert list(examined.sections.files) == ["main.yaml", "parts/axes.yaml", "parts/money.yaml"]
    assert compile_package(load_taxonomy(str(main))) == compile_package(one)


def test_a_main_file_may_have_all_its_concepts_in_others(tmp_path: Path) -> None:
    """It then holds nothing but the head and the list."""
    main = written(tmp_path, {"main.yaml": HEAD + "include: [money.yaml]\n", "money.yaml": MONEY})

    assert [concept.qname for concept in load_source(main).concepts] == ["t:Money"]


def test_every_mistake_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    """Each with its own file, line and column; a name taken twice names the other file."""
    main = written(
        tmp_path,
        {
            "main.yaml": HEAD + "include: [a.yaml, b.yaml]\n" + FLOW + "  Money: {type: text}\n",
            "a.yaml": MONEY.replace("monetary", "monetry"),
            "b.yaml": "axis: {}\nheadings:\n  Money: {label: {en: Money}}\nconcepts:\n  Flow: {}\n",
        },
    )
    found = mistakes(main)
    text = "\n".join(f"{file}:{line}:{column} {message}" for file, line, column, message in found)

    assert [file for file, *_ in found] == sorted(
        (file for file, *_ in found), key=["main.yaml", "a.yaml", "b.yaml"].index
    )
    assert (
        f'main.yaml:10:3 the key "Money" stands here twice: it is already on line 2 of {tmp_path}/a.yaml'
        in text
    )
    assert 'a.yaml:2:17 the type of the concept "Money" is "monetry" (did you mean "monetary"?)' in text
    assert 'b.yaml:1:1 the included file has no key "axis" (did you mean "axes"?)' in text
    assert (
        f'b.yaml:3:3 the name "Money" of this heading is taken by the concept on line 2 of {tmp_path}/a.yaml'
        in text
    )
    assert 'b.yaml:5:9 the concept "Flow" lacks the key "type"' in text
    assert (
        f'main.yaml:9:3 the key "Flow" stands here twice: it is already on line 5 of {tmp_path}/b.yaml'
        in text
    )


INCLUDES = {
    "itself": ("main.yaml", "the file includes itself (main.yaml → main.yaml): remove this line"),
    "a circle": ("round.yaml", "the file includes itself (round.yaml → back.yaml → round.yaml): remove this line"),
    "missing": ("mony.yaml", 'there is no file "mony.yaml" to include (did you mean "money.yaml"?): check the path'),
    "folder": ("folder.yaml", 'there is no file "folder.yaml" to include'),
    "outside": ("../outside.yaml", "leads out of the main file's folder: move the file there"),
    "outside and back": ("folder/../../x/main.yaml", "leads out of the main file's folder"),
    "absolute": ("/etc/hosts.yaml", "is no path below the main file's folder"),
    "web": ("http://example.org/a.yaml", "is no path below the main file's folder"),
    "backslash": ("a\\\\b.yaml", "is no path below the main file's folder"),
    "other ending": ("notes.txt", "is no taxonomy source: expected a file that ends in .yaml"),
    "a link to outside": ("link.yaml", "leads out of the main file's folder"),
    "a number": ("7", 'write "7" in quotes'),
}  # fmt: skip


@pytest.mark.parametrize(("said", "message"), INCLUDES.values(), ids=INCLUDES.keys())
def test_a_wrong_include_is_told_at_its_place(tmp_path: Path, said: str, message: str) -> None:
    """And what else is wrong in the file with it, but no name that may stand in what could not be read."""
    folder = tmp_path / "source"
    quoted = said if said.isdigit() else f'"{said}"'
    main = written(
        folder,
        {
            "main.yaml": HEAD + f"include: [money.yaml, {quoted}]\n" + "headings: {1: {}}\n" + CUBE,
            "money.yaml": MONEY,
            "round.yaml": "include: [back.yaml]\n",
            "back.yaml": "include: [round.yaml]\n",
            "folder.yaml/a.yaml": MONEY,
        },
    )
    (tmp_path / "outside.yaml").write_text(MONEY, "utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")

    found = mistakes(main)

    place = {"a circle": ("back.yaml", 1, 11)}.get(
        next(name for name, item in INCLUDES.items() if item[0] == said), ("main.yaml", 7, 23)
    )
    assert [item[:3] for item in found if message in item[3]] == [place], found
    assert any('"1" in quotes' in item[3] for item in found)
    assert bool(any("there is no concept" in item[3] for item in found)) is (
        said in {"main.yaml", "round.yaml"}
    )


def test_a_broken_file_is_told_and_so_are_the_mistakes_of_the_others(tmp_path: Path) -> None:
    """Nobody mends one file only to be told of the next."""
    main = written(
        tmp_path,
        {
            "main.yaml": HEAD + "include: [broken.yaml, latin.yaml, head.yaml]\n" + FLOW + CUBE,
            "broken.yaml": "axes: [\n",
            "head.yaml": HEAD + "concepts: {Money: {type: money, period: instant, label: {en: Money}}}\n",
        },
    )
    (tmp_path / "latin.yaml").write_bytes("concepts: {Größe: {}}".encode("latin-1"))
    found = [(file, line, message) for file, line, _, message in mistakes(main)]

    assert [file for file, _, _ in found] == ["broken.yaml", "latin.yaml", "head.yaml", "head.yaml"]
    assert "this is not YAML" in found[0][2]
    assert "not UTF-8" in found[1][2]
    assert found[2][1:] == (
        1,
        'an included file says nothing of the taxonomy itself: remove "taxonomy" from it',
    )
    assert found[3][1] == 7


def test_a_section_must_be_alike_in_all_files(tmp_path: Path) -> None:
    """A list here and a mapping there cannot be put together."""
    main = written(
        tmp_path, {"main.yaml": HEAD + "include: [a.yaml]\n" + MONEY, "a.yaml": "concepts: [Money]\n"}
    )

    assert any(
        file == "main.yaml" and "as in the other files" in message for file, _, _, message in mistakes(main)
    )


def test_a_source_of_too_many_files_is_refused(tmp_path: Path) -> None:
    """A bound on what one run reads."""
    names = [f"p{number}.yaml" for number in range(MAXIMUM_FILES)]
    main = written(
        tmp_path,
        {"main.yaml": f"{HEAD}include: [{', '.join(names)}]\n{MONEY}", **dict.fromkeys(names, "{}\n")},
    )

    assert [message for *_, message in mistakes(main)] == [
        f"a source may have {MAXIMUM_FILES} files and 32 MB with all it includes: put files together"
    ]


def test_a_chain_of_files_ends(tmp_path: Path) -> None:
    """However long it is, no recursion of ours runs out."""
    files = {f"p{number}.yaml": f"include: [p{number + 1}.yaml]\n" for number in range(100)}
    main = written(tmp_path, {"main.yaml": HEAD + "include: [p0.yaml]\n" + MONEY, **files})

    assert "levels deep" in mistakes(main)[0][3]


def test_a_check_tells_the_mistakes_of_included_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the path as the user gave it."""
    written(
        tmp_path / "s", {"main.yaml": HEAD + "include: [a.yaml]\n" + MONEY, "a.yaml": "headings: {A: {}}\n"}
    )
    monkeypatch.chdir(tmp_path)

    result = check_taxonomy(str(Path("s", "main.yaml")))

    mistakes = [item for item in result.findings if not item.code.startswith("TW-")]

    assert [(item.file, item.line, item.column) for item in mistakes] == [(str(Path("s", "a.yaml")), 1, 15)]


def test_bytes_without_a_folder_include_nothing() -> None:
    """There is no place to look."""
    with pytest.raises(SourceError, match="not read from a folder can include nothing"):
        parse_source((HEAD + "include: [a.yaml]\n" + MONEY).encode(), "x.yaml")
