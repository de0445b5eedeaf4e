"""What a workflow is: its content, what can be wrong with it, and how two versions differ."""
