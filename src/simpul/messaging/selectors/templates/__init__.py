"""Message templates, read: their tokens, content, compiling and lists."""
