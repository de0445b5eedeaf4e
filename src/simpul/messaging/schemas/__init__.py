"""The shapes of the inbox and of messages in the API."""
