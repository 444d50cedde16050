"""Which visits a code may name, as docs/data.md says under "Visit codes"."""

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
STRIDE = 9_161_640_317
HIGH, LOW = 31**3, 31**4
GOLDEN = 0x9E3779B9
BITS = 2**32


def scatter(bits):
    """32 bits, scattered."""
    bits %= BITS
    bits = (bits ^ bits >> 16) * 0x85EBCA6B % BITS
    bits = (bits ^ bits >> 13) * 0xC2B2AE35 % BITS
    return bits ^ bits >> 16


def unscrambled(place, key):
    """The visit at a place, by a journal's own order of codes."""
    left, right = divmod(place, LOW)
    for turn in range(7, -1, -1):
        quarter = int(key[8 * (turn % 4) :][:8], 16)
        own = scatter(quarter + GOLDEN * (turn + 1))
        if turn % 2 == 0:
            left = (left - scatter(right ^ own)) % HIGH
        else:
            right = (right - scatter(left ^ own)) % LOW
    return left * LOW + right


def ordinals_of(code, key):
    """The visit that a code names by a journal's id, and by the order of before; both by that where there is no id. None: no code."""
    payload = code[:4] + code[5:]
    if len(code) != 9 or code[4] != "-" or len(payload) != 8 or any(symbol not in SYMBOLS for symbol in payload):
        return None
    values = [SYMBOLS.index(symbol) for symbol in payload]
    if sum((at + 2) * value for at, value in enumerate(values[:7])) % 31 != -values[7] % 31:
        return None
    place = 0
    for value in values[:7]:
        place = place * 31 + value
    before = place * pow(STRIDE, -1, 31**7) % 31**7
    return (before if key is None else unscrambled(place, key)), before
