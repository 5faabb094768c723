"""The index in an embedded SQLite file: all SQL of this engine is in this package, and no other SQL of the index."""
