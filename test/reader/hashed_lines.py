"""Lines of a data folder, read as docs/data.md says under "Hashed lines". Python 3, standard library only."""
import hashlib
import json
import re

TAIL = re.compile(rb',"hash":"([0-9a-f]{64})"\}')
LARGEST = 2**53 - 1


class Line:
    """One line, or a piece of one: `fields` is None where it is bad; `cut` where a bad one looks like a write that never ended."""

    def __init__(self, place, raw, fields, cut):
        self.place, self.raw, self.fields, self.cut = place, raw, fields, cut
        self.number = None  # of a line of facts, by rule 3

    @property
    def hash(self):
        return self.fields["hash"]


def is_number(value, least=0):
    """A whole number that any program can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= LARGEST


def object_in(text):
    """The JSON object that a text is, or None."""
    try:
        value = json.loads(text.decode("utf-8"))
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def hashed(raw):
    """The fields of a line without its line feed, or None where its hash is not right."""
    tail = None if len(raw) < 75 else TAIL.fullmatch(raw, len(raw) - 75)
    if tail is None or hashlib.sha256(raw[: tail.start()]).hexdigest().encode() != tail[1]:
        return None
    return object_in(raw)


def pieces_of(chunk):
    """What a line without a right end is made of: (bytes, the byte that stands for the line feed)."""
    start = 0
    for tail in TAIL.finditer(chunk):
        yield chunk[start : tail.end()], chunk[tail.end() : tail.end() + 1]
        start = tail.end() + 1
    if start < len(chunk):
        yield chunk[start:], b""


def lines_of(raw, decode=hashed):
    """A file's lines, bad ones too, and the places (line numbers) where a line feed is not as it was."""
    lines, scars = [], []
    chunks = raw.split(b"\n")
    for place, chunk in enumerate(chunks, 1):
        is_last = place == len(chunks)
        if chunk == b"" and is_last:
            continue
        fields = None if is_last else decode(chunk)
        if fields is not None:
            lines.append(Line(place, chunk, fields, False))
            continue
        if is_last:
            # At the end zero bytes, however many, stand for the line feed that never came.
            chunk = chunk.rstrip(b"\0") + b"\0" if chunk.endswith(b"\0") else chunk
        pieces = list(pieces_of(chunk)) or [(chunk, b"")]
        for at, (piece, behind) in enumerate(pieces):
            is_end = is_last and at == len(pieces) - 1
            cut = is_end and behind in (b"", b"\0")
            fields = None if cut else decode(piece)
            lines.append(Line(place, piece, fields, fields is None and (cut or b"\0" in piece + behind)))
            if fields is not None and place not in scars:
                scars.append(place)
    return lines, scars
