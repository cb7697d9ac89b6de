"""The colors of the shot and the show: chosen, changed, added, exchanged."""
