"""``python -m tui`` is ``giamsat``."""

import sys

from tui.cli import main

sys.exit(main())
