#!/usr/bin/env python3
"""shared_lab.py up|down: the lab that the tests beside this file share."""
import sys

import bed

if __name__ == "__main__":
    if sys.argv[1:] == ["up"]:
        bed.up(afresh=True)
    elif sys.argv[1:] == ["down"]:
        bed.down()
    else:
        sys.exit(__doc__)
