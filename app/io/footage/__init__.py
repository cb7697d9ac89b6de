"""Finished footage: read frame by frame, written shot by shot."""
