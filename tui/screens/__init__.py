"""The screens: each owns its state, gives it to its widgets and answers their messages."""
