"""What is known of a library's articles, in one file: lists, records, and what finds them."""
