"""What messages to customers add to the demonstration."""
