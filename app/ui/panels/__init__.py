"""What stands beside the view."""
