"""The shapes of stewardship in the API."""
