"""Menus, shortcuts, preferences, and the help that goes with them."""
