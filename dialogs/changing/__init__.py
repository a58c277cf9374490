"""Move, change and cancel what is planned: shown first, made by one tap."""
