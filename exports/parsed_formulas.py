"""What Arelle's parser made of the expressions of a taxonomy's formulas, kept for the next reports against it.

Parsing XPath takes Arelle longer than evaluating it, and the formulas of a taxonomy are the same for every report,
byte for byte. What an expression means follows from its text, the namespaces in scope and the element it stands in
alone; what was found wrong with one is never kept, so that it is found again.

The parser is handed in: this module needs no Arelle.

Spec: XPath 2.0, Formula 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_Key = tuple[str, str, str, frozenset[tuple[Any, Any]]]


class ParsedFormulas:
    """The expressions of one taxonomy."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: dict[_Key, tuple[str, tuple[Any, ...]]] = {}

    @contextmanager
    def used_by(self, parser: Any) -> Iterator[None]:  # noqa: ANN401  Arelle's module is what it is
        """Have the parser (Arelle's module XPathParser) look here first, while the block lasts."""
        parse = parser.parse

        def remembered(owner: Any, expression: str | None, element: Any, name: str, trace: int) -> Any:  # noqa: ANN401
            namespaces = getattr(element, "nsmap", None)
            if not expression or namespaces is None:
                return parse(owner, expression, element, name, trace)
            key = (expression, name, element.localName, frozenset(namespaces.items()))
            known = self._known.get(key)
            if known is None:
                errors = len(owner.modelXbrl.errors)
                parsed = parse(owner, expression, element, name, trace)
                if parsed and len(owner.modelXbrl.errors) == errors:
                    self._known[key] = parsed[0].sourceStr, tuple(parsed[1:])
                return parsed
            source, code = known
            return [parser.ProgHeader(owner, name, element, source, trace), *code]

        parser.parse = remembered
        try:
            yield
        finally:
            parser.parse = parse
