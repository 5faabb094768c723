"""What the program promises, one behaviour a test."""
