"""What somebody wants: rules first, a small linear model for the rest, and the more careful of the two."""
