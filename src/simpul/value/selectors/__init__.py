"""Reading transactions and the value of customers."""
