"""What the window tells: the bottom bar, notices, and sentences in the user's language."""
