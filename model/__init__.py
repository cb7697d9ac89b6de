"""Networks, lines and painting: numpy arrays in, numpy arrays out."""
