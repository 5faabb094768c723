"""Text to record: pure functions, no files. The way in is :func:`tui.parse.article.parse_article`."""
