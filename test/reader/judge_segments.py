"""Which lines of a journal count: rules 1 to 10 of docs/data.md, each where its number stands."""
from hashed_lines import hashed, is_number, lines_of

KNOWN = 3  # the highest `format` and `facts` of this page
TEXTS = ("month", "reason", "prev")


class Newer(Exception):
    """A folder of a later format is refused."""


class Segment:
    """`header` is None where it is lost; `lines` are the lines of facts, good and bad."""

    def __init__(self, number, raw):
        self.number, self.name = number, f"journal/{number:06}.jsonl"
        entries, self.scars = lines_of(raw)
        first = entries[0] if entries else None
        beginning, line_feed, _ = raw.partition(b"\n")
        self.header, self.header_cut = None, not line_feed or b"\0" in beginning
        if hashed(beginning) is not None and line_feed:
            self.header = header_of(first.fields, number)
        has_header_line = first is not None and not is_fact(first.fields)
        self.lines = entries[1:] if has_header_line else entries
        for line in self.lines:
            line.where, line.segment = f"{self.name}:{line.place}", number
            if not is_fact(line.fields):
                line.fields = None
        self.counts, self.unproven, self.limit = True, False, None
        self.void, self.forked = set(), False

    @property
    def good(self):
        return [line for line in self.lines if line.fields is not None]

    @property
    def through(self):
        return self.header["through"] if self.header else 0

    def promises(self, number):
        """Is there to be a copy of this number?"""
        head = self.header
        return head is not None and head["firstSeq"] <= number <= head["through"] and not any(a <= number <= b for a, b in head["lost"])

    def highest(self):
        """The highest number of a line of this segment, good or bad, or that its header says was used up."""
        return max([line.number for line in self.lines] + [self.through], default=0)

    def durable(self):
        """The highest `durable` of its lines."""
        return max((line.fields["durable"] for line in self.good), default=0)


def is_fact(fields):
    """Has it what the chain needs of a fact?"""
    return fields is not None and is_number(fields.get("seq"), 1) and fields["seq"] < 10**15 and is_number(fields.get("durable")) and isinstance(fields.get("prev"), str)


def header_of(fields, number):
    """A header's fields with `lost`, or None where it lacks something or is another segment's. Raises Newer."""
    versions = [fields.get("format"), fields.get("facts")]
    if any(is_number(version, KNOWN + 1) for version in versions):
        raise Newer(f"segment {number} has format {versions[0]}, facts {versions[1]}")
    header = {"lost": [], **fields}
    if fields.get("journal") != "pendamping" or fields.get("segment") != number or ("lost" not in fields and versions[0] == 3):
        return None
    if not all(isinstance(header.get(key), str) for key in TEXTS) or not all(is_number(each, 1) for each in versions):
        return None
    if not is_number(header.get("firstSeq"), 1) or not is_number(header.get("through")) or not isinstance(header["lost"], list):
        return None
    pairs = all(isinstance(pair, list) and len(pair) == 2 and all(is_number(each) for each in pair) for pair in header["lost"])
    return header if pairs else None


def segments_in(files):
    """Segments from files by name, in order of their numbers."""
    return [Segment(int(name[:6]), raw) for name, raw in sorted(files.items())]


def number_lines(segment, first):
    """Rule 3: a whole line has the number that it says, a bad one that which was due in its place."""
    highest = None
    for line in segment.lines:
        due = first if highest is None else highest + 1
        line.number = due if line.fields is None else line.fields["seq"]
        highest = line.number if highest is None else max(highest, line.number)


def count_promised(header):
    """How many copies a header promises."""
    covered, end = 0, header["firstSeq"] - 1
    for a, b in sorted(header["lost"]):
        b = min(b, header["through"])
        covered += max(0, b - max(a - 1, end))
        end = max(end, b)
    return max(0, header["through"] - header["firstSeq"] + 1) - covered


def has_begun(segment):
    """Rule 1, where the header is there: a segment that lacks promised copies was still being begun."""
    promised = count_promised(segment.header)
    if len({line.number for line in segment.good if segment.promises(line.number)}) == promised:
        return True
    beyond = any(line.number > segment.through for line in segment.lines)
    return beyond or len(segment.lines) > promised or (len(segment.lines) == promised and not any(line.cut for line in segment.lines))


def choose(segments, findings):
    """Rules 1 to 3: which segments count, which of their lines are void, and what number each line has."""
    for segment in segments:
        if segment.header:
            number_lines(segment, segment.header["firstSeq"])
            segment.counts = has_begun(segment)
    last, before = 0, 0
    for segment in segments:
        limits = [later.through for later in segments if later.number > segment.number and later.counts and later.header]
        segment.limit = min(limits, default=None)
        if segment.header is None:
            number_lines(segment, min([line.fields["seq"] for line in segment.good] + [last + 1]))
            if segment.header_cut:
                segment.counts = max((line.number for line in segment.lines), default=0) > before
                segment.unproven = segment.durable() <= before
            is_torn = segment.header_cut and (segment.unproven or not segment.counts)
            findings.append(("torn" if is_torn else "damaged", f"{segment.name}:1"))
        elif not segment.counts:
            findings.append(("torn", f"{segment.name}:1"))
        if segment.counts:
            segment.void = {line for line in segment.lines if segment.limit is not None and line.number > segment.limit}
            segment.forked = any(line.fields and line.fields["durable"] > segment.limit for line in segment.void)
            last = max([last] + [line.number for line in segment.good if line not in segment.void])
            before = max(before, segment.highest())


