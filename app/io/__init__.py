"""The only level that opens the user's files."""
