"""The shapes of customer value."""
