"""The package that is uploaded to Teams: its manifest, its icons, and what puts them together."""
