"""Shapes, colors and lines, and how they become a drawing."""
