"""Good practice for taxonomies: rules with stable codes, each with its reason and its mend.

    Taxonomy ──Subject──▶ rules ──▶ remarks ──places──▶ findings

A rule is a value: code, severity, words, and a function from a `Subject` (the taxonomy with what several rules
need to know of it) to remarks. One module holds one family of rules; `registry` lists them all, `places` leads
from what a remark is about to a line and column of a source, or to the schema of a package.

The rules know no language: the words they look for stand in `words.yaml`.
"""
