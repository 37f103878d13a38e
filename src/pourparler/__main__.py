"""`python -m pourparler` is the command line."""

from pourparler.faces.cli.app import main

if __name__ == "__main__":
    main()
