"""Answer invitations, one or many, and propose other times."""
