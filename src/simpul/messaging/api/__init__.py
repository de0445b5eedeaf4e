"""The inbox, messages to customers, and the accounts with providers, over HTTP."""
