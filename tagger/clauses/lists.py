"""Lists that are dealt out: 個人及公司貸款分別增長3.5%及8.3%, 至A及B.

A run of figures with nothing between them but an enumeration takes the parts of the list before it, one each; a part without
a head takes the head of the last (or first) part. Without such a list each figure follows the one in its place of the run before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tagger.clauses.claims import Claim, Line
from tagger.clauses.dealt import is_dealt, is_dealt_behind
from tagger.clauses.former_latter import follows_elsewhere, refer_back, told_in_last
from tagger.clauses.joint_parts import head_behind, parts_of_joint, whole_behind
from tagger.clauses.list_parts import (
    counted_alike,
    end_of_part,
    follow,
    follow_in_scope,
    head_of,
    is_each,
    is_moved,
    is_unnamed,
    lacks_head,
    names,
    names_anything,
    nouns_behind,
    opening_members,
    parts_before,
    parts_told,
    places_before,
    says_both,
    sign_in_run,
    take_unread_parts,
    told_before,
)
from tagger.clauses.listed_times import times_before
from tagger.clauses.ranges import BLANKS, mark_ranges
from tagger.clauses.run_ends import common_part, ends_list, is_listed, same_unit, shares_verb
from tagger.clauses.same_times import take_times_told
from tagger.clauses.times_behind import (
    share_base_of_joined,
    share_time_of_joined,
    share_time_of_plans,
    share_times,
    time_behind_word,
    times_behind,
)
from tagger.clauses.times_told import deal_times_told
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token


@dataclass(frozen=True)
class _Lists:
    """What a language's lists are made of: between two figures, between two parts, and the words that deal out.

    closed: the end of a list of places that opens a sentence, the last of them one that the taxonomy does not know.
    """

    between: re.Pattern[str]
    part: re.Pattern[str]
    closed: re.Pattern[str]
    respectively: tuple[str, ...]


_COMPILED: dict[tuple[str, ...], _Lists] = {}


def _lists(language: Language) -> _Lists:
    found = _COMPILED.get(language.tags)
    if found is None:
        found = _COMPILED[language.tags] = _compile(language)
    return found


def _compile(language: Language) -> _Lists:
    respectively = tuple(word for word, meaning in language.words.items() if meaning == "respectively")
    words = alternation((*language.conjunctions, *respectively))
    verbs = (word for word, kind in language.verbs.items() if kind in ("increase", "decrease", "level"))
    loose = alternation((*language.before, *verbs, *language.currencies))
    marks = f"[{re.escape(language.enumeration + ',，' + BLANKS)}]"
    return _Lists(
        re.compile(rf"(?:{marks}|{words}|{loose})*[+−-]?"),
        re.compile(rf"[{re.escape(language.enumeration)}]|, (?=\w)|(?<![a-z])(?:{words})"),
        re.compile(rf" (?:{alternation(language.conjunctions)}) [a-z][a-z ]*, "),
        respectively,
    )


def deal_out(claims: list[Claim], line: Line, text: str, language: Language) -> None:
    """Give the claims of each run of figures their parts of the list before it."""
    mark_ranges(claims, text, language)
    share_times(claims, line, text, language)
    previous: list[Claim] = []
    lists = _lists(language)
    for run in _runs(claims, text, lists, language):
        if previous and previous[0].sentence != run[0].sentence:
            previous = []
        if len(run) > 1:
            previous = _deal_run(run, claims, previous, line, text, language)
    share_time_of_joined(claims, text, language)
    share_time_of_plans(claims, text, language)
    share_base_of_joined(claims, text, language)
    refer_back(claims)


def _deal_run(
    run: list[Claim], claims: list[Claim], previous: list[Claim], line: Line, text: str, language: Language
) -> list[Claim]:
    """Deal a run out, and return the one that the next may go on from; previous: that for this one."""
    lists, first = _lists(language), run[0]
    if names_anything(first) and take_times_told(run, claims, text, language):
        _same_verb(run)
        return run
    dealt = is_dealt(first, text, lists.respectively) or is_dealt_behind(run[-1], text, lists.respectively)
    if not dealt and (_have_verbs(run) or any(claim.says_again for claim in run[1:])):
        return []
    parts = _parts_of_run(run, line, text, lists, language, dealt=dealt)
    if not (parts or first.is_latin or names_anything(first)):
        parts = parts_of_joint(run, claims, line, text, (lists.part, lists.closed, lists.respectively))
    if dealt and not parts and deal_times_told(run, claims, text, language):
        return run
    if dealt and not parts:
        time_behind_word(run, line, text, lists.respectively, language)
    told = [] if parts or first.is_latin or not dealt else counted_alike(claims, run)
    if parts or told:
        _deal(run, parts, text, language)
        follow(run, told)
    elif not names_anything(first) or says_both(first):
        _follow_told(run, claims, previous, text, language, dealt=dealt)
    elif dealt:
        _go_on_from(run, claims, previous, text, language)
    if parts or first.follows is not None:
        _same_verb(run)
        _same_whole(run)
    _share_words(run, dealt=dealt or bool(parts) or first.follows is not None)
    return run if parts or previous or (first.is_latin and follows_elsewhere(first)) else []


def _follow_told(
    run: list[Claim],
    claims: list[Claim],
    previous: list[Claim],
    text: str,
    language: Language,
    *,
    dealt: bool,
) -> None:
    """Let each figure of a run that names nothing go on from the one in its place of those before."""
    first = run[0]
    parted = dealt or _are_shares(run)
    same = len(previous) == len(run)
    earlier = previous if same else told_before(claims, first, len(run), text, language, dealt=parted)
    earlier = earlier or told_in_last(run, claims, text, language, dealt=dealt)
    if dealt and not (earlier or first.is_latin):
        take_unread_parts(run, text, (_lists(language).part, _lists(language).respectively))
    again = bool(earlier) and _is_said_again(run[0], earlier[-1], text, language)
    for claim, followed in zip(run, earlier, strict=False):
        claim.follows = followed
        claim.lead = [] if same and followed.is_dealt and not claim.is_latin else claim.lead
        if claim.of_which and claim.is_latin:  # of which three were urban; in 2023 they were 118 and five
            claim.of_which = any("of_which" in token.meanings.kinds for token in claim.left)
            claim.lead = claim.lead if claim.of_which else []
        if again and claim.kind == "level" and claim.verb is None:
            claim.kind, claim.sign, claim.verb = _kind_of(claim, followed), followed.sign, followed.verb
        if claim.kind == "level" and _are_shares(run):
            claim.kind = "share"


def _parts_of_run(
    run: list[Claim], line: Line, text: str, lists: _Lists, language: Language, *, dealt: bool
) -> list[list[Token | TimePhrase]]:
    """Return the parts of the list that a run is dealt out over: things, times or places, one for each."""
    first, wanted = run[0], len(run)
    parts = parts_before(first, line, text, (lists.part, lists.closed, lists.respectively), wanted)
    if (dealt or first.is_latin) and not parts:
        parts = times_before(first, line, text, lists.part, wanted)
    if dealt and not parts:
        parts = places_before(first, text, lists.part, wanted)
    return parts or [[time] for time in times_behind(run, line, text, lists.part, language)]


def _is_said_again(first: Claim, before: Claim, text: str, language: Language) -> bool:
    """Return whether a run says the changes before it once more: by $5bn and $9bn, or 4% and 6%."""
    gap = text[before.figure.end : first.figure.start].strip(" ,")
    return (
        before.kind in ("change", "growth")
        and before.figure.kind != first.figure.kind
        and gap in language.restatements
    )


def _have_verbs(run: list[Claim]) -> bool:
    """Return whether each figure of a run is said with a verb of its own, and so is of what was said last: 季增2.6%、年增10%."""
    return all(
        claim.verb is not None and claim.clause_start <= claim.verb.start < claim.figure.start
        for claim in run
    )


def _go_on_from(
    run: list[Claim], claims: list[Claim], previous: list[Claim], text: str, language: Language
) -> None:
    """Deal a run out over the figures before it though its clause names something: a scope, or the last part.

    資本充足率及一級資本充足率分別為X、Y，母公司口徑分別為…; 公司存款X，與個人存款分別佔…. Else what it is dealt over is not told.
    """
    first = run[0]
    named = [token for token in first.left if names(token)]
    joins = text.startswith(language.conjunctions, first.clause_start)
    is_one = bool(named) and all(one.end >= other.start for one, other in pairwise(named))
    others = told_before(claims, first, len(run) - 1, text, language, dealt=True) if joins and is_one else []
    told = (
        told_before(claims, first, len(run), text, language, dealt=True)
        if not (others or first.is_latin)
        else []
    )
    counted = parts_told(told, claims, run, named)
    if counted:  # IPO8單、再融資13單，承銷金額分別為…
        for claim, followed in zip(run, counted, strict=True):
            claim.follows, claim.left, claim.lead = followed, first.left, []
    elif len(previous) == len(run) and not any(token.meanings.concepts for token in named):
        follow_in_scope(run, previous, named, text, (_lists(language).part, _lists(language).respectively))
    elif others:
        for claim, followed in zip(run, others, strict=False):
            claim.follows, claim.left = followed, []
        run[-1].left = named
    else:
        take_unread_parts(run, text, (_lists(language).part, _lists(language).respectively))


def _same_whole(run: list[Claim]) -> None:
    """Let what stands behind the last of a run of shares be the whole of all: 48%, 23% and 15% of green loans."""
    for claim in run if all(claim.figure.kind == "percent" for claim in run) else ():
        claim.part_of = claim.part_of or run[-1].part_of


def _share_words(run: list[Claim], *, dealt: bool) -> None:
    """Let all figures of a run be another entity's where the first or last is, and of one time where they are dealt out."""
    other = next((claim.other_entity for claim in (run[0], run[-1]) if claim.other_entity), None)
    for claim in run:
        claim.other_entity = claim.other_entity or other
        if dealt and claim.is_latin:
            claim.base = claim.base or run[-1].base  # grew 3% and 6% respectively at constant rates
        if dealt and claim is not run[0]:
            claim.times = claim.times or run[0].times
        elif dealt and claim.is_latin:
            claim.times = claim.times or run[-1].times  # 151%, 111% and 85% (respectively) at the end of 2023


