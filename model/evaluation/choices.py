"""Names that the benchmark knows; importing them costs nothing."""

from __future__ import annotations

OURS = "shiage"
METHOD_NAMES = ("copy", "copy_regions", "flow", "flow_chain", "segmatch", OURS)
"""Nearest key copied by pixel and by region; DIS flow from the nearest key and frame to frame,
both with a vote of each region; Hungarian region matching; our networks."""

KEY_SETTINGS = ("ends", "first", "1", "2", "3", "4", "5")
"""First and last drawing; the first only; K evenly spaced ones (K = 1: the middle one)."""

GAP_WIDTH = 5
"""Width in pixels of the gaps that are cut into lines on request."""
