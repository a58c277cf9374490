"""Running Convene elsewhere than in its demo."""
