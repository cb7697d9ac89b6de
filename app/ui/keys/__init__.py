"""The keys of the shot: marked, dropped, listed."""
