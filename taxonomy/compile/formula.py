"""The formula linkbase: what holds in every report, as value assertions that any XBRL processor runs.

One assertion is said of many concepts: which change or growth belongs to which level, the arcs from variants to
their concepts say. So the linkbase hardly grows with the taxonomy, and a processor has few tests to compile.

Variables are bound by concept, period and dimension; every other aspect (entity, unit, the axes that tell bases,
comparisons, targets and bounds apart) must match of itself, as implicit filtering has it. A figure
with a footnote of ours ("more than") is held to the bound that it says; one with another's takes no part.

Spec: Formula 1.0, Variables 1.0 (implicit filtering), Concept, Concept Relation, Period, Dimension, Unit, General
and Aspect Cover Filters 1.0, Custom Function Implementation 1.0, Generic and Validation Messages 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from json import loads
from typing import TYPE_CHECKING, Final

from taxonomy.assertions import Assertion, assertions_of
from taxonomy.compile.formula_document import (
    FUNCTIONS as FUNCTIONS_NAMESPACE,
)
from taxonomy.compile.formula_document import (
    IMPLEMENTATION,
    MESSAGE_ARCROLE,
    MESSAGE_ROLE,
    PRECONDITION,
    SET_FILTER,
    VARIABLE_FILTER,
    VARIABLE_SET,
    Linkbase,
)
from taxonomy.compile.interval_functions import FUNCTIONS, KNOWN_FOOTNOTES, NOT_ZERO, TESTS, Function
from taxonomy.compile.markup import attributes, escape_text
from taxonomy.compile.names import STANDARD_LINK, VARIANT_ARCROLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.compile.names import Names
    from taxonomy.model import Axis, Taxonomy, Variant
    from taxonomy.relation import Term

_YEAR_BEFORE: Final = (
    "xfi:period-start(.) eq xfi:period-start(xfi:period($level)) - xs:yearMonthDuration('P1Y') and "
    "xfi:period-end(.) eq xfi:period-end(xfi:period($level)) - xs:yearMonthDuration('P1Y')"
)
_STANDARD_LABEL: Final = "http://www.xbrl.org/2003/role/label"
_LABELLED: Final = {"between": "value", "part": "whole", "total": "whole", "sum": "whole", "ratio": "ratio"}
"""The variable whose concept a message names, where it is not the level."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """A filter of a variable. complement: what it does not find. cover: whether it alone speaks of its aspect."""

    label: str
    element: str
    pairs: tuple[tuple[str, str], ...] = ()
    content: str = ""
    complement: bool = False
    cover: bool = True


_ANY_UNIT: Final = _Filter("any-unit", "acf:aspectCover", content="<acf:aspect>unit</acf:aspect>")
_EARLIER: Final = _Filter("year-before", "pf:period", (("test", _YEAR_BEFORE),))


@dataclass(frozen=True, slots=True)
class _Variable:
    """A fact variable; `label` is its name in the linkbase, `name` that in the test."""

    label: str
    name: str
    filters: tuple[_Filter, ...]
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Extended:
    """What an extension's formulas speak of beyond its own: the axes of its base, and (prefix, namespace) of names."""

    axes: tuple[Axis, ...]
    namespaces: tuple[tuple[str, str], ...]


def formula_linkbase(taxonomy: Taxonomy, names: Names, base: Extended | None = None) -> str:
    """Return the formula linkbase, or an empty string where nothing holds in every report.

    base: of an extension, whose assertions and functions then have names that the base's have not.
    """
    known = taxonomy if base is None else replace(taxonomy, axes=(*taxonomy.axes, *base.axes))
    assertions = assertions_of(known)
    if not assertions:
        return ""
    made = Linkbase()
    for function in FUNCTIONS:
        _write_function(made, function)
    made.resource("known-footnotes", "gf:general", (("test", KNOWN_FOOTNOTES),))
    languages = languages_of(taxonomy)
    for assertion in assertions:
        named = assertion if base is None else replace(assertion, id=f"{taxonomy.prefix}.{assertion.id}")
        _write_assertion(made, named, names.variants.uri, languages)
    own = (taxonomy.prefix, taxonomy.namespace)
    if base is None:
        return made.text((own,), FUNCTIONS_NAMESPACE)
    return made.text((*base.namespaces, own), f"{taxonomy.namespace.rstrip('/')}/function/interval")


