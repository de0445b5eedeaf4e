"""The shapes of sales in the API."""
