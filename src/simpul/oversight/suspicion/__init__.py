"""Rules of suspicion: what each looks for in the trail, and what the organisation may set."""
