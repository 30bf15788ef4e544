"""`python -m tagwright`: the command line where no script is on the path."""

from tagwright.cli import main

main()
