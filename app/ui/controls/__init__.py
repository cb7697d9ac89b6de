"""What can be done, in one table, and the pieces that every part of the window is made of."""
