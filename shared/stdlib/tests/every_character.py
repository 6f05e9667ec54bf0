"""Writes what an encoding makes of every character and of every short run of bytes, for a comparison.

    python3 every_character.py ENCODING CHARACTERS STEP

CHARACTERS is how many of Unicode's numbers are tried, STEP which of the runs of four bytes: 7 means each
seventh. On stdout: parts, each after its length in four bytes, in the order of every-character.test.ts.
"""

import sys

ENCODING, CHARACTERS, STEP = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
HANDLERS = ("replace", "ignore")


def main():
    characters = [chr(n) for n in range(CHARACTERS) if not 0xD800 <= n <= 0xDFFF]
    for errors in HANDLERS:
        part("\n".join(characters).encode(ENCODING, errors))
    blocks = ("".join(characters[n : n + 256]) for n in range(0, len(characters), 256))
    part(b"".join(strictly(block) + b"\n" for block in blocks))
    decoded(bytes([n]) for n in range(256))
    decoded(bytes([n >> 8, n & 0xFF]) for n in range(256 * 256))
    if ENCODING == "gb18030":
        decoded(four(n) for n in range(0, 126 * 10 * 126 * 10, STEP))


def strictly(text):
    try:
        return text.encode(ENCODING)
    except UnicodeEncodeError as error:
        return str(error).encode()


def four(n):
    return bytes([0x81 + n // 12600, 0x30 + n // 1260 % 10, 0x81 + n // 10 % 126, 0x30 + n % 10])


def decoded(runs):
    data = b"\n".join(runs)
    for errors in HANDLERS:
        part(data.decode(ENCODING, errors).encode())


def part(data):
    sys.stdout.buffer.write(len(data).to_bytes(4, "big") + data)


main()
