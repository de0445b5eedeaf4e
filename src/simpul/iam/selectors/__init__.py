"""What is read of users, roles and the organisation."""
