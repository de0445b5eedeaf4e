"""What is done with requests for access, grants and samples."""
