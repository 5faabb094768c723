"""Measurements, run by hand: ``python -m tests.bench.NAME``. Each says on what machine, how large, and beside what."""
