"""Text is cleaned, viewed, folded, sorted and decoded."""
