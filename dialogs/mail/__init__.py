"""Mail and messages: which is meant, then read, answer, pass on, delete, or make a meeting of it."""
