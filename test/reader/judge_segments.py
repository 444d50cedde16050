"""Which lines of a journal count: rules 1 to 10 of docs/data.md, each where its number stands."""
import re

from hashed_lines import hashed, is_number, lines_of, split_piece

NAME = re.compile("[0-9a-f]{32}")
KNOWN = (3, 4)  # the highest `format` and `facts` of this page
TEXTS = ("month", "reason", "prev")


class Newer(Exception):
    """A folder of a later format is refused."""


class Segment:
    """`header` is None where it is lost; `lines` are the lines of facts, good and bad."""

    def __init__(self, number, raw):
        self.number, self.name = number, f"journal/{number:06}.jsonl"
        beginning, line_feed, _ = raw.partition(b"\n")
        fields, behind, first, is_scarred = split_header(raw)
        header = header_of(fields, number) if fields else None
        self.misnamed = header is not None and header["segment"] != number
        self.header = None if self.misnamed else header
        self.header_cut = self.header is None and (not line_feed or b"\0" in beginning)
        if header is None:
            lines, self.scars = lines_of(raw, fact_in)
            self.lines = [line for line in lines if line.fields or line.place > 1]  # what is bad in the first line was the header
        else:
            self.lines, self.scars = lines_of(behind, fact_in, first)
            self.scars += [1] if is_scarred else []
        for line in self.lines:
            line.where, line.segment = f"{self.name}:{line.place}", self
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


def fact_in(raw):
    """The fields of a line that has what the chain needs of a fact; None for any other."""
    fields = hashed(raw)
    if fields is None or not is_number(fields.get("seq"), 1) or fields["seq"] >= 10**15:
        return None
    return fields if is_number(fields.get("durable")) and isinstance(fields.get("prev"), str) else None


def split_header(raw):
    """"Header": the first line's fields, all behind it, the line on which that begins, and whether its line feed is not as it was."""
    beginning, line_feed, behind = raw.partition(b"\n")
    fields = hashed(beginning) if line_feed else None
    if fields is not None:
        return fields, behind, 2, False
    piece, left = split_piece(beginning) or (b"", b"")
    fields = hashed(piece)
    if fields is None or not (line_feed or left.strip(b"\0")):
        return None, raw, 1, False
    return (fields, left + line_feed + behind, 1, True) if left else (fields, behind, 2, True)


def header_of(fields, number):
    """A header's fields with `lost`, or None where it lacks something or makes no sense. Raises Newer."""
    versions = [fields.get("format"), fields.get("facts")]
    if any(is_number(version, known + 1) for version, known in zip(versions, KNOWN)):
        raise Newer(f"segment {number} has format {versions[0]}, facts {versions[1]}")
    header = {"lost": [], "id": None, "branch": None, **fields}
    if fields.get("journal") != "pendamping" or not isinstance(fields.get("segment"), int) or ("lost" not in fields and versions[0] == 3):
        return None
    for name in (header["id"], header["branch"]):
        if (name is None and versions[0] == 3) or (name is not None and not (isinstance(name, str) and NAME.fullmatch(name))):
            return None
    if not all(isinstance(header.get(key), str) for key in TEXTS) or not all(is_number(each, 1) for each in versions):
        return None
    if not is_number(header.get("firstSeq"), 1) or not is_number(header.get("through")) or not isinstance(header["lost"], list):
        return None
    if header["through"] < header["firstSeq"] - 1:
        return None
    end = header["firstSeq"] - 1
    for pair in header["lost"]:
        if not isinstance(pair, list) or len(pair) != 2 or not all(is_number(each) for each in pair) or not end < pair[0] <= pair[1] <= header["through"]:
            return None
        end = pair[1]
    return header


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
    return header["through"] - header["firstSeq"] + 1 - sum(b - a + 1 for a, b in header["lost"])


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
                segment.counts = any(line.number > before for line in segment.good)
                segment.unproven = segment.durable() <= before
            is_torn = segment.header_cut and (segment.unproven or not segment.counts)
            findings.append(("torn" if is_torn else "damaged", f"{segment.name}:1"))
        elif not segment.counts:
            findings.append(("torn", f"{segment.name}:1"))
        segment.void = {line for line in segment.lines if segment.limit is not None and line.number > segment.limit}
        if segment.counts:
            segment.forked = any(line.fields and line.fields["durable"] > segment.limit for line in segment.void)
            last = max([last] + [line.number for line in segment.good if line not in segment.void])
            before = max(before, segment.highest())


