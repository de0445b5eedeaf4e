"""Reading a working day: figures of one's own, and the own portfolio."""
