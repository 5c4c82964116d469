def entropy(logits, kinds):
    """The mean cross-entropy in nats, and its gradient: chances less what is so, over how many they are."""
    d, at = logits - logits.max(1, keepdims=True), (np.arange(len(logits)), kinds)
    d -= np.log(np.exp(d).sum(1, keepdims=True))
    L, d = -d[at].mean(), np.exp(d)
    d[at] -= 1
    return L, d / len(d)
