"""Encodes a text in two tables, and decodes its bytes rightly and wrongly.

    pnpm chapter 06 encode --python

From: S1, 编解码
"""

import argparse


def main():
    parser = argparse.ArgumentParser(description="Encodes and decodes a text.")
    parser.parse_args()

    # step encode: from characters to bytes; without a name the table is UTF-8
    # corrected: 中 is number 20013 of Unicode, not 123456 (proof numbers)
    # corrected: Chinese may have 4 bytes, symbols more than 1 (proof widths)
    s1 = "黑马aB1!"
    bys1 = s1.encode()
    bys2 = s1.encode("gbk")
    bys3 = s1.encode("utf-8")
    # corrected: the notes' comments have a space too many (proof mojibake)
    print(f"bys1: {bys1}")
    print(f"bys2: {bys2}")
    print(f"bys3: {bys3}")
    print("-" * 21)

    # step decode: from bytes to characters, as whoever reads believes them to be
    # corrected: mojibake has more causes than another table (proof mojibake)
    bys4 = b"\xe9\xbb\x91\xe9\xa9\xacaB1!"
    s2 = bys4.decode("utf-8")
    s3 = bys4.decode("gbk")
    print(f"s2: {s2}")
    print(f"s3: {s3}")
    print("-" * 21)

    # step literal: bytes written down as they are; only ASCII stands for itself
    bys5 = b"aB1!"
    print(f"bys5: {bys5}")


if __name__ == "__main__":
    main()
