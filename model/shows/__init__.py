"""Procedural animation for training and tests."""

from model.shows.drawing import ShowDrawing
from model.shows.lines import degrade_lines
from model.shows.recoloring import recolor
from model.shows.show import Shot, Show

__all__ = ["Shot", "Show", "ShowDrawing", "degrade_lines", "recolor"]
