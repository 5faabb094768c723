"""What a user adds is kept, found again, taken back, shared and never lost."""
