"""Shots and shows: opened, saved, watched on the disk, recovered."""
