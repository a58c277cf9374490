"""A language's files: patterns by name, and sentences made of pieces, tried only where they may fit."""
