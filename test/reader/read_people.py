"""The people files of a data folder, read as docs/data.md says under "People"."""
import hashlib
import re

from hashed_lines import hashed, is_number, lines_of, object_in

RECORD = re.compile(rb'\{(?:"format":2,)?"id":"[^"]*","after":\d+,"salt":"[0-9a-f]*","data":(.*)\}', re.DOTALL)
HASH = re.compile(rb',"hash":"[0-9a-f]{64}"\}$')


class People:
    """`records` by month and id, each with its commitment. `bad`: (place, line) of every line that is none. `scars`: places."""

    def __init__(self):
        self.records, self.bad, self.scars, self.latest = {}, [], [], ""

    def flushed(self):
        """Rules 4 and 8: the journal was flushed up to every `after` of the latest month's records."""
        return max((record["after"] for (month, _), record in self.records.items() if month == self.latest), default=0)


def decode_record(raw):
    """A record's fields with `commitment`, of format 2 (hashed) or 1 (exactly four keys, no hash); None for anything else."""
    fields = hashed(raw) or object_in(raw)
    if fields is None:
        return None
    keys = ["format", "id", "after", "salt", "data", "hash"] if fields.get("format") == 2 else ["id", "after", "salt", "data"]
    if list(fields) != keys or (fields.get("format") == 2 and hashed(raw) is None):
        return None
    text = RECORD.fullmatch(HASH.sub(b"}", raw) if "hash" in fields else raw.strip())  # nothing tells a spoiled format 1
    if text is None or not is_number(fields["after"]):
        return None
    return {**fields, "commitment": hashlib.sha256(fields["salt"].encode() + text[1]).hexdigest()}


def read_people(folder, names):
    """Every record of the files `YYYY-MM.jsonl` and `YYYY-MM.N.jsonl`; of several with one id the last of its month."""
    people = People()
    files = [name for name in names if re.fullmatch(r"\d{4}-\d\d(\.\d+)?\.jsonl", name)]
    for name in sorted(files, key=lambda name: (name[:7], int(name[8:-6] or 0))):
        people.latest = name[:7]
        lines, scars = lines_of((folder / name).read_bytes(), decode_record, may_end_open=True)
        people.scars += [f"people/{name}:{place}" for place in scars]
        for line in lines:
            if line.fields is None:
                people.bad.append((f"people/{name}:{line.place}", line))
            else:
                people.records[name[:7], line.fields["id"]] = {**line.fields, "month": name[:7]}
    return people


def refs_in(value):
    """Every {"id", "file", "commitment"} in a value, however deep."""
    if isinstance(value, dict):
        if "commitment" in value:
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from refs_in(each)


def judge_people(people, lines):
    """Bad lines are `torn` or `damaged`; records that facts refer to and that were not erased are there, or `gone`."""
    findings = [("damaged", place) for place in people.scars]
    there = {(record["month"], record["id"]): record["commitment"] for record in people.records.values()}
    erased = {record.get("id") for line in lines if line.fields.get("type") == "erasure.decided" for record in line.fields["data"]["records"]}
    absent = {}
    for line in lines:
        for ref in refs_in(line.fields.get("data")):
            if there.get((ref["file"][:7], ref["id"])) != ref["commitment"] and ref["id"] not in erased:
                absent[ref["id"]] = line.where
    lost = set()
    for place, line in people.bad:
        found = re.search(rb'"id":"([^"]+)"', line.raw)
        name = found[1].decode("latin-1") if found else None
        findings.append(("torn" if line.cut and name not in absent else "damaged", place))
        lost.add(name)
    return findings + [("gone", where) for name, where in absent.items() if name not in lost]
