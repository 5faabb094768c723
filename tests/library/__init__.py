"""Libraries are opened, read, cached and kept up to date; what users add is kept."""
