"""Arithmetic, charts, the joint choice, and measured confidence."""
