"""Finished footage: split into shots, judged, and taken apart into line art and flat color."""