def _are_shares(run: list[Claim]) -> bool:
    """Return whether a run of per cents is of the total that the amounts before are parts of: 78%, 14% and 8% of the total."""
    return run[-1].of_before and all(claim.figure.kind == "percent" for claim in run)


def _runs(claims: list[Claim], text: str, lists: _Lists, language: Language) -> Iterator[list[Claim]]:
    """Yield the figures with nothing but an enumeration between them; 分別 lets their units differ."""
    run: list[Claim] = []
    for number, claim in enumerate(claims):
        if run:
            last = run[-1]
            behind = claim.verb is not None and claim.verb.start >= claim.figure.end
            behind = (behind or is_moved(claim, last)) and not shares_verb(last, claim, text, language)
            behind = behind or (is_each(claim) and not is_each(last))
            alike = last.figure.kind in (claim.figure.kind, "")
            same = (last.sentence == claim.sentence and not (behind and last.kind == "level")) and (
                alike or is_dealt(run[0], text, lists.respectively)
            )
            unit = same_unit(last, claim, text, language) if same else 0
            gap = text[last.figure.end + unit : claim.figure.start] if same else ""
            listed = gap.strip(",， +−-") or (gap == ", " and is_listed(claims, number, text, language))
            anew = not (listed and lists.between.fullmatch(gap))
            anew = anew or any(map(gap.__contains__, lists.respectively))  # X及Y，升幅分別為V及W
            # 2.1%，高於1%的標準; $9m, was $2m
            anew = anew or (gap[0] in "，," and language.words.get(gap[1:]) == "difference")
            anew = anew or (gap[:2] == ", " and len(run) > 1 and ends_list(run, text, language))
            # 分別為X億元及Y億元，增長V%及W%
            moves = claim.kind in ("change", "growth") and run[0].kind == "level"
            anew = anew or (
                gap[0] in "，," and len(run) > 1 and not (claim.is_latin or (alike and not moves))
            )
            anew = anew or (gap[:2] == ", " and gap[2:].partition(" ")[0] in language.finite_verbs)
            anew = anew or ("," in gap and gap.rpartition(",")[2].strip() in language.restatements)
            if not anew:
                run.append(claim)
                continue
            yield run
        run = [claim]
    if run:
        yield run


