"""Files and addresses become text, or an error that says why not."""