def _write_function(made: Linkbase, function: Function) -> None:
    typed = "".join(f"<variable:input{attributes(('type', kind))}/>" for _, kind in function.inputs)
    pairs = (("name", f"interval:{function.name}"), ("output", function.output_type))
    signature = made.resource(f"function.{function.name}", "variable:function", pairs, typed)
    named = [f"<cfi:input{attributes(('name', name))}/>" for name, _ in function.inputs]
    named.extend(
        f"<cfi:step{attributes(('name', name))}>{escape_text(text)}</cfi:step>"
        for name, text in function.steps
    )
    named.append(f"<cfi:output>{escape_text(function.output)}</cfi:output>")
    body = made.resource(f"implementation.{function.name}", "cfi:implementation", (), "".join(named))
    made.arc(IMPLEMENTATION, signature, body)


def _write_assertion(made: Linkbase, assertion: Assertion, variants: str, languages: tuple[str, ...]) -> None:
    pairs = (
        ("id", assertion.id),
        ("test", test_of(assertion)),
        ("aspectModel", "dimensional"),
        ("implicitFiltering", "true"),
    )
    label = made.resource(assertion.id, "va:valueAssertion", pairs)
    for variable in _variables(assertion, variants):
        _write_variable(made, variable)
        name = ("name", variable.name)
        made.arc(VARIABLE_SET, label, variable.label, name, element="variable:variableArc")
    made.arc(
        SET_FILTER, label, "known-footnotes", ("complement", "false"), element="variable:variableSetFilterArc"
    )
    for needed, test in _preconditions(assertion):
        made.arc(
            PRECONDITION,
            label,
            made.resource(f"precondition.{needed}", "variable:precondition", (("test", test),)),
        )
    for outcome in ("satisfied", "unsatisfied"):
        message = _write_message(made, assertion, outcome, languages)
        made.arc(MESSAGE_ARCROLE.format(outcome), label, message)


def _write_variable(made: Linkbase, variable: _Variable) -> None:
    """Write a variable and its filters, once."""
    if variable.label in made:
        return
    fallback = (("fallbackValue", "()"),) if variable.fallback else ()
    made.resource(variable.label, "variable:factVariable", (("bindAsSequence", "false"), *fallback))
    for each in variable.filters:
        made.resource(each.label, each.element, each.pairs, each.content)
        how = (("complement", _said(each.complement)), ("cover", _said(each.cover)))
        made.arc(
            VARIABLE_FILTER,
            variable.label,
            each.label,
            *how,
            element="variable:variableFilterArc",
        )


def test_of(assertion: Assertion) -> str:
    """Return what an assertion tests, in XPath."""
    if assertion.kind == "between":
        return " and ".join(
            f"interval:is-at-{side}($value, {bound:f})"
            for side, bound in (("least", assertion.low), ("most", assertion.high))
            if bound is not None
        )
    if assertion.kind == "total":
        numbers = range(1, len(assertion.members) + 1)
        low, high = (" + ".join(f"interval:{end}($part{n})" for n in numbers) for end in ("low", "high"))
        return f"{low} le interval:high($whole) and {high} ge interval:low($whole)"
    if assertion.kind == "sum":
        return (
            f"{_sum_of(assertion, 'low', 'high')} le interval:high($whole) and "
            f"{_sum_of(assertion, 'high', 'low')} ge interval:low($whole)"
        )
    return TESTS[assertion.kind]


def _sum_of(assertion: Assertion, end: str, other: str) -> str:
    """Return an end of the interval of a sum: what is taken off has its other end."""
    return "".join(
        f"{_sign(term, number)}interval:{end if term.weight > 0 else other}($part{number})"
        for number, term in enumerate(assertion.terms[1:], 1)
    )


