"""What the words hold: who, what about, where, and how an event is to be."""
