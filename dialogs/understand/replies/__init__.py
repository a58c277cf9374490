"""What is said to an open question: yes, no, one of what was offered, or something else after all."""