class Journal:
    """What counts (`lines`, in order), its `hashes` by number, the `next` number, and `findings`."""

    def __init__(self):
        self.lines, self.hashes, self.findings, self.next = [], {}, [], 1


def judge(segments, known):
    """Judges a journal. `known`: the number of the checkpoint's point, 0 where there is none."""
    journal = Journal()
    choose(segments, journal.findings)
    counting = [segment for segment in segments if segment.counts]
    damaged, forked, kept, durable, through = [], [], [], 0, 0
    for segment in counting:
        durable, through = max(durable, segment.durable()), max(through, segment.through)
        later = [each for each in counting if each.number > segment.number]
        for line in segment.lines:
            if line in segment.void:  # rule 2
                if segment.forked:
                    forked.append(line)
                elif line.fields is None:
                    journal.findings.append(("torn", line.where))
            elif line.fields is not None:
                kept.append(line)
            elif line.cut and segment.unproven:  # rule 4, unproven
                journal.findings.append(("torn", line.where))
            elif line.cut and not later and line.number > max(durable, through, known):  # rule 4
                journal.findings.append(("torn", line.where))
                segment.scars = [place for place in segment.scars if place <= line.place]
                break
            elif any(each.promises(line.number) for each in later):  # rule 5
                journal.findings.append(("torn", line.where))
            else:
                damaged.append(line)
        journal.findings += [("damaged", f"{segment.name}:{place}") for place in segment.scars]
    journal.findings += [("damaged", line.where) for line in damaged] + [("forked", line.where) for line in forked]
    note_misplaced(counting, kept, journal.findings)
    journal.lines = one_for_each(kept, journal.findings)
    set_aside_half_commands(journal, damaged, max(durable, through, known))
    journal.hashes = {line.number: line.hash for line in journal.lines}
    note_gaps(journal, counting, damaged)
    note_unchained(journal, counting)
    head = journal.lines[-1].number if journal.lines else 0  # rule 10
    journal.next = 1 + max([head, through] + [line.number for line in damaged + forked])
    return journal


def note_misplaced(counting, kept, findings):
    """Rule 7: what stands behind a higher number in its segment, or for the second time."""
    counted = set(kept)
    for segment in counting:
        highest, seen = 0, set()
        for line in segment.good:
            if line in counted and (line.number < highest or line.hash in seen):
                findings.append(("misplaced", line.where))
            highest = max(highest, line.number)
            seen.add(line.hash)


def one_for_each(kept, findings):
    """Rule 6: of several lines with one number a chained one, of several such or none that of the latest segment, there the first."""
    numbers, chosen = {}, []
    for line in kept:
        numbers.setdefault(line.number, []).append(line)
    for number, lines in sorted(numbers.items()):
        before = chosen[-1] if chosen else None
        hash_before = "0" * 64 if number == 1 else before.hash if before and before.number == number - 1 else None
        chained = [line for line in lines if line.fields["prev"] == hash_before] or lines
        winner = next(line for line in chained if line.segment == chained[-1].segment)
        chosen.append(winner)
        for line in lines:
            if line.hash != winner.hash:
                findings.append(("misplaced" if line.segment == winner.segment else "forked", line.where))
    return chosen


def set_aside_half_commands(journal, damaged, told):
    """Rule 8: facts at the end whose command never got its last fact."""
    half, lines = [], journal.lines
    while lines and len(half) < len(lines):
        line = lines[-1 - len(half)]
        more = line.fields.get("more", 0)
        if not is_number(more, 1) or line.number + more <= lines[-1].number:
            break
        half.append(line)
    if not half or half[-1].number <= told or any(line.number > half[-1].number for line in damaged):
        return
    if lines[-1].number - half[-1].number + 1 > len(half):
        return
    del lines[-len(half) :]
    journal.findings.append(("torn", half[-1].where))


def note_gaps(journal, counting, damaged):
    """Rule 9: numbers without a line, more of them than damaged lines in between."""
    before = 0
    used_up = [(segment.through, f"{segment.name}:1") for segment in counting if segment.header]
    head = journal.lines[-1].number if journal.lines else 0
    ends = [(line.number, line.where) for line in journal.lines]
    ends += [(through + 1, where) for through, where in [max(used_up, default=(0, ""))] if through > head]
    for number, where in ends:
        gap = number - before - 1
        if gap and gap > sum(1 for line in damaged if before < line.number < number):
            journal.findings.append(("missing", where))
        before = number


def note_unchained(journal, counting):
    """Every line's and every header's `prev` is the hash before it, where that line is there."""
    hashes = {0: "0" * 64, **journal.hashes}
    for line in journal.lines:
        if hashes.get(line.number - 1, line.fields["prev"]) != line.fields["prev"]:
            journal.findings.append(("unchained", line.where))
    for segment in counting:
        header = segment.header
        if header and header["prev"] and hashes.get(header["firstSeq"] - 1, header["prev"]) != header["prev"]:
            journal.findings.append(("unchained", f"{segment.name}:1"))
