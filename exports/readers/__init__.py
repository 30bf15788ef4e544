"""Instances in the four syntaxes, read back into reports: strictly, as a stream, safe with any file."""
