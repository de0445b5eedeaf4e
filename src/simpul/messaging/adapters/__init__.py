"""The protocols that providers are spoken to in, one file each."""
