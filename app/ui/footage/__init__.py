"""Finished footage in the window: importing it, and the sheet of its shots."""
