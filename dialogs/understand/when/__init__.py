"""The time language: dates, times, ranges, durations, recurrences and constraints in an utterance."""
