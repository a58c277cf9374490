"""What people only want to know: of a meeting, a day, a person or the time."""
