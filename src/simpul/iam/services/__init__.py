"""What changes of users, roles and the organisation, one use case a file."""
