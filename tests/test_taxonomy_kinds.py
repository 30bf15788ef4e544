"""What typed axes and members that only hold others together mean for tagging: nothing invalid is filed."""

from __future__ import annotations

from taxonomy.source import parse_source
from tests.tagging_example import ledger_of

SOURCE = b"""\
taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "1"
  entry_point: http://example.org/t/t.xsd
  label: {en: Test}
axes:
  RegionAxis:
    label: {en: Region}
    default: AllMember
    members:
      CitiesMember: {label: {en: cities}, usable: false, members: {PortMember: {label: {en: Port}}}}
  BranchAxis: {label: {en: Branch}, typed: text}
concepts:
  Deposits: {type: monetary, period: instant, label: {en: Deposits}}
  BranchDeposits: {type: monetary, period: instant, label: {en: Branch deposits}}
hypercubes:
  ByRegion: {concepts: [Deposits], axes: [RegionAxis]}
  ByBranch: {concepts: [BranchDeposits, Deposits], axes: [RegionAxis, BranchAxis]}
"""


def test_a_hypercube_with_a_typed_axis_allows_only_what_carries_it() -> None:
    """A typed axis has no default, so nothing stands for its absence."""
    taxonomy = parse_source(SOURCE, "t.yaml")

    assert taxonomy.permits("t:Deposits", frozenset())
    assert not taxonomy.permits("t:BranchDeposits", frozenset())
    assert not taxonomy.permits("t:BranchDeposits", frozenset({"t:RegionAxis"}))
    assert taxonomy.permits("t:BranchDeposits", frozenset({"t:BranchAxis"}))


def test_the_tagger_leaves_a_figure_alone_that_would_need_a_typed_axis() -> None:
    """A missing figure is better than an instance that Arelle rejects."""
    taxonomy = parse_source(SOURCE, "t.yaml")
    text = "At the end of 2024, deposits were RMB 12.5 billion and branch deposits were RMB 3.2 billion."
    deposits, branch = ledger_of(text, language="en", taxonomy=taxonomy).rows[1:]

    assert (deposits.concept, deposits.status) == ("t:Deposits", "fact")
    assert (branch.concept, branch.status) == (None, "unresolved")
    assert branch.reason is not None
    assert branch.reason.code == "no_axis"


def test_the_tagger_names_no_member_that_is_not_usable() -> None:
    """The part below it may be named, it itself may not."""
    taxonomy = parse_source(SOURCE, "t.yaml")
    text = "At the end of 2024, Port deposits were RMB 12.5 billion. Cities deposits were RMB 99.1 billion."
    port, cities = ledger_of(text, language="en", taxonomy=taxonomy).rows[1:]

    assert port.dimensions == (("t:RegionAxis", "t:PortMember"),)
    assert cities.status == "unresolved"
