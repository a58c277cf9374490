"""Whose calendar a request is about, and what somebody else wants, needs or is kept from."""
