"""What a user sets up once."""
