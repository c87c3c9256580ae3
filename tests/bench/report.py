"""Measure everything and print one table: `make bench`."""

import runpy
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[2])  # the benches import the generator of the tests
runpy.run_module("tests.bench.measure", run_name="__main__")
