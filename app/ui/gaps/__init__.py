"""Gaps: how holes in the lines are closed, where regions leak, strokes across holes."""
