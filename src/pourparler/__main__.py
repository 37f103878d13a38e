"""`python -m pourparler` is the command line."""

import sys

from pourparler.faces.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
