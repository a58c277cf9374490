"""What people say to Convene and what they get back."""
