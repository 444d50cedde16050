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


def split_piece(chunk):
    """A line without a right end: its first piece, and what is left behind the byte that stands for the line feed. None: it has none."""
    tail = TAIL.search(chunk)
    if tail is None:
        return None
    behind = chunk[tail.end() :]
    return chunk[: tail.end()], behind if behind.startswith(b"{") else behind[1:]


def pieces_of(chunk):
    """All pieces of a line without a right end, and what is left over."""
    pieces = []
    while found := split_piece(chunk):
        pieces.append(found[0])
        chunk = found[1]
    return pieces, chunk


def lines_of(raw, decode, first=1, may_end_open=False):
    """A file's lines, bad ones too, and the places (line numbers from `first` on) where a line feed is not as it was.

    `may_end_open`: a last line counts without its line feed, as in people files.
    """
    lines, scars = [], []
    *ended, rest = raw.split(b"\n")
    for place, chunk in enumerate([*ended, rest] if rest else ended, first):
        is_last = place == first + len(ended)
        fields = decode(chunk) if may_end_open or not is_last else None
        if fields is not None:
            lines.append(Line(place, chunk, fields, False))
            continue
        pieces, left = pieces_of(chunk)
        if is_last and pieces and chunk.rstrip(b"\0").endswith(pieces[-1]) and not (may_end_open and chunk.endswith(pieces[-1])):
            left = pieces.pop()  # its line feed never came
        found = [(piece, decode(piece)) for piece in pieces]
        if all(fields is None for _, fields in found):
            lines.append(Line(place, chunk, None, is_last or b"\0" in chunk))
            continue
        lines += [Line(place, piece, fields, fields is None and b"\0" in piece) for piece, fields in found]
        if left:
            lines.append(Line(place, left, None, is_last or b"\0" in left))
        scars.append(place)
    return lines, scars
