"""Acts of oversight, which leave a trace of their own."""
