"""Everything Microsoft Graph, nothing about chat."""
