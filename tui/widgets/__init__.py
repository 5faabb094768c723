"""What screens are made of. A widget is given data, draws it a line at a time, and posts messages up."""
