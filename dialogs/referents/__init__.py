"""Which event the words mean, and which time is said by another event."""
