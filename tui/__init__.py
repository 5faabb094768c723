"""A terminal reader for news articles on supervision sessions (giám sát) of Vietnamese People's Councils."""

__version__ = "0.1.0"
