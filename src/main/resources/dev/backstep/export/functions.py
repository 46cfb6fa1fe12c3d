def relu(x, at):
    return torch.where(x > 0, x, torch.where(x == 0, at * x, torch.where(x < 0, torch.zeros_like(x), x)))


def absolute(x, at):
    return torch.where(x == 0, at * x, torch.abs(x))


def leaky_relu(x, slope, at):
    return torch.where(x > 0, x, torch.where(x == 0, at * x, slope * x))


def elu(x, alpha, at):
    return torch.where(x > 0, x, torch.where(x == 0, at * x, alpha * torch.expm1(torch.minimum(x, torch.zeros_like(x)))))


def clip(x, low, high):
    return torch.minimum(torch.maximum(x, torch.full_like(x, low)), torch.full_like(x, high))


def step(x, below, at, above):
    return torch.where(x > 0, torch.full_like(x, above), torch.where(x < 0, torch.full_like(x, below), torch.where(x == 0, torch.full_like(x, at), x.detach())))


def softplus(x):
    return torch.logaddexp(x, torch.zeros_like(x))


def normal_cdf(x):
    return 0.5 * torch.erfc(-x / 2 ** 0.5)


def gelu(x):
    return x * normal_cdf(x)


def silu(x):
    return x * torch.sigmoid(x)


def norm(x):
    return torch.linalg.vector_norm(x).reshape(1, 1)


def both_zero(a, b):
    return (a == 0) & (b == 0)


def safe_div(a, b):
    return torch.where(both_zero(a, b), torch.zeros_like(a), a / torch.where(both_zero(a, b), torch.ones_like(b), b))


def weighed_log(y, p):
    return y * torch.log(torch.where(both_zero(y, p), torch.ones_like(p), p))


def weighed_log1p(y, p):
    return y * torch.log1p(-torch.where(both_zero(y, 1 - p), torch.zeros_like(p), p))


def bce(p, y):
    return -(weighed_log(y, p) + weighed_log1p(1 - y, p))


def bce_logits(z, y):
    return torch.logaddexp(z, torch.zeros_like(z)) - z * y


def ce(p, y):
    return -weighed_log(y, p).sum(0, keepdim=True)


def ce_logits(z, y):
    return -(y * torch.log_softmax(z, 0)).sum(0, keepdim=True)


def written(value):
    if isinstance(value, list):
        return [written(part) for part in value]
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def plain(t):
    return written(t.item() if t.numel() == 1 else t.tolist())


def mix(z):
    a = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2 ** 64
    b = (a ^ a >> 27) * 0x94D049BB133111EB % 2 ** 64
    return b ^ b >> 31


def shuffled(count, seed, epoch):
    golden = 0x9E3779B97F4A7C15
    order = list(range(count))
    state = (mix(seed % 2 ** 64) + mix(epoch * golden % 2 ** 64)) % 2 ** 64
    for k in range(count - 1, 0, -1):
        state = (state + golden) % 2 ** 64
        other = (mix(state) >> 32) * (k + 1) >> 32
        order[k], order[other] = order[other], order[k]
    return order


def clip_gradients(parameters, most):
    norm = sum((p.grad ** 2).sum() for p in parameters).sqrt().item()
    if norm > most:
        for p in parameters:
            p.grad *= most / norm


def penalise(parameters, weight):
    for p in parameters:
        p.grad += weight * p.detach()


def fill(parameters):
    for p in parameters:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
