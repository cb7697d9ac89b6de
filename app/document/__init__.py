"""What Shiage knows about a shot: plain values without Qt, torch or files."""
