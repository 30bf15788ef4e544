"""From a document to a ledger."""

from tagger import native

STATE = native.take()
"""Whether the tagger runs compiled here, and why not."""
