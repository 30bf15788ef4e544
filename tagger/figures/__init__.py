"""Numerals: found, valued, and told from what is no quantity."""
