"""Quantities as pictures made of characters, for the terminal and for text that leaves it.

A picture is lines of strokes: clean text, each with the name of an ink of the interface. Nothing in it depends on
colour: kinds differ in their characters, too. :func:`tui.charts.stroke.plain` gives a picture as text.
"""
