"""Pictures, read and written value for value."""
