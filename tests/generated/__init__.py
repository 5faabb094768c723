"""Libraries of invented sessions in which everything is known: who is who, which articles report one event."""
