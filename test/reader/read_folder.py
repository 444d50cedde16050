"""Reads data folders of Pendamping as docs/data.md says; written from that page alone, for who has no other program left.

    python3 test/reader/read_folder.py DIR [DIR...]

prints a line of JSON for each folder: which lines count (`seqs`, as ranges, and a digest of numbers and hashes), the head,
the next number by the journal alone, the journal's name, findings (kind and place), and whether the folder is whole. With --facts it prints
the lines that count instead.
"""
import hashlib
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from hashed_lines import hashed, is_number
from judge_segments import Newer, judge, name_of, segments_in
from read_people import judge_people, read_people
from visit_codes import ordinals_of

MOST_AHEAD = 10_000


def names_in(folder):
    """The names in a folder that may not be there."""
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def read_checkpoint(folder, findings):
    """Checkpoint: (seq, hash) of its point, or None."""
    path = folder / "checkpoint.json"
    if not path.exists():
        return None
    raw = path.read_bytes()
    fields = hashed(raw[:-1]) if raw.endswith(b"\n") else None
    point = fields.get("point") if fields else None
    if not isinstance(point, dict) or not is_number(point.get("seq")) or not isinstance(point.get("hash"), str):
        findings.append(("damaged", "checkpoint.json:1"))
        return None
    return point["seq"], point["hash"]


def slips_in(folder, key):
    """The visits of slips, each by its places among all visits: by the journal's own order of codes, and by that of before."""
    for month in names_in(folder / "slips"):
        for name in names_in(folder / "slips" / month):
            if name.endswith(".pdf") and (places := ordinals_of(name[:-4], key)):
                yield places


def last_visit(journal):
    """How many visits there were at most: each number lost behind the last check-in may have been one."""
    ordinal, since, count = 0, 0, 0
    for line in journal.lines:
        data = line.fields.get("data")
        kind = line.fields.get("type")
        if kind == "visit.checked-in" and is_number(data.get("ordinal")):
            ordinal, since, count = data["ordinal"], line.number, 0
        elif kind == "damage.found" and is_number(data.get("lost")):
            ordinal, since, count = ordinal + data["lost"], line.number, 0
        if since:
            count += 1
    here = sum(1 for line in journal.lines if line.number > since)
    return ordinal + (journal.next - 1 - since) - here


def look_beside(folder, journal, name, people, checkpoint, findings):
    """A journal that was longer; a checkpoint of another journal."""
    end = journal.next - 1
    afters = [record["after"] for record in people.records.values()]
    visits = last_visit(journal)
    slips = list(slips_in(folder, name[0] if name else None))
    ahead = any(visits < own <= visits + MOST_AHEAD and not 0 < before <= visits for own, before in slips)
    office = end == 0 and (slips or names_in(folder / "erasures") or (folder / "summaries.json").exists())
    if ahead or office or max(afters, default=0) > end or (checkpoint and checkpoint[0] > end):
        findings.append(("cut-off", journal.lines[-1].where if journal.lines else "journal"))
    if checkpoint and journal.hashes.get(checkpoint[0], checkpoint[1]) != checkpoint[1]:
        findings.append(("forked", "checkpoint.json:1"))


def read_folder(folder):
    """All that can be said of a data folder."""
    findings = []
    checkpoint = read_checkpoint(folder, findings)
    files = {name: (folder / "journal" / name).read_bytes() for name in names_in(folder / "journal") if re.fullmatch(r"\d{6}\.jsonl", name)}
    people = read_people(folder / "people", names_in(folder / "people"))
    segments = segments_in(files)
    journal = judge(segments, max(checkpoint[0] if checkpoint else 0, people.flushed()))
    findings += journal.findings + judge_people(people, journal.lines)
    name = name_of(segments, journal.lines)
    look_beside(folder, journal, name, people, checkpoint, findings)
    return journal, name, findings


def ranges(numbers):
    """1, 2, 3, 5 as "1-3,5"."""
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


def tell(folder):
    """One folder's answer."""
    try:
        journal, name, findings = read_folder(Path(folder))
    except Newer as newer:
        return {"folder": folder, "refused": str(newer)}
    pairs = [(line.number, line.hash) for line in journal.lines]
    return {
        "folder": folder,
        "lines": len(pairs),
        "seqs": ranges(number for number, _ in pairs),
        "digest": hashlib.sha256("".join(f"{number} {hash}\n" for number, hash in pairs).encode()).hexdigest(),
        "head": {"seq": pairs[-1][0], "hash": pairs[-1][1]} if pairs else None,
        "next": journal.next,
        "journal": {"id": name[0], "branch": name[1]} if name else None,
        "findings": sorted(set(findings)),
        "whole": all(kind == "torn" for kind, _ in findings),
    }


def main(words):
    """The command line."""
    folders = [word for word in words if not word.startswith("--")]
    if not folders or set(words) - set(folders) - {"--facts"}:
        sys.exit(__doc__)
    for folder in folders:
        if "--facts" not in words:
            print(json.dumps(tell(folder)))
            continue
        for line in read_folder(Path(folder))[0].lines:
            print(line.raw.decode())


if __name__ == "__main__":
    main(sys.argv[1:])
