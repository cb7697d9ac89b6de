"""Colorize: one run, and what becomes of its results."""
