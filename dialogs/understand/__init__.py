"""Text to one `Understood` value: pure, without I/O and without a clock of its own."""
