"""Records are written, read, anchored and checked."""
