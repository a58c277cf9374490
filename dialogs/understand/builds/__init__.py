"""Requests that are known by their whole build, each kind with a reader of its own."""
