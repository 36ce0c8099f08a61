"""`make bench`: every benchmark, one table after another."""

from benchmarks.search import main

if __name__ == "__main__":
    main()
