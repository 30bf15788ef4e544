"""`index.html` of a taxonomy: one file that asks for nothing outside itself and cannot be made to.

What a reader sees first stands in the markup; the data come after it and the script last, so that the page is
there while the rest of a large taxonomy is still read.
"""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from json import loads
from typing import TYPE_CHECKING, Final

from taxonomy.diff.told import texts_of
from taxonomy.model import label_of
from taxonomy.offline_page import fill, policy, script_json
from taxonomy.site.payload import INTERFACE, Payload

if TYPE_CHECKING:
    from taxonomy.diff.change import Diff
    from taxonomy.model import Taxonomy
    from taxonomy.offline_page import Json

_SCRIPTS: Final = ("data.js", "tree.js", "search.js", "change.js", "detail.js", "start.js")
_SHOWN_AT_ONCE: Final = 40


def write_site(
    taxonomy: Taxonomy, previous: Taxonomy | None = None, diff: Diff | None = None, language: str = ""
) -> bytes:
    """Return the page. diff: what changed since `previous`.

    language: of the interface at first; empty for the reader's own, as the browser says.
    """
    shown = language or "en"
    texts = _texts(shown)
    payload = Payload(taxonomy, previous, diff)
    core, rest = payload.core(), payload.more()
    words: dict[str, Json] = {each: {**_words(each), "diff": _diff_words(each)} for each in INTERFACE}
    core |= {"words": words, "language": language}
    style, script = _asset("site.css"), "\n".join(_asset(name) for name in _SCRIPTS)
    parts = {
        "language": shown,
        "policy": policy(style, script),
        "title": escape(label_of(taxonomy.labels, shown) or taxonomy.prefix),
        "version": escape(taxonomy.version),
        "style": style,
        "languages": _language_buttons(shown),
        "first": _first(taxonomy, shown),
        "changes": "" if diff else " hidden",
        "formulas": "" if rest["formulas"] or rest["tables"] else " hidden",
        "core": script_json(core),
        "more": script_json(rest),
        "script": script,
    }
    # A lone surrogate, which JSON can carry but UTF-8 cannot, becomes one "?".
    return fill(_asset("template.html"), parts, texts).encode("utf-8", "replace")


def _first(taxonomy: Taxonomy, language: str) -> str:
    """Return what stands in the place of the tree until the script has run."""
    labels = [label_of(group.labels, language) for group in taxonomy.groups[:_SHOWN_AT_ONCE]]
    return "".join(f"<li>{escape(label)}</li>" for label in labels)


def _language_buttons(chosen: str) -> str:
    return "".join(
        f'<button type="button" data-language="{each}" lang="{each}" '
        f'aria-pressed="{str(each == chosen).lower()}">{escape(_texts(each)["ui"]["name"])}</button>'
        for each in INTERFACE
    )


@cache
def _texts(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = loads(_asset(f"texts/{language}.json"))
    return found


def _words(language: str) -> dict[str, Json]:
    return {group: {**words} for group, words in _texts(language).items()}


def _diff_words(language: str) -> dict[str, Json]:
    return {key: {**found} if isinstance(found, dict) else found for key, found in texts_of(language).items()}


@cache
def _asset(name: str) -> str:
    return (files("taxonomy.site") / name).read_text("utf-8")
