"""Where figures are, what they do, and what surrounds them."""
