"""Where a preposition of time belongs to the verb before it: 增加至2018年6月末 is increased to, not by the end of June."""

from __future__ import annotations

from functools import cache

from tagger.words.language import Language, load_language


def ends_a_verb(text: str, at: int, language: Language) -> bool:
    """Return whether the character there ends a longer verb that says what a change came to, or since when: 增加至, 以來年均."""
    return text.startswith(_last_characters(language.tags), at) and text.endswith(
        _verbs(language.tags), 0, at + 1
    )


@cache
def _verbs(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the verbs of several Han characters that say what a change came to, and what stands behind a time since when."""
    language = load_language(*tags)
    reaching = [word for word, kind in language.verbs.items() if kind == "reach"]
    return tuple(word for word in (*reaching, *language.since_after) if len(word) > 1 and not word.isascii())


@cache
def _last_characters(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({verb[-1] for verb in _verbs(tags)})
