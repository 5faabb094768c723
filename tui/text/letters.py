"""The letters of Vietnamese as the content of a character class: no range of code points holds one case only."""

from __future__ import annotations

_MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

CAPITALS = "A-Z" + _MARKED
"""Capital letters, F, J, W and Z of names included."""
SMALL = "a-z" + _MARKED.lower()
"""Small letters."""
