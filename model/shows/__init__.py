"""Procedural animation for training and tests."""
