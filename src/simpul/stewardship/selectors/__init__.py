"""Reading what stewardship keeps."""
