"""The Shiage desktop application and command line."""
