"""Rooms: which are meant, which are free, and booking one."""
