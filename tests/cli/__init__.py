"""Commands do what their help says."""
