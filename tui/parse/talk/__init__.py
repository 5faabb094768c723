"""Who says what, step by step: words, subjects, acts, their extents, who has the floor, and what comes of it."""
