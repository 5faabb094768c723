"""Files and addresses become text: one small reader a format, chosen by content and not by name."""
