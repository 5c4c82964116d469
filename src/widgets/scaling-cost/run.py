"""The arithmetic of the figure `scaling-cost`, as a program: what it would take to explain every unit of a model.

units = parameters x units per parameter; by hand units x minutes / 60 x wage; by machine units x evaluations x tokens / 10^6 x price;
by structure the hand's over the size of a family. Needs Python 3.8 or newer; fails when a sum lies further from the figure's than WITHIN.
"""
# ---- the state, from the figure's address
ADDRESS = ""
PARAMETERS = 1557611200
LOW, MIDDLE, HIGH = {}, {}, {}   # the assumptions: units per parameter, minutes of a person, dollars an hour, evaluations, tokens, dollars for 10^6 of them, family
FIGURE = {}            # the dollars that the figure shows: cheapest, middle, dearest
WITHIN = 5e-5          # how far a sum may lie from the figure’s, as a share of it: a page’s own state has five digits
# ---- end of the state

# include compare.py


def costs(v):
    units = PARAMETERS * v["density"]
    hand = units * v["minutes"] / 60 * v["wage"]
    return {"hand": hand, "machine": units * v["evaluations"] * v["tokens"] / 1e6 * v["price"], "structure": hand / v["family"]}


if __name__ == "__main__":
    print(ADDRESS)
    ends = [costs(v) for v in ({**LOW, "family": HIGH["family"]}, MIDDLE, {**HIGH, "family": LOW["family"]})]   # a larger family is cheaper
    for way, sums in FIGURE.items():
        for name, end, there in zip(("cheapest", "middle", "dearest"), ends, sums):
            compare(f"dollars by {way}, {name}", end[way], there, WITHIN * there)
