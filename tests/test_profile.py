"""The entity profile: what is read, and the sentence, line and column that each mistake gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.profile import Profile
from tagger.profile_source import check_profile, lei_is_valid, load_profile, load_profile_source
from taxonomy.errors import TagwrightError
from taxonomy.model import Axis, Member, Taxonomy
from taxonomy.yaml_nodes import SourceError

GOOD = """\
name: Harbour Example Bank
scheme: http://standards.iso.org/iso/17442
identifier: 5493002ERZU2K9PZDL40
currency: HKD
fiscal_year_end: 03-31
aliases: [本行, 本集團]
members:
  海港理財: bank:ManagingEntityAxis=bank:WealthManagementSubsidiaryMember
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the path that a test writes its profile to."""
    return tmp_path / "entity.yaml"


def mistakes_of(path: Path) -> list[str]:
    """Return the lines of the message that loading the profile raises, without the folder."""
    with pytest.raises(TagwrightError) as raised:
        load_profile(path)
    return [line.removeprefix(f"{path}:") for line in str(raised.value).splitlines()]


def test_a_profile_is_read_as_written(source: Path) -> None:
    """Every key of the contract arrives in the value."""
    source.write_text(GOOD, encoding="utf-8")

    assert load_profile(source) == Profile(
        name="Harbour Example Bank",
        scheme="http://standards.iso.org/iso/17442",
        identifier="5493002ERZU2K9PZDL40",
        currency="HKD",
        fiscal_year_end=(3, 31),
        aliases=("本行", "本集團"),
        members=(("海港理財", "bank:ManagingEntityAxis", "bank:WealthManagementSubsidiaryMember"),),
    )


def test_the_year_ends_in_december_unless_said(source: Path) -> None:
    """The last three keys may be left out; an identifier of another scheme keeps its zeros."""
    source.write_text("name: A\nscheme: urn:register\nidentifier: 0012\ncurrency: TWD\n", encoding="utf-8")

    assert load_profile(source) == Profile("A", "urn:register", "0012", "TWD")


def test_a_byte_order_mark_is_no_mistake(source: Path) -> None:
    """Editors on Windows write one."""
    source.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())

    assert load_profile(source).currency == "HKD"


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("PZDL40", "PZDL41", "3:13:", "the check digits of the LEI"),
        ("PZDL40", "PZDL4", "3:13:", "it has 19 characters"),
        ("5493002ERZU2K9PZDL40", "5493002erzu2k9pzdl40", "3:13:", "capital letters"),
        ("currency: HKD", "currency: hkd", "4:11:", "no code of ISO 4217"),
        ("currency: HKD", "currency: [HKD]", "4:11:", "expected currency, found a list"),
        ("currency: HKD", "currency:", "4:10:", "found nothing"),
        ("currency: HKD", "curency: HKD", "4:1:", 'did you mean "currency"?'),
        ("currency: HKD\n", "", "1:1:", 'lacks the key "currency"'),
        ("currency: HKD\n", "currency: HKD\nname: B\n", "5:1:", "stands here twice"),
        ("03-31", "31-03", "5:18:", "no day of the year"),
        ("03-31", "02-30", "5:18:", "no day of the year"),
        ("03-31", "3-31", "5:18:", "write month and day as MM-DD"),
        ("[本行, 本集團]", "本行", "6:10:", "expected aliases as a list"),
        ("[本行, 本集團]", "[本行, {}]", "6:15:", "expected an alias"),
        ("scheme: http://standards.iso.org/iso/17442", "scheme: LEI", "2:9:", "is no URI"),
        ("=bank:WealthManagementSubsidiaryMember", "", "8:9:", "names no member"),
        ("name: Harbour Example Bank", 'name: "\\x01"', "1:7:", "a character that XML cannot hold"),
        ("name: Harbour Example Bank", "name: [", "", "not YAML"),
    ],
)
def test_a_mistake_is_told_with_its_place(source: Path, old: str, new: str, place: str, says: str) -> None:
    """Line and column lead to the word that is wrong, and the sentence says what is expected."""
    assert old in GOOD
    source.write_text(GOOD.replace(old, new), encoding="utf-8")

    lines = mistakes_of(source)

    assert any(line.startswith(place) and says in line for line in lines), lines


def test_all_mistakes_are_told_at_once(source: Path) -> None:
    """Nobody corrects a file one run at a time."""
    source.write_text("nam: A\nscheme: LEI\ncurrency: Hongkong dollars\naliases: 3\n", encoding="utf-8")

    assert [line.split(": ")[0] for line in mistakes_of(source)] == [
        "1:1",
        "1:1",
        "1:1",
        "2:9",
        "3:11",
        "4:10",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"- a\n- b\n", "as a mapping"),
        (b"just words", "as a mapping"),
        (b"name: \xa4\xa4\xa4\xe5\n", "not UTF-8"),
        (b"name: A\x00B\n", "not allowed in YAML"),
        (b"- " * 100_000, "nested deeper"),
        (b"[" * 100_000, "nested deeper"),
        (b"a: &a [*a]\nname: *a\n", "alias"),
        (b"name: !!python/object:os.system x\n", "tag"),
        (b"--- a\n--- b\n", "not YAML"),
        (b"#" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_what_is_no_profile_gets_a_sentence(source: Path, content: bytes, says: str) -> None:
    """Nothing that a file may hold ends in a traceback or a crash."""
    source.write_bytes(content)

    assert says in " ".join(mistakes_of(source))


def test_a_file_that_is_not_there_or_is_a_folder_is_named(source: Path, tmp_path: Path) -> None:
    """The sentence says what is wrong with the path."""
    assert mistakes_of(source) == [
        " the entity profile cannot be read (No such file or directory): check the path"
    ]
    assert mistakes_of(tmp_path) == [" the entity profile cannot be read (Is a directory): check the path"]


@pytest.mark.parametrize(
    "identifier", ["5493002ERZU2K9PZDL40", "7LTWFZYICNSX8D621K86", "HWUPKR0MPOU8FGXBT394"]
)
def test_published_identifiers_hold(identifier: str) -> None:
    """Registered LEIs pass."""
    assert lei_is_valid(identifier)


@given(st.integers(0, 19), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), st.sampled_from("0123456789"))
def test_one_wrong_character_never_holds(place: int, letter: str, digit: str) -> None:
    """The check digits find every letter in place of another, and every digit. Spec: ISO/IEC 7064, 97-10."""
    good = "5493002ERZU2K9PZDL40"
    character = digit if good[place].isdigit() else letter
    changed = good[:place] + character + good[place + 1 :]

    assert lei_is_valid(changed) is (changed == good)


def test_an_axis_or_member_that_the_taxonomy_lacks_is_told_with_its_place(source: Path) -> None:
    """A profile is held against the taxonomy it is used with."""
    member = Member("bank:WealthManagementSubsidiaryMember", ())
    axis = Axis("bank:ManagingEntityAxis", (), "bank:AllMember", (Member("bank:AllMember", ()), member))
    taxonomy = Taxonomy("bank", "urn:x", "1", "urn:x", (), (), (axis,), (), (), ())
    source.write_text(GOOD, encoding="utf-8")
    check_profile(load_profile_source(source), taxonomy)
    source.write_text(
        GOOD + "  甲: bank:ManagingEntityAxes=bank:AllMember\n  乙: bank:ManagingEntityAxis=bank:Xyz\n",
        encoding="utf-8",
    )

    with pytest.raises(SourceError) as raised:
        check_profile(load_profile_source(source), taxonomy)

    hint = '(did you mean "bank:ManagingEntityAxis"?)'
    assert str(raised.value).splitlines() == [
        f'{source}:9:3: 甲: the taxonomy bank 1 has no axis "bank:ManagingEntityAxes" {hint}',
        f'{source}:10:3: 乙: the axis bank:ManagingEntityAxis has no member "bank:Xyz"',
    ]
