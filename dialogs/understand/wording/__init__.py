"""Slips put right, and odd orders put plainly, before anything is read."""
