"""Shows, `NAME.shiage`, and unsaved work."""
