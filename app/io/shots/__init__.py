"""Shot folders: their drawings, keys and timesheets."""
