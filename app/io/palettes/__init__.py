"""Palettes as files of their own."""
