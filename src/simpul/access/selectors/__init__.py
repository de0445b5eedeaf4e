"""Reading requests for access, grants and samples."""
