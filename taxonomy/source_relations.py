"""What the source says that proofs and formulas may use beyond level, change and growth: parts, bounds, sums, ratios."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from yaml.nodes import MappingNode

from taxonomy.item_types import is_monetary, is_numeric
from taxonomy.relation import Between, PartsOfWhole, RatioOf, Relation, SumOf, Term
from taxonomy.source_keys import BETWEEN, PARTS_OF_WHOLE, RATIO_END, RATIO_OF, SUM_OF, SUMMAND
from taxonomy.source_links import Declared, addition_mistake, read_weight, side_mistake
from taxonomy.source_walk import NAME, Walker, place

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.model import Concept
    from taxonomy.yaml_nodes import Entry

_RATIOS: Final = ("percent", "ratio", "decimal")
"""Types of a number that one number over another is."""

_PART: Final = "a part of a sum"


def read_relations(walker: Walker, node: Node | None, declared: Declared) -> tuple[Relation, ...]:
    """Return what proofs may use beyond level, change and growth."""
    relations: dict[Relation, None] = {}
    said: dict[object, Node] = {}
    for item in walker.listing(node, "the relations") if node else ():
        entries = walker.mapping(item, "a relation")
        kind = next((key for key in _READERS if key in entries), "parts_of_whole")
        relation = _READERS[kind](walker, item, declared)
        if relation is None:
            continue
        about = _about(relation)
        if about in said:
            message = f"this was already said of {relation.concept} on {place(said[about], item)}: remove one"
            walker.fail(item, "duplicate", message)
        said[about] = item
        relations[relation] = None
    return tuple(relations)


def _about(relation: Relation) -> object:
    """Return what no two relations may be the same in; a total may be broken down in several ways."""
    match relation:
        case PartsOfWhole():
            return PartsOfWhole, relation.concept, relation.over
        case SumOf():
            return relation
        case _:
            return type(relation), relation.concept


def _read_parts_of_whole(walker: Walker, node: Node, declared: Declared) -> PartsOfWhole | None:
    keys = walker.record(node, "a relation (parts_of_whole, between, sum_of or ratio_of)", PARTS_OF_WHOLE)
    if set(PARTS_OF_WHOLE.required) - set(keys):
        return None
    concept = _numeric(walker, keys["parts_of_whole"].value, declared)
    axis = _explicit_axis(walker, keys["over"].value, declared)
    complete: object = False
    if "complete" in keys:
        complete = walker.value(keys["complete"].value, '"complete"')
        if not isinstance(complete, bool):
            walker.fail(keys["complete"].value, "type", 'expected "complete" as true or false')
    if concept is None or axis is None:
        return None
    return PartsOfWhole(declared.qname(concept), declared.qname(axis), complete is True)


def _read_between(walker: Walker, node: Node, declared: Declared) -> Between | None:
    keys = walker.record(node, "a relation (between)", BETWEEN)
    concept = _numeric(walker, keys["between"].value, declared)
    low = _bound(walker, keys["low"]) if "low" in keys else None
    high = _bound(walker, keys["high"]) if "high" in keys else None
    if "low" not in keys and "high" not in keys:
        walker.fail(node, "missing-key", 'the relation "between" needs "low", "high" or both')
    if low is not None and high is not None and low > high:
        walker.fail(keys["low"].value, "value", f"low ({low}) is greater than high ({high}): exchange them")
    return None if concept is None else Between(declared.qname(concept), low, high)


def _read_sum_of(walker: Walker, node: Node, declared: Declared) -> SumOf | None:
    keys = walker.record(node, "a relation (sum_of)", SUM_OF)
    total = _numeric(walker, keys["sum_of"].value, declared)
    nodes = walker.listing(keys["parts"].value, "the parts of a sum") if "parts" in keys else []
    if "parts" in keys and not nodes:
        walker.fail(keys["parts"].value, "value", "a sum needs at least one part, [Part]")
    parts: dict[tuple[str, tuple[tuple[str, str], ...]], Term] = {}
    sides: dict[Node, str] = {}
    for item in nodes:
        term = _term(walker, item, declared, _PART)
        if term is None or total is None:
            continue
        concept = _concept(declared, term)
        message = addition_mistake(declared.concepts[total], concept, of_itself=bool(term.members))
        if (term.concept, term.members) in parts:
            message = f'the part "{concept.qname}" stands in this sum twice: remove one'
        elif not message:
            sides[item] = side_mistake(declared.concepts[total], concept, term.weight)
        if message:
            walker.fail(item, "value", message)
        parts[term.concept, term.members] = term
    # Assets are liabilities and equity: where all parts stand on the other side, the sum crosses sides.
    if not all(sides.values()):
        for item, message in sides.items():
            if message:
                walker.fail(item, "value", message)
    return SumOf(declared.qname(total), tuple(parts.values())) if total is not None and parts else None


def _read_ratio_of(walker: Walker, node: Node, declared: Declared) -> RatioOf | None:
    keys = walker.record(node, "a relation (ratio_of)", RATIO_OF)
    name = _numeric(walker, keys["ratio_of"].value, declared)
    ends = [
        _term(walker, keys[key].value, declared, f"the {key}") if key in keys else None
        for key in RATIO_OF.required[1:]
    ]
    numerator, denominator = ends
    if name is None or numerator is None or denominator is None:
        return None
    ratio = declared.concepts[name]
    over, under = _concept(declared, numerator), _concept(declared, denominator)
    message = ""
    if ratio.type not in _RATIOS:
        message = (
            f'"{name}" ({ratio.type}) is no number that a ratio is: expected the type {", ".join(_RATIOS)}'
        )
    elif numerator == denominator:
        message = "numerator and denominator are the same, and so the ratio always 1: correct one"
    elif (is_monetary(over.type), over.unit) != (is_monetary(under.type), under.unit):
        message = f'"{over.qname}" is in another unit than "{under.qname}": their ratio is no pure number'
    elif len({ratio.period_type, over.period_type, under.period_type}) > 1:
        periods = f"{ratio.period_type}, {over.period_type} and {under.period_type}"
        message = f"ratio, numerator and denominator have different periods ({periods}): they never meet"
    if message:
        walker.fail(node, "value", message)
    return RatioOf(declared.qname(name), numerator, denominator)


_READERS: Final[dict[str, Callable[[Walker, Node, Declared], Relation | None]]] = {
    "between": _read_between,
    "sum_of": _read_sum_of,
    "ratio_of": _read_ratio_of,
    "parts_of_whole": _read_parts_of_whole,
}


def _term(walker: Walker, node: Node, declared: Declared, what: str) -> Term | None:
    """Return a term: the name of a concept, or a mapping that says members and a weight too."""
    if not isinstance(node, MappingNode):
        name = _numeric(walker, node, declared)
        return None if name is None else Term(declared.qname(name))
    keys = walker.record(node, what, SUMMAND if what == _PART else RATIO_END)
    concept = _numeric(walker, keys["concept"].value, declared) if "concept" in keys else None
    weight: int | None = 1
    if "weight" in keys:
        weight = read_weight(walker, keys["weight"], concept or "a part")
    members = _members(walker, keys["members"], declared) if "members" in keys else ()
    if concept is None or weight is None or members is None:
        return None
    return Term(declared.qname(concept), members, weight)


def _members(walker: Walker, entry: Entry, declared: Declared) -> tuple[tuple[str, str], ...] | None:
    """Return the members by axis, or None after noting that one of them is none."""
    found: list[tuple[str, str]] = []
    entries = walker.mapping(entry.value, "the members of a term")
    if not entries and isinstance(entry.value, MappingNode):
        walker.fail(entry.value, "value", 'name a member, {Axis: Member}, or leave "members" out')
    for item in entries.values():
        name = _explicit_axis(walker, item.key, declared)
        if name is None:
            _see_name(walker, item.value)
            continue
        axis = declared.explicit_axes[name]
        if not axis.default:
            message = f'the axis "{name}" has no default, so no fact is the whole of it: name another'
            walker.fail(item.key, "value", message)
            continue
        members = {
            member.qname if ":" in name else member.qname.partition(":")[2]: member for member in axis.members
        }
        member = walker.known(item.value, f"member of {name}", members)
        if member is not None and members[member].qname == axis.default:
            message = f'"{member}" is the default of {name}, which a fact without the axis has: remove it'
            walker.fail(item.value, "value", message)
        elif member is not None and not members[member].usable:
            walker.fail(item.value, "value", f'no fact may carry "{member}", which is not usable')
        elif member is not None:
            found.append((axis.qname, members[member].qname))
    return tuple(found) if len(found) == len(entries) and entries else None


def _see_name(walker: Walker, node: Node) -> None:
    """Note where a member cannot be one, of whatever axis."""
    text = walker.text(node, "the member")
    if text is not None and not NAME.fullmatch(text.rpartition(":")[2]):
        message = (
            f'the member "{text[:60]}" is no name: expected letters, digits, "_", "-" or ".", a letter first'
        )
        walker.fail(node, "name", message)


def _explicit_axis(walker: Walker, node: Node, declared: Declared) -> str | None:
    axis = walker.known(node, "axis", declared.axes)
    if axis is not None and axis not in declared.explicit_axes:
        message = f'the axis "{axis}" is typed and has no members that could be parts: name another'
        walker.fail(node, "value", message)
        return None
    return axis


def _concept(declared: Declared, term: Term) -> Concept:
    own = term.concept.removeprefix(f"{declared.prefix}:")
    return declared.concepts[own if own in declared.concepts else term.concept]


def _numeric(walker: Walker, node: Node, declared: Declared) -> str | None:
    name = walker.known(node, "concept", declared.concepts)
    if name is not None and not is_numeric(declared.concepts[name].type):
        walker.fail(node, "value", f'the concept "{name}" is no number: a relation is about numbers')
        return None
    return name


def _bound(walker: Walker, entry: Entry) -> Decimal | None:
    name = entry.key.value
    text = walker.any_text(entry.value, f'"{name}"')
    if text is None:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and len(text) <= 100:  # noqa: PLR2004 - longer than any bound, shorter than an attack
        return number
    walker.fail(entry.value, "value", f'"{name}" must be a number such as "0" or "0.25", found {text[:40]}')
    return None
