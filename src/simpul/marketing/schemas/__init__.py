"""The shapes of segments and campaigns in the API."""
