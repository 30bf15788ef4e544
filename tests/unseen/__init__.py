"""Texts with gold that were written without sight of the tagger, each with a taxonomy and an entity of its own."""
