"""A diff in the words of a person, and as JSON for a program.

The words are data: one file a language in `texts/`. A sentence is a template; what is filled in is never read
as a template again.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from itertools import groupby
from json import dumps, loads
from typing import TYPE_CHECKING, Final

from taxonomy.diff.change import VERDICTS, Change, Diff
from taxonomy.model import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.model import Label, Taxonomy

LANGUAGES: Final = ("en", "zh-Hant", "zh-Hans")
"""The languages that a diff can be told in."""

_SHOWN: Final = 6
"""How many names of a long list are shown in the text; JSON holds them all."""

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


@cache
def texts_of(language: str) -> dict[str, str | dict[str, str]]:
    """Return the words of one of `LANGUAGES`."""
    plain: dict[str, str | dict[str, str]] = loads(
        (files("taxonomy.diff") / "texts" / f"{language}.json").read_text("utf-8")
    )
    return plain


def tell_diff(diff: Diff, old: Taxonomy, new: Taxonomy, language: str = "en") -> str:
    """Return the diff as a text to read in a terminal, labels in the language where there are such."""
    return "\n".join(_Teller(old, new, language).lines(diff)) + "\n"


def diff_json(diff: Diff) -> str:
    """Return the diff as JSON: the two versions, how many changes have each verdict, and the changes.

    `breaking` is true, false, or null where a person must judge.
    """
    tell = _Teller(None, None, "en")
    verdicts = {"breaking": True, "look": None, "harmless": False}
    content = {
        "old": asdict(diff.old),
        "new": asdict(diff.new),
        "summary": {verdict: diff.count(verdict) for verdict in VERDICTS},
        "changes": [
            {
                "thing": change.thing,
                "kind": change.kind,
                "breaking": verdicts[change.verdict],
                "name": change.name,
                "now": list(change.now),
                "values": dict(change.values),
                "reason": {"code": change.reason, "text": tell.word("reason", change.reason)},
                "evidence": [
                    {
                        "code": why.code,
                        "values": dict(why.values),
                        "text": tell.said("evidence", why.code, why.values),
                    }
                    for why in change.evidence
                ],
                "certain": change.certain,
                "variants": list(change.variants),
                "concepts": list(change.also),
            }
            for change in diff.changes
        ],
    }
    return dumps(content, ensure_ascii=False, indent=1) + "\n"


def evidence_of(change: Change, language: str = "en") -> tuple[str, ...]:
    """Return what speaks for a change, each piece in words."""
    return tuple(_Teller(None, None, language).evidence(change))


class _Teller:
    """Says changes in one language."""

    def __init__(self, old: Taxonomy | None, new: Taxonomy | None, language: str) -> None:
        self.texts = texts_of(language)
        self.language = language
        self.labels: dict[str, tuple[Label, ...]] = {}
        for taxonomy in (new, old):  # what both have is called what the old version called it
            if taxonomy is not None:
                for items in (
                    taxonomy.units,
                    taxonomy.axes,
                    taxonomy.member_by_qname.values(),
                    taxonomy.concepts,
                ):
                    self.labels.update((item.qname, item.labels) for item in items)

    def word(self, group: str, key: str) -> str:
        found = self.texts[group]
        return found[key] if isinstance(found, dict) else found

    def said(self, group: str, key: str, values: tuple[tuple[str, str], ...] | dict[str, str] = ()) -> str:
        found = self.texts[group]
        template = found.get(key, "") if isinstance(found, dict) else found
        known = dict(values)
        return _PLACEHOLDER.sub(lambda match: known.get(match[1], ""), template)

    def lines(self, diff: Diff) -> Iterator[str]:
        versions = {
            "label": diff.new.label or diff.new.prefix,
            "from": diff.old.version,
            "to": diff.new.version,
        }
        yield self.said("title", "", versions)
        counts = {verdict: str(diff.count(verdict)) for verdict in VERDICTS} | {"all": str(len(diff.changes))}
        if not diff.changes:
            yield self.said("nothing", "")
            return
        yield self.said("summary_one" if len(diff.changes) == 1 else "summary", "", counts)
        for verdict in VERDICTS:
            chosen = [change for change in diff.changes if change.verdict == verdict]
            if chosen:
                yield ""
                yield self.word("verdict", verdict)
            for head, together in groupby(chosen, key=self.head):  # three languages are told under one name
                changes = list(together)
                yield head
                yield from (f"      {told}" for change in changes for told in self.told(change))
                notes = (note for change in changes for note in self.notes(change))
                yield from (f"      {note}" for note in dict.fromkeys(notes))

    def head(self, change: Change) -> str:
        head = [self.word("kind", change.kind)]
        if not change.certain:
            head.insert(0, self.word("uncertain", ""))
        return f"  {self.word('thing', change.thing)} {' '.join(head)}: {self.named(change)}"

    def told(self, change: Change) -> Iterator[str]:
        if told := self.said("told", change.kind, change.values):
            yield told
        if change.also:
            yield self.concerned(change.also)

    def notes(self, change: Change) -> Iterator[str]:
        if change.evidence:
            evidence = self.word("and", "").join(self.evidence(change))
            yield self.said("why", "", {"evidence": evidence})
        if change.variants:
            yield self.said("variants", "", {"names": self.listed(change.variants)})
        if change.verdict != "harmless":
            yield self.word("reason", change.reason)

    def evidence(self, change: Change) -> Iterator[str]:
        """Yield the pieces of evidence, those of several languages as one."""
        for code, pieces in groupby(change.evidence, key=lambda why: why.code):
            every = [dict(why.values) for why in pieces]
            languages = ", ".join(values.get("language", "") for values in every)
            yield self.said("evidence", code, every[0] | {"language": languages})

    def named(self, change: Change) -> str:
        """Return the names of a change with the label: "bank:A → bank:B “Loans”"."""
        if change.thing in {"group", "hypercube", "taxonomy", "formula", "table"}:
            return change.name
        shows_now = change.kind in {"renamed", "split", "merged", "by_dimension", "axes_not_together"}
        names = change.now[:1] if change.kind == "by_dimension" else change.now
        now = f" → {', '.join(names)}" if shows_now and change.kind != "axes_not_together" else ""
        name = change.name if change.name in self.labels else (change.now[0] if change.now else change.name)
        label = label_of(self.labels.get(name, ()), self.language)
        axis = change.value("axis")
        place = f" {self.said('of_axis', '', {'axis': axis})}" if axis else ""
        return f"{change.name}{now}{f' “{label}”' if label else ''}{place}"

    def concerned(self, names: tuple[str, ...]) -> str:
        key = "concerns" if len(names) > 1 else "concerns_one"
        return self.said(key, "", {"n": str(len(names)), "names": self.listed(names)})

    def listed(self, names: tuple[str, ...]) -> str:
        between = self.word("and", "")
        shown = list(names[:_SHOWN])
        if len(names) > _SHOWN:
            shown.append(self.said("more", "", {"n": str(len(names) - _SHOWN)}))
        return between.join(shown)
