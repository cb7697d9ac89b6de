"""What figures wear on their heads, hold and carry."""
