"""What holds across articles: who is one person, what is one session, which figures can be compared.

Everything here is pure: plain values in, plain values out, no files and no screen. An article gives its part once, as
one value that can be packed and kept (:func:`tui.across.parts.parts`). Of these parts are made

- sessions (:func:`tui.across.events.events`), a day at a time or all at once,
- people (:func:`tui.across.identity.people`), a block of names at a time (:func:`tui.across.appearance.block`) or all
  at once, with numbers that last (:func:`tui.across.numbering.numbers`), and pairs to ask a reader about
  (:func:`tui.across.suggestions.suggestions`),
- series of figures (:func:`tui.across.series.series`), a key at a time or all at once.

So an index keeps the parts beside each record, and when articles come, change or go does anew the days, blocks and keys
that they have, and those that decisions tie to them; the result is the same as if all was done at once, in any order.
:class:`tui.across.overview.Overview` does all of it in memory. What readers decide comes in as
:class:`tui.across.decided.Settled`; :mod:`tui.library.decisions` keeps it.
"""
