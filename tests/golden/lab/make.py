# Writes the files of tests/golden/lab with the programs that researchers write them with, and expected.json beside them.
# Run: python3 tests/golden/lab/make.py   (numpy 2.4.6, ml_dtypes 0.6.0, safetensors 0.8.0, torch 2.13.0, scipy 1.17.1 wrote the committed ones)
import json
from pathlib import Path

import ml_dtypes
import numpy as np
import torch
from safetensors.torch import save_file
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

here = Path(__file__).parent
expected = {}


def values(dtype):
    """3 x 4 numbers that the type can hold, its extremes among them."""
    if dtype == "b1":
        return np.arange(12).reshape(3, 4) % 3 == 0
    if dtype[0] in "iu":
        info = np.iinfo(dtype)
        # f64 holds whole numbers up to 2^53
        low, high = max(info.min, -(2**53)), min(info.max, 2**53)
        return np.array([[0, 1, 2, 3], [low, high, 5, 6], [7, 100, 9, 127]], dtype=dtype)
    tiny = np.finfo(dtype).smallest_subnormal
    return np.array([[0, -0.5, 1 / 3, 2], [tiny, -np.finfo(dtype).max, 65504, 1e-3], [np.pi, -7, 0.1, 8]]).astype(dtype)


def note(file, name, array):
    array = np.asarray(array)
    expected.setdefault(file, {})[name] = {"shape": list(array.shape), "values": [float(v) for v in array.astype("f8").ravel()]}


# .npz: every dtype, both byte orders, C and Fortran order, stored and deflated
arrays = {}
for dtype in ["f2", "f4", "f8", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "b1"]:
    for order, byte in [("C", "<"), ("F", "<"), ("C", ">"), ("F", ">")]:
        kind = dtype if dtype[1] == "1" else byte + dtype
        arrays[f"{dtype}-{'big' if byte == '>' else 'little'}-{order}"] = np.array(values(dtype), dtype=kind, order=order)
arrays["bf16"] = np.linspace(-3, 3, 12).reshape(3, 4).astype(ml_dtypes.bfloat16)
arrays["three-axes-F"] = np.asfortranarray(np.arange(24.0).reshape(2, 3, 4))
arrays["vector"] = np.arange(5.0)
arrays["scalar"] = np.float64(4)
for file, save in [("dtypes.npz", np.savez), ("dtypes-deflated.npz", np.savez_compressed)]:
    save(here / file, **arrays)
    for name, array in arrays.items():
        note(file, name, array)

# .npy: the three versions of the header
rng = np.random.default_rng(1)
W = rng.normal(size=(12, 5))
for version in [1, 2, 3]:
    with open(here / f"v{version}.npy", "wb") as f:
        np.lib.format.write_array(f, W.astype("f4"), version=(version, 0))
    note(f"v{version}.npy", f"v{version}", W.astype("f4"))

# safetensors, by PyTorch
kinds = {"f16": torch.float16, "bf16": torch.bfloat16, "f32": torch.float32, "f64": torch.float64, "i8": torch.int8, "u8": torch.uint8, "i16": torch.int16, "i32": torch.int32, "i64": torch.int64, "bool": torch.bool}
tensors = {name: torch.tensor([[0, -1.5, 2], [3, 4.25, 100]]).to(kind) for name, kind in kinds.items() if name != "u8"}
tensors["u8"] = torch.tensor([[0, 1, 2], [3, 200, 255]], dtype=torch.uint8)
save_file(tensors, here / "torch.safetensors", metadata={"made": "by PyTorch"})
for name, tensor in tensors.items():
    note("torch.safetensors", name, tensor.to(torch.float64).numpy())
torch.save({"W": torch.tensor(W)}, here / "weights.pt")
torch.save({"W": torch.tensor(W)}, here / "weights-old.pt", _use_new_zipfile_serialization=False)

# text
np.savetxt(here / "savetxt.csv", W, delimiter=",", header="a,b,c,d,e", comments="")
np.savetxt(here / "savetxt.txt", W)
np.savetxt(here / "savetxt.tsv", W, delimiter="\t", header="made by NumPy")
(here / "rows.json").write_text(json.dumps(W.tolist()))
(here / "shaped.json").write_text(json.dumps({"shape": [12, 5], "data": W.ravel().tolist()}))
(here / "table.json").write_text(json.dumps({"model": {"W": W.tolist(), "b": W[0].tolist()}, "steps": 100}))
for file, name in [("savetxt.csv", "table"), ("savetxt.txt", "table"), ("savetxt.tsv", "table"), ("rows.json", "rows"), ("shaped.json", "data"), ("table.json", "model.W")]:
    note(file, name, W)
(here / "expected.json").write_text(json.dumps(expected) + "\n")

# analyses of W, of another set of rows, and of the two together
V = rng.normal(size=(9, 5))
X = W @ rng.normal(size=(5, 7)) + rng.normal(size=(12, 7))


def unit(A):
    return A / np.linalg.norm(A, axis=1, keepdims=True)


def cka(A, B):
    A, B = A - A.mean(0), B - B.mean(0)
    return np.linalg.norm(A.T @ B) ** 2 / (np.linalg.norm(A.T @ A) * np.linalg.norm(B.T @ B))


C = unit(W) @ unit(W).T
U, s, Vt = np.linalg.svd(W, full_matrices=False)
golden = {
    "W": W.tolist(), "V": V.tolist(), "X": X.tolist(),
    "norms": np.linalg.norm(W, axis=1).tolist(),
    "shares": ((W**2).sum(1) / ((unit(W) @ W.T) ** 2).sum(1)).tolist(),
    "interference": (((unit(W) @ W.T) ** 2).sum(1) - (W**2).sum(1)).tolist(),
    "singular": s.tolist(),
    "leading": np.abs(W @ Vt[:3].T).tolist(),
    "mmcs": float((unit(W) @ unit(V).T).max(1).mean()),
    "mmcsBack": float((unit(W) @ unit(V).T).max(0).mean()),
    "cka": float(cka(W, X)),
    "heights": linkage(squareform(1 - np.abs(C), checks=False), "average")[:, 2].tolist(),
}
(here / "analysis.json").write_text(json.dumps(golden) + "\n")
