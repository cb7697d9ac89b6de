"""Corrections and the review of what is doubtful."""
