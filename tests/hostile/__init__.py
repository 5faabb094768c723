"""Text that wants to steer the terminal: none of it gets through, and each test is seen to fail without ``clean``."""
