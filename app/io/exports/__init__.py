"""What leaves Shiage: image sequences and movies."""
