"""What holds across articles: people, sessions and figures."""
