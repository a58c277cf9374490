"""What outlives the process: documents under tags, and claims that make things happen once. SQLite by default."""
