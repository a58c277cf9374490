"""Other people's clients against the emulator: what they see is compared with what our own client sees."""
