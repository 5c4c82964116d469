# Writes tests/golden/linear.json: singular values, assignments and Procrustes by NumPy and SciPy.
# Run: python3 tests/golden/linear.py   (numpy 2.4.6, scipy 1.17.1 wrote the committed file)
import json
from pathlib import Path

import numpy as np
from scipy.linalg import orthogonal_procrustes
from scipy.optimize import linear_sum_assignment

rng = np.random.default_rng(10)
A, B = rng.normal(size=(9, 4)), rng.normal(size=(9, 4))
Q, overlap = orthogonal_procrustes(A, B)
costs = [rng.normal(size=shape) for shape in [(1, 1), (5, 5), (4, 7), (7, 4), (30, 30)]]
golden = {
    "svd": [{"A": M.tolist(), "s": np.linalg.svd(M, compute_uv=False).tolist()} for M in (A, B.T, np.outer(A[0], B[0]))],
    "assign": [{"cost": c.tolist(), "sum": float(c[linear_sum_assignment(c)].sum())} for c in costs],
    "procrustes": {"A": A.tolist(), "B": B.tolist(), "Q": Q.tolist(), "overlap": float(overlap)},
}
Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")
