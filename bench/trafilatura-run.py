"""The pages on standard input, one JSON string a line, through trafilatura: its figures as one line of JSON."""
import json, resource, sys, time

import trafilatura

pages = [json.loads(line) for line in sys.stdin]


def extract(html):
    return trafilatura.extract(html, include_comments=False, include_tables=True, with_metadata=False) or ""


texts = [extract(html) for html in pages]
start = time.process_time()
for html in pages:
    trafilatura.bare_extraction(html, include_comments=False)
seconds = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"version": trafilatura.__version__, "texts": texts, "pagesPerSecond": len(pages) / seconds, "peakMiB": peak}))
