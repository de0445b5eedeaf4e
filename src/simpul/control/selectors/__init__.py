"""Reading changes that wait for a second person."""