def _sign(term: Term, number: int) -> str:
    """Return the sign and weight of a part as they stand before it."""
    times = f"{abs(term.weight)} * " if abs(term.weight) != 1 else ""
    if number == 1:
        return times if term.weight > 0 else f"-{times}"
    return f"{' + ' if term.weight > 0 else ' - '}{times}"


def _preconditions(assertion: Assertion) -> Iterator[tuple[str, str]]:
    if assertion.kind in NOT_ZERO:
        yield f"{assertion.kind}.start", NOT_ZERO[assertion.kind]
    if assertion.kind == "growth_of_levels" and any(assertion.changes):
        yield "no-change", "empty($change)"


def _variables(assertion: Assertion, variants: str) -> Iterator[_Variable]:
    """Yield the variables of an assertion; variants: the role of the arcs from variants to their concepts."""
    about = _concepts(assertion.concepts)
    # Part and whole must be of one concept, which implicit filtering sees to where no filter covers it.
    same = replace(about, cover=False)
    match assertion.kind:
        case "between":
            yield _variable("value", (same,))
        case "part":
            whole = _axis(assertion.over, assertion.default)
            yield _variable("part", (same, replace(whole, complement=True)))
            yield _variable("whole", (same, whole))
        case "total":
            yield _variable("whole", (same, _axis(assertion.over, assertion.default)))
            for number, member in enumerate(assertion.members, 1):
                yield _variable(f"part{number}", (same, _axis(assertion.over, member)))
        case "sum" | "ratio":
            names = ("ratio", "numerator", "denominator")
            for number, term in enumerate(assertion.terms):
                name = names[number] if assertion.kind == "ratio" else f"part{number}" if number else "whole"
                # A ratio is a pure number, and no unit of it is that of its ends.
                filters = (_ANY_UNIT,) if name == "ratio" else ()
                named = (_axis(axis, member) for axis, member in term.members)
                yield _variable(name, (_concepts((term.concept,)), *filters, *named))
        case "difference":
            yield _variable("change", (_concepts(assertion.changes),))
            yield from _levels(assertion, about, "change", variants)
        case "growth" | "growth_of_levels":
            yield _variable("growth", (_concepts(assertion.growths), _ANY_UNIT))
            yield from _levels(assertion, about, "growth", variants)
            if any(assertion.changes):
                found = (_concepts(assertion.changes), _related(variants, "change", "level", "parent"))
                yield _variable("change", found, fallback=assertion.kind == "growth_of_levels")


def _levels(assertion: Assertion, about: _Filter, by: Variant, variants: str) -> Iterator[_Variable]:
    """Yield the level, and the level before where it is needed, of what a change or growth is reported of.

    Names are filtered before arcs are followed: a processor has an index of names.
    """
    of = _related(variants, by, by, "child")
    is_level = assertion.period_type == "instant"
    yield _variable("level", (about, of, *((_boundary(by, "end"),) if is_level else ())))
    if assertion.kind != "growth":
        yield _variable("before", (about, of, _boundary(by, "start") if is_level else _EARLIER))


def _variable(name: str, filters: tuple[_Filter, ...], *, fallback: bool = False) -> _Variable:
    """Return a variable; its label says all of it, so that assertions share those that are alike."""
    told = ".".join(f"{'not-' if each.complement else ''}{each.label}" for each in filters)
    return _Variable(f"{name}{'-or-none' if fallback else ''}.{told}", name, filters, fallback)


def _concepts(qnames: tuple[str, ...]) -> _Filter:
    """Return the filter of any of the concepts, shared by all that name the same ones; empty names are of none."""
    named = tuple(filter(None, qnames))
    content = "".join(f"<cf:concept><cf:qname>{qname}</cf:qname></cf:concept>" for qname in named)
    label = f"concepts.{_local(named[0])}.{sha256(content.encode()).hexdigest()[:12]}"
    return _Filter(label, "cf:conceptName", content=content)


