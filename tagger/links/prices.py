"""What it costs to believe: the price of every assumption, and of every word left over.

exp(-price) orders candidates. The numbers were set by hand on the development set (tests/development) and hold in
sums: a candidate pays for all it assumes. What a price is worth as confidence is measured, see `tagger.proofs.confidence`.
"""

from __future__ import annotations

from typing import Final

TOO_UNSURE = 0.93
"""The price from which a reading is no fact: what follows it would only repeat the guess."""

PRICE: Final = {
    "not_the_head": 0.3,  # a nearer concept was passed over
    "inside_another": 1.0,  # in the name of a concept that the figure's unit forbids
    "right": 0.05,  # the noun stands after the figure
    "right_though_left": 0.45,
    "scattered": 0.35,  # the words of a term, not the term
    "scattered_far": 0.15,  # some of them around the clause
    "said_before": 0.4,  # in the sentence before, which has no figure
    "of_another": 0.9,  # an amount of something that nothing explains: $70m of amortisation
    "lead": 0.2,  # concept in an earlier clause of the sentence
    "lead_each": 0.05,
    "frame": 0.12,  # concept of the figure before, nothing else said
    "frame_members": 0.15,  # … with members of its own
    "of_which": 0.05,
    "frame_though_lead": 0.2,  # the words before the clause name another
    "frame_farther": 0.1,  # of a figure farther before, because the unit of the last one is another
    "section": 0.75,  # a paragraph before, under the same heading
    "section_each": 0.15,
    "unit_alone": 0.3,  # the only concept that counts what the figure counts
    "frame_words": 0.08,  # another concept of the same words, because the unit is another
    "frame_beyond": 0.45,  # the sentence before
    "frame_beyond_each": 0.15,
    "frame_beyond_expected": 0.35,  # a change or 其中 looks for what came before
    "frame_beyond_sibling": 0.25,  # a clause names another member beside the one before
    "heading": 0.4,
    "introduced": 0.28,  # a table's concept is named in the paragraph above it alone
    "unread_after": 0.55,
    "unread_after_each": 0.12,
    "unread_telling": 1.0,  # a word that other names of the taxonomy hold
    "unread_attached": 0.3,
    "unread_attached_each": 0.1,
    "unread_name": 0.35,  # that opens a clause of Han prose: 東湖融租總資產
    "unread_loose_each": 0.02,
    "unread_inheriting_each": 0.3,
    "unread_subject": 0.35,
    "unread_as_subject": 0.65,  # all that a verb is said of
    "unused_member": 1.0,
    "unused_entity": 0.3,  # a business of a holding, of which alone the concept is: 瑞峰證券經紀業務市占率
    "unused_concept": 0.25,
    "another_subject": 0.6,  # the clause names something else, which the figure's unit forbids
    "acted_on": 1.2,  # what was done with a part of a level, in words not known
    "unread_scene": 1.2,  # the sentence is set in a place that nothing explains
    "joint": 1.5,  # of two things together that nothing in the taxonomy holds together
    "same_axis_twice": 0.3,
    "cannot_carry": 1.05,  # the sentence speaks of a part that the concept has no axis for
    "carried_member": 0.06,
    "lead_member": 0.15,
    "lead_dropped": 0.45,
    "carried_dropped": 0.4,
    "led_in": 0.12,  # of the words that head the paragraph
    "heading_member": 0.25,
    "topic": 0.3,  # a heading that is nothing but terms
    "noun_verb": 0.35,
    "new_flow": 0.3,  # 新增…戶 of a flow is the flow itself
    "noun_verb_share": 0.6,
    "scope_unread": 0.6,  # a scope that no member explains
    "left_out": 1.0,  # 撇除信用卡貸款，…: what is left is no whole
    "stranger": 1.05,  # behind a figure of somebody whose name nothing explains
    "named": 0.5,  # a quoted name that no term explains: a product's figure, not the whole's
    "share_unsaid": 0.5,  # a per cent that may be a share, though no word says so
    "whole_unsaid": 0.15,  # a rate that is called a share, of what its name does not say
    "share_of_before": 0.05,
    "share_of_all": 1.0,  # a share is of the part that a member names
    "share_of_part": 1.0,  # 公司存款X，其中活期存款佔比Y: a share of the part that was said before
    "undealt": 1.0,  # one of a list that is dealt out over things not told
    "broken": 0.9,
    "frame_share": 0.65,  # how much of a frame's own price who inherits it pays
    "sign_unsure": 1.0,  # improved: up or down, as the thing is
}