def _opened(parts: list[list[Token | TimePhrase]], text: str, language: Language) -> Token | None:
    """Return the concept that the first part is of, as all others are: the NPL ratio of corporate loans and personal loans."""
    words = [piece for piece in parts[0] if isinstance(piece, Token)]
    if len(words) <= 1 or not words[0].meanings.concepts:
        return None
    between = text[words[0].end : words[1].start].split()
    return words[0] if between and between[0] in language.links else None


def _deal(run: list[Claim], parts: list[list[Token | TimePhrase]], text: str, language: Language) -> None:
    if not parts:
        return
    opened = _opened(parts, text, language)
    within = (
        run[0].kind != "share" or not run[0].is_latin
    )  # private clients represented 5%: of what, they do not say
    head = opened or head_of(parts[-1], within=within) or head_of(parts[0], within=within)
    if head is None or not any(head in pieces for pieces in parts):  # 公司客戶及個人客戶分別貢獻X及Y的收入
        head = head_behind(run[-1], text, language) or head
    nouns = nouns_behind(parts) if head is parts[-1][-1] and not run[0].is_latin else []
    shared = [piece for piece in parts[0] if isinstance(piece, TimePhrase)]
    holes, begins = run[0].unread, run[0].clause_start
    whole = whole_behind(run[-1], text, language) if head is None else []
    owner = opening_members(parts) if not run[0].is_latin else []
    points_back = run[0].back_reference and not run[0].is_latin  # 該等租金收入及溢利分別為…
    common = common_part(parts, text, language) if run[0].is_latin and opened is None else None
    headed = run[0].is_latin or all(head_of(pieces) is not None for pieces in parts)
    for at, (claim, pieces, following) in enumerate(zip(run, parts, (*parts[1:], []), strict=True)):
        ends = max(piece.end for piece in pieces)
        own = [piece for piece in pieces if isinstance(piece, Token)]
        if (
            opened is not None
        ):  # loans to personal customers and corporate customers: of loans, and no count of customers
            own = [replace(token, nested=()) if token.meanings.members else token for token in own]
        if common is not None and pieces is not parts[-1]:
            own.append(common)
        times = [piece for piece in pieces if isinstance(piece, TimePhrase)]
        lacks = (opened and pieces is not parts[0]) or lacks_head(claim, pieces, parts[-1], text, language)
        if head is not None and own and lacks:
            own.insert(0, head) if opened else own.append((nouns[at] if nouns else None) or head)
        bases = [time for time in times if time.base]
        claim.base = bases[0] if bases else claim.base
        claim.times = [] if bases else times or claim.times or shared
        claim.is_dealt, claim.back_reference = True, claim.back_reference or points_back
        if own:
            own = [*owner, *own] if owner and pieces is not parts[0] else own
            claim.left, claim.lead = own, []
            # a part with a head of its own takes nothing over
            claim.total = headed and head_of(pieces) is not None and not points_back
        else:
            claim.left = [one for part in parts for one in part if isinstance(one, Token)] or run[0].left
        ends = end_of_part(claim, ends, following, text, _lists(language).part)
        claim.unread = [hole for hole in holes if begins <= hole[0] < ends]
        claim.is_undealt = bool(claim.unread) and not claim.is_latin and is_unnamed(own, parts)
        claim.right, claim.right_unread, begins = whole, [], ends


