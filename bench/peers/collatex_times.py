"""Times of CollateX (Python): `python collatex_times.py FILE SECONDS`, as CollatexTimes.java beside it."""
import sys
import time

from collatex import Collation, collate

lines = [line.rstrip("\n").split("\t", 1) for line in open(sys.argv[1], encoding="utf-8")]
until = time.monotonic() + float(sys.argv[2])
while True:
    before = time.process_time()
    collation = Collation()
    for sigil, text in lines:
        collation.add_plain_witness(sigil, text)
    collate(collation, segmentation=False)
    print((time.process_time() - before) * 1000, flush=True)
    if time.monotonic() >= until:
        break
