"""Whom the words mean: people, teams, and those who are left unsaid."""