class Journal:
    """What counts (`lines`, in order), its `hashes` by number, the `next` number, and `findings`."""

    def __init__(self):
        self.lines, self.hashes, self.findings, self.next = [], {}, [], 1


def judge(segments, known):
    """Judges a journal. `known`: the number up to which checkpoint and people's records know it flushed, 0 where there are none."""
    journal = Journal()
    choose(segments, journal.findings)
    counting = [segment for segment in segments if segment.counts]
    damaged, forked, kept, durable, through = [], [], [], 0, 0
    for segment in segments:
        if not segment.counts:  # rule 1: what stands whole in it is a copy
            kept += [line for line in segment.good if line not in segment.void]
            continue
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
            elif line.cut and all(each.unproven for each in later) and line.number > max(durable, through, known):  # rule 4
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
    note_foreign(segments, journal.findings)
    head = journal.lines[-1].number if journal.lines else 0  # rule 10
    journal.next = 1 + max([head, through] + [line.number for line in damaged + forked])
    return journal


def note_misplaced(counting, kept, findings):
    """Rule 7: what stands in its segment behind a higher number that is not void, or for the second time."""
    counted = set(kept)
    for segment in counting:
        highest, seen = 0, set()
        for line in segment.good:
            if line not in counted:
                continue
            if line.number < highest or line.hash in seen:
                findings.append(("misplaced", line.where))
            highest = max(highest, line.number)
            seen.add(line.hash)


def rank(line):
    """Rule 6: whose line counts. The latest segment's; then the first misnamed file's; last one's that does not count (rule 1)."""
    segment = line.segment
    return segment.counts, not segment.misnamed, -segment.number if segment.misnamed else segment.number


def one_for_each(kept, findings):
    """Rule 6: of several lines with one number that of the latest segment, there a chained one, else the first."""
    numbers, chosen = {}, []
    for line in kept:
        numbers.setdefault(line.number, []).append(line)
    for number, lines in sorted(numbers.items()):
        before = chosen[-1] if chosen else None
        hash_before = "0" * 64 if number == 1 else before.hash if before and before.number == number - 1 else None
        latest = max(map(rank, lines))
        standing = [line for line in lines if rank(line) == latest]
        winner = next((line for line in standing if line.fields["prev"] == hash_before), standing[0])
        chosen.append(winner)
        for line in lines:
            if line.hash != winner.hash:
                findings.append(("misplaced" if line.segment is winner.segment else "forked", line.where))
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


def note_foreign(segments, findings):
    """"The journal's name": headers that bear another id, or a branch that no restore began."""
    own, branch = None, None
    for segment in segments:
        header = segment.header
        if header is None:
            branch = None
        elif (own and header["id"] != own) or (branch and header["branch"] != branch and header["reason"] != "restored"):
            findings.append(("foreign", f"{segment.name}:1"))
        else:
            own, branch = header["id"], header["branch"]


def name_of(segments, lines):
    """"The journal's name": (id, branch) of the last `journal.named`, else of the headers; None where there is none."""
    for line in reversed(lines):
        data = line.fields.get("data")
        if line.fields.get("type") == "journal.named" and isinstance(data, dict):
            name = data.get("id"), data.get("branch")
            if all(isinstance(each, str) and NAME.fullmatch(each) for each in name):
                return name
    names = [(each.header["id"], each.header["branch"]) for each in segments if each.header and each.header["id"] and each.header["branch"]]
    return next((name for name in reversed(names) if name[0] == names[0][0]), None)
