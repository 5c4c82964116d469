# Makes plausible files as researchers have them (dialects of CSV, pandas' and R's writers, npz layouts, orders of safetensors)
# and reads each back with NumPy or plain Python: the lab must read equal. Seeded; nothing but NumPy is needed.
# Run: python3 tests/golden/lab/plausible.py FOLDER COUNT   (writes the files and expected.json)
import csv
import gzip
import io
import json
import struct
import sys
from pathlib import Path

import numpy as np

folder, count = Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
expected = {}


def matrix(r):
    n, m = int(r.integers(2, 40)), int(r.integers(2, 12))
    kind = r.integers(0, 4)
    A = r.normal(size=(n, m))
    if kind == 1:
        A = np.round(A, 3)
    if kind == 2:
        A = A * 10.0 ** r.integers(-8, 8, size=A.shape)
    if kind == 3:
        A = A.astype("f4").astype("f8")
    return A + (A == np.floor(A)) * 0.5  # no column of whole numbers: that would be an index or a head


WORDS = ["the", "##ing", '"', "[PAD]", "a, b", "naïve", "5\" nail", "#tag", "0x1f", "of", "{x}", "constructor", "__proto__", "to\nday", "x;y"]


def text_table(r, i):
    """One CSV, as some writer writes it; what it holds is read back below by Python's csv."""
    A = matrix(r)
    n, m = A.shape
    by = [",", "\t", ";", "|", " "][r.integers(0, 5)]
    head = ["none", "names", "counts", "pandas", "r"][r.integers(0, 5)]
    words = bool(r.integers(0, 2)) and head in ("none", "names")
    form = ["%r", "%.17g", "%.6e", "%.10f"][r.integers(0, 4)]
    decimal = by == ";" and bool(r.integers(0, 2))
    end = ["\n", "\r\n"][r.integers(0, 2)]
    if by == " " and head in ("pandas", "r"):
        head = "none"
    show = (lambda v: repr(float(v))) if form == "%r" else (lambda v: form % v)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=by, lineterminator=end)
    rows = []
    labels = [WORDS[int(k)] for k in r.integers(0, len(WORDS), size=n)]
    if by == " ":
        labels = [w.replace(" ", "_").replace("\n", "_") for w in labels]
    if decimal:
        labels = [w.replace(",", "_") for w in labels]
    names = [f"c{j}" for j in range(m)]
    lead = ["word"] if words else []
    if head == "names":
        writer.writerow(lead + names)
    if head == "counts":
        writer.writerow(range(m))
    if head in ("pandas", "r"):
        writer.writerow([""] + (names if head == "r" or r.integers(0, 2) else list(range(m))))
    for k in range(n):
        cells = [show(v) for v in A[k]]
        rows.append([float(c) for c in cells])
        if decimal:
            cells = [c.replace(".", ",") for c in cells]
        before = [labels[k]] if words else [k + (head == "r")] if head in ("pandas", "r") else []
        if by == " ":
            out.write(" ".join([*map(str, before), *cells]) + end)
        else:
            writer.writerow(before + cells)
    text = out.getvalue()
    if r.integers(0, 4) == 0:
        text = f"# made by hand{end}" + text
    encoding = ["utf-8", "utf-8-sig", "utf-16"][r.integers(0, 3)]
    raw = text.encode(encoding)
    name = f"{i}.{'tsv' if by == chr(9) else 'csv' if by != ' ' else 'txt'}"
    if r.integers(0, 6) == 0:
        name += ".gz"
        raw = gzip.compress(raw)
    (folder / name).write_bytes(raw)
    whole = np.array(rows)
    expected[name] = [{"shape": list(whole.shape), "values": whole.ravel().tolist(), "labels": labels if words else None}]


def npz(r, i):
    arrays = {}
    for j in range(int(r.integers(1, 6))):
        A = matrix(r)
        kind = ["<f4", ">f4", "<f8", ">f8", "<f2", "<i4", ">i2", "|u1", "|b1"][r.integers(0, 9)]
        A = (A > 0) if kind == "|b1" else np.abs(A * 10 % 200).astype(kind) if kind[1] in "iu" else np.clip(A, -6e4, 6e4).astype(kind)
        if r.integers(0, 3) == 0:
            A = np.asfortranarray(A)
        if r.integers(0, 5) == 0:
            A = A[:, 0]
        name = ["W", "model.layers.%d.weight" % j, "a/b/%d" % j, "x" * 60 + str(j), "constructor"][r.integers(0, 5)]
        arrays[name] = A
    name = f"{i}.npz"
    (np.savez if r.integers(0, 2) else np.savez_compressed)(folder / name, **arrays)
    with np.load(folder / name) as back:
        expected[name] = [
            {"name": k, "shape": list(back[k].shape), "values": back[k].astype("f8").ravel().tolist()} for k in back.files
        ]


