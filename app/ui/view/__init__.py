"""What the view is made of: panes, pictures, onion skin, tools and the read-out."""
