"""Reading consents, the requests that wait, and purposes with their texts."""
