"""What holds across articles: who is one person, what is one session, which figures can be compared.

Everything here is pure: plain values in, plain values out, no files and no screen. An article gives its part once, as
values that can be packed and kept (an account of its session, appearances of people, measures); of these, people,
events and series are made, all at once or a block at a time, so that it can be done for a library of any size.
"""
