"""A message taken apart: several requests, answers or changes, and what is only told around them."""
