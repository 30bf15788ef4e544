"""What a person needs to decide of a figure on the page: its name, what it may be, and what was decided before.

A decision names a figure by its sentence, so each figure comes with it (a sentence once, however many figures it
holds). What a figure may be is the taxonomy's: numeric concepts, and the axes that its hypercubes let them carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tagger.decisions.sentences import name_figures
from tagger.ledger import NOT_A_FACT_CODES
from taxonomy.item_types import is_numeric, unit_of
from taxonomy.model import label_of

if TYPE_CHECKING:
    from tagger.decisions.file import Decision, Decisions
    from tagger.document import Document
    from tagger.ledger import Ledger
    from tagger.profile import Profile
    from taxonomy.model import Concept, Taxonomy
    from taxonomy.offline_page import Json


def describe_choices(
    ledger: Ledger, document: Document, taxonomy: Taxonomy, profile: Profile, decisions: Decisions
) -> dict[str, Json]:
    """Return what the page needs for decisions.

    Shape: sentences: texts; named: (number of the sentence, occurrence, of) of each figure; concepts: period type
    and unit by QName ("" for any currency, null where any unit goes); cubes: concepts and axes; axes: members less
    the default; codes: of what is no fact; decided: the decisions that this page was made with.
    """
    sentences: dict[str, int] = {}
    named: list[Json] = [
        [sentences.setdefault(name.sentence, len(sentences)), name.occurrence, name.of]
        for name in name_figures(document, ledger.rows)
    ]
    numeric = [concept for concept in taxonomy.concepts if is_numeric(concept.type)]
    return {
        "sentences": list(sentences),
        "named": named,
        "concepts": {
            concept.qname: {"period": concept.period_type, "unit": _unit(concept)} for concept in numeric
        },
        "cubes": [{"concepts": list(cube.concepts), "axes": list(cube.axes)} for cube in taxonomy.hypercubes],
        "axes": {
            axis.qname: [member.qname for member in axis.members if member.qname != axis.default]
            for axis in taxonomy.axes
        },
        "codes": list(NOT_A_FACT_CODES),
        "currency": profile.currency,
        "decided": [_describe(decision) for decision in decisions.items],
    }


def _unit(concept: Concept) -> str | None:
    """Return the unit of a concept's facts; money by the unit takes a figure of any currency."""
    unit = unit_of(concept)
    return None if unit is not None and unit.startswith("/") else unit


def name_the_rest(
    taxonomy: Taxonomy, names: Mapping[str, Json], languages: tuple[str, ...]
) -> dict[str, Json]:
    """Return the labels of what the figures do not mention and a person may choose all the same."""
    labels = {item.qname: item.labels for item in taxonomy.concepts}
    labels.update((item.qname, item.labels) for item in taxonomy.axes)
    labels.update((item.qname, item.labels) for item in taxonomy.member_by_qname.values())
    return {
        name: {"label": {language: label_of(told, language) for language in languages}}
        for name, told in labels.items()
        if name not in names
    }


def _describe(decision: Decision) -> Json:
    """Return a decision with the keys of its file."""
    plain: dict[str, Json] = {"sentence": decision.sentence, "figure": decision.figure}
    if decision.occurrence is not None:
        plain["occurrence"] = decision.occurrence
    if decision.of is not None:
        plain["of"] = decision.of
    if decision.fact is not None:
        said = decision.fact
        plain["fact"] = {
            "concept": said.concept,
            "dimensions": dict(said.dimensions),
            **({"period": said.period} if said.period else {}),
            **({"unit": said.unit} if said.unit else {}),
        }
    if decision.not_a_fact is not None:
        plain["not_a_fact"] = {"code": decision.not_a_fact.code, "text": decision.not_a_fact.text}
    if decision.accept:
        plain["accept"] = True
    if decision.note:
        plain["note"] = decision.note
    return plain