def _related(role: str, variant: Variant, variable: str, axis: str) -> _Filter:
    """Return the filter of the concept that an arc leads to or from, seen from a variable's concept."""
    content = (
        f"<crf:variable>{variable}</crf:variable><crf:linkrole>{escape_text(role)}</crf:linkrole>"
        f"<crf:arcrole>{VARIANT_ARCROLE[variant]}</crf:arcrole><crf:axis>{axis}</crf:axis>"
    )
    return _Filter(f"{variant}-{axis}-of-{variable}", "crf:conceptRelation", content=content)


def _boundary(variable: str, boundary: str) -> _Filter:
    pairs = (("variable", variable), ("boundary", boundary))
    return _Filter(f"{boundary}-of-{variable}", "pf:instantDuration", pairs)


def _axis(qname: str, member: str) -> _Filter:
    """Return the filter of a member; a fact without the axis has the default, and no other filter tells it."""
    named = f"<df:member><df:qname>{member}</df:qname></df:member>"
    content = f"<df:dimension><df:qname>{qname}</df:qname></df:dimension>{named}"
    return _Filter(f"axis.{_local(qname)}.{_local(member)}", "df:explicitDimension", content=content)


def _write_message(made: Linkbase, assertion: Assertion, outcome: str, languages: tuple[str, ...]) -> str:
    """Write a message in each language, English first, and return the label that they share."""
    bounds = bounds_in_words(assertion)
    parts = "{" + " + ".join(f"$part{number}" for number in range(1, len(assertion.members) + 1)) + "}"
    if assertion.kind == "sum":
        signed = (f"{_sign(term, n)}$part{n}" for n, term in enumerate(assertion.terms[1:], 1))
        parts = "{" + "".join(signed) + "}"
    ends = (("from", assertion.low), ("to", assertion.high))
    about = "".join(f".{word}.{end:f}" for word, end in ends if end is not None)
    about += f".{len(assertion.members)}" if assertion.members else ""
    about += "".join(f".{term.weight}" for term in assertion.terms[1:])
    shared = f"message.{outcome}.{assertion.kind}{about}"
    named = _LABELLED.get(assertion.kind, "level")
    for order, language in enumerate(languages):
        call = f"xfi:concept-label(node-name(${named}), '{STANDARD_LINK}', '{_STANDARD_LABEL}', '{language}')"
        text = messages_in(language)[assertion.kind][outcome]
        for key, filled in (("{label}", f"{{{call}}}"), ("{bounds}", bounds), ("{parts}", parts)):
            text = text.replace(key, filled)
        pairs = (("xlink:role", MESSAGE_ROLE), ("xml:lang", language))
        made.resource(shared, "msg:message", pairs, escape_text(text), copy=order)
    return shared


def bounds_in_words(assertion: Assertion) -> str:
    """Return the bounds as a message shows them."""
    low, high = assertion.low, assertion.high
    if low is not None and high is not None:
        return f"{low:f} \N{HORIZONTAL ELLIPSIS} {high:f}"
    sign = "\N{GREATER-THAN OR EQUAL TO}" if low is not None else "\N{LESS-THAN OR EQUAL TO}"
    bound = low if low is not None else high
    return "" if bound is None else f"{sign} {bound:f}"


@cache
def messages_in(language: str) -> dict[str, dict[str, str]]:
    """Return the messages in a language: of each kind of assertion, by outcome."""
    found: dict[str, dict[str, str]] = loads(
        (files("taxonomy.compile") / "messages" / f"{language}.json").read_text("utf-8")
    )
    return found


def languages_of(taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the languages that we have messages in and the taxonomy labels in, English always and first."""
    spoken = {label.language for concept in taxonomy.concepts for label in concept.labels}
    return ("en", *(language for language in ("zh-Hant", "zh-Hans") if language in spoken))


def _said(truth: bool) -> str:  # noqa: FBT001 - a value, not a switch
    return "true" if truth else "false"


def _local(qname: str) -> str:
    return qname.partition(":")[2]