def _kind_of(claim: Claim, first: Claim) -> str:
    """Return what the first figure's verb makes of another of its run: 分別增加38隻和5.7%."""
    if first.kind not in ("change", "growth") or claim.figure.kind == first.figure.kind:
        return first.kind
    return "growth" if claim.figure.kind in ("percent", "times") else "change"


def _same_verb(run: list[Claim]) -> None:
    """Let what the verb before the run says hold for all of its figures."""
    first, last = run[0], run[-1]
    if first.is_latin and last.verb is not None and last.verb.start >= last.figure.end:
        for claim in run[:-1]:  # 14 and 12 points lower
            if claim.kind == "level" and claim.verb is None and claim.figure.kind == last.figure.kind:
                claim.kind, claim.sign, claim.verb = last.kind, last.sign, last.verb
    for claim in run[1:]:
        if claim.kind == "level" and claim.verb is None:
            claim.kind, claim.sign, claim.verb = _kind_of(claim, first), sign_in_run(claim, first), first.verb
            claim.whole, claim.whole_unread = first.whole, first.whole_unread
            claim.after_noun_verb, claim.tells_move = first.after_noun_verb, first.tells_move
            claim.is_before = first.is_before
        claim.base = claim.base or first.base
        claim.times = claim.times or (first.times if claim.follows is not None else [])
        claim.of_which = first.of_which
        if claim.follows is not None:
            claim.unread = []  # the words between the figures of a run deal out and say no more
