#!/usr/bin/env python3
"""Lines of Sources/ that tests ran, by module: coverage.py CODECOV.json, the file of `swift test --show-codecov-path`."""

import json
import sys
from collections import defaultdict
from pathlib import Path

sources = Path(__file__).resolve().parent.parent / "Sources"
modules = defaultdict(lambda: [0, 0])
for file in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["data"][0]["files"]:
    path = Path(file["filename"])
    if sources in path.parents:
        lines = file["summary"]["lines"]
        for name in (path.relative_to(sources).parts[0], "all"):
            modules[name][0] += lines["covered"]
            modules[name][1] += lines["count"]
print(f"{'module':20} {'lines':>7} {'run':>7}")
for name in sorted(modules, key=lambda name: (name == "all", name)):
    covered, count = modules[name]
    print(f"{name:20} {count:7} {100 * covered / max(1, count):6.1f}%")
