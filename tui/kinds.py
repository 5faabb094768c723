"""What kinds of figures are called, on the screen as in what is exported."""

from __future__ import annotations

from tui.messages import N_
from tui.model import FigureKind

FIGURES: dict[FigureKind, str] = {
    "count": N_("Counts"),
    "money": N_("Money"),
    "ratio": N_("Ratios"),
    "percentage": N_("Percentages"),
    "rank": N_("Ranks"),
    "change": N_("Changes"),
    "factor": N_("Factors"),
    "area": N_("Areas"),
    "length": N_("Lengths"),
    "weight": N_("Weights"),
    "duration": N_("Durations"),
    "other": N_("Other figures"),
}
"""The kinds of figures in the order in which they are listed."""
