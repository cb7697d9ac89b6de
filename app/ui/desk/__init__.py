"""What is on the desk: the open show and shot, the playhead, and pictures of what is there."""
