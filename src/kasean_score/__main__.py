"""`python -m kasean_score`."""

from kasean_score.cli.app import main

if __name__ == "__main__":
    main()
