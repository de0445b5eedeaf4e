"""Reading leads, opportunities and lifecycle stages."""