def npy(r, i):
    name = f"{i}.npy"
    A = matrix(r).astype(["f4", "f8", ">f4", "f2"][r.integers(0, 4)])
    A = np.nan_to_num(A, posinf=1, neginf=-1)
    if r.integers(0, 3) == 0:
        A = np.asfortranarray(A)
    with open(folder / name, "wb") as f:
        np.lib.format.write_array(f, A, version=[(1, 0), (2, 0), (3, 0)][r.integers(0, 3)])
    back = np.load(folder / name)
    expected[name] = [{"shape": list(back.shape), "values": back.astype("f8").ravel().tolist()}]


def safetensors(r, i):
    kinds = {"F32": "<f4", "F64": "<f8", "F16": "<f2", "I32": "<i4", "U8": "u1", "BF16": "<u2", "BOOL": "?"}
    listed = []
    for j in range(int(r.integers(1, 7))):
        kind = list(kinds)[r.integers(0, len(kinds))]
        A = matrix(r)
        if kind == "BF16":
            raw = (np.ascontiguousarray(A.astype("f4")).view("u4") >> 16).astype("u2")
            right = (raw.astype("u4") << 16).view("f4")
        else:
            raw = (A > 0) if kind == "BOOL" else np.abs(A * 10 % 200).astype(kinds[kind]) if kind in ("I32", "U8") else np.clip(A, -6e4, 6e4).astype(kinds[kind])
            right = raw
        listed.append((f"layer.{j}.{['weight', 'toString', '日本'][r.integers(0, 3)]}", kind, A.shape, raw.tobytes(), right))
    order = list(r.permutation(len(listed)))  # of the bytes
    places, at = {}, 0
    for j in order:
        places[j] = (at, at + len(listed[j][3]))
        at += len(listed[j][3])
    header = {"__metadata__": {"format": "pt"}} if r.integers(0, 2) else {}
    for j in r.permutation(len(listed)):  # of the names
        name, kind, shape, _, _ = listed[j]
        header[name] = {"dtype": kind, "shape": list(shape), "data_offsets": list(places[j])}
    text = json.dumps(header, ensure_ascii=bool(r.integers(0, 2))).encode()
    text += b" " * int(r.integers(0, 9))
    name = f"{i}.safetensors"
    (folder / name).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(listed[j][3] for j in order))
    by_name = {l[0]: l for l in listed}
    expected[name] = [
        {"name": k, "shape": list(by_name[k][2]), "values": by_name[k][4].astype("f8").ravel().tolist()} for k in header if k != "__metadata__"
    ]


def json_file(r, i):
    A = matrix(r)
    form = r.integers(0, 6)
    name = f"{i}.{'jsonl' if form in (1, 4) else 'json'}"
    if form == 0:
        text = json.dumps(A.tolist(), indent=None if r.integers(0, 2) else 1)
    elif form == 1:
        text = "\n".join(json.dumps(row) for row in A.tolist())
    elif form == 2:
        text = json.dumps([{f"c{j}": v for j, v in enumerate(row)} for row in A.tolist()])
    elif form == 3:
        text = json.dumps({"shape": list(A.shape), "data": A.ravel().tolist()})
    elif form == 4:
        text = "\n".join(json.dumps({"text": f"t{k}", "embedding": row}) for k, row in enumerate(A.tolist()))
    else:
        text = json.dumps({"model": {"a.b": A.tolist()}, "note": "x"})
    (folder / name).write_text(text)
    expected[name] = [{"shape": list(A.shape), "values": A.ravel().tolist()}]


makers = [text_table, text_table, text_table, npz, npy, safetensors, json_file]
for i in range(count):
    r = np.random.default_rng(i)
    makers[i % len(makers)](r, i)
(folder / "expected.json").write_text(json.dumps(expected))
