"""Reads how long to wait, as a person types it."""

import argparse


def seconds(text):
    """Seconds, fractions included; raises what argparse turns into wrong usage."""
    value = float(text)
    if not 0 < value <= 3600:
        raise argparse.ArgumentTypeError("must be above 0 and at most 3600 seconds")
    return value
