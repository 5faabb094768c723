"""What anybody may send, changed at random where that leads to code that was not run before."""
