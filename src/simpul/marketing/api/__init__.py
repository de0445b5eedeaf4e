"""The operations of segments and campaigns."""
