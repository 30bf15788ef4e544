"""From a document to a ledger."""
