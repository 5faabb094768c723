"""The reader under a user without patience or sense: random keys, clicks, pastes and sizes, while files change."""
