package dev.backstep.export;

import java.util.ArrayList;
import java.util.List;

/// Programs that hold every op of the language, at its kinks too, and every optimiser.
final class ScriptPrograms {

    private static final String KINKS =
            """
            x = [0, 1, -1, 2; 0.5, -0.5, 3, 0]
            y = [0, -1, -1, 2; 0.25, 4, 3, 0]
            param w = [2, 0.5; -1, 1]
            a = relu(x) + abs(x) + leaky_relu(x, slope=0.1) + elu(x, alpha=2) + step(x) + clip(x, low=-1, high=2)
            b = max(x, y) * min(x, y) + clip(y, low=1, high=1)
            d = max(y, rows) + min(y, rows) + norm(x - x) + std([2, 2, 2] + w[0, 0])
            e1 = bce(x[0, 0:2], y[0, 0:2] + [0, 2]) + sum(ce([0, 1; 1, 0] + 0*w, [0, 1; 1, 0]))
            loss L = sum(a) + sum(b) + sum(d) + sum(e1) + sum((x - x)^0)
            """;

    private static final String SMOOTH =
            """
            x = [0.3, 1.2, -1.1, 2.4; 0.5, -0.5, 3.1, 0.7]
            y = [0.1, -1.3, -1.6, 2.2; 0.25, 4.5, 3.7, 0.9]
            param w = [2, 0.5; -1, 1]
            a = softplus(x) + gelu(x) + silu(x) + tanh(x) + sigmoid(x) + sin(x) * cos(x) + tan(x / 3)
            b = exp(x) + square(y) + sqrt(x + 2) + log(y + 3) - x^3 + (x + 5)^y + (x + 2)^-1.5 + 2^x
            c = w @ a + abs(x) + relu(x) + leaky_relu(x) + elu(x) + clip(x, low=-0.9, high=1) + max(x, y) + min(x, y)
            d = sum(c, rows) + mean(b, rows) + logsumexp(c, rows) + max(b, rows) + min(a, rows) + var(b, rows) + std(c, rows)
            e1 = sum(a, cols) + mean(b, cols) + logsumexp(c, cols) + max(b, cols) + min(a, cols) + var(b, cols) + std(c, cols)
            f = sum(a) + mean(b) + logsumexp(c) + max(b) + min(a) + var(b) + std(c) + norm(x) + dot(x, y)
            g = reshape(x, 4, 2) @ [1, 2; 3, 4]
            h = diag(w) + diag(w)[0] + sum(diag([1; 2; 3] + f))
            i = [x; y][1:3, 0:2] + [w, w][:, 2:4] + x[0, 1] + x'[1:3, :]
            j = bce(sigmoid(x), y^2 / 25) + bce_logits(x, y) + se(x, y)
            k = ce(softmax(x), softmax(y)) + ce_logits(x, softmax(y)) + sum(log_softmax(x), rows)
            l = stop(x) * 2 + 2 - 3*x + x/2 + 1/(x + 4) + -x
            loss L = sum(a) + sum(b) + sum(d) + sum(e1) + f + sum(g) + sum(h) + sum(i) + sum(j) + sum(k) + sum(l)
            """;

    private static final String GRADIENTS =
            """
            x = 1.5
            y = [1, 2; 3, 4.5]
            f = x^4 - 3*x^2 + 2*x
            g1 = grad(f, x)
            g2 = grad(g1, x)
            s = norm(y) + sum(softmax(y) * y) + logsumexp(y, rows)[0] + sum(var(y, cols)) + y[0, 1]*y[1, 0]
            t = s + sum(gelu(y)) + sum(ce(softmax(y), [0, 1; 1, 0])) + mean([y; y]) + sum(std(y, rows))
            gy = grad(t, y)
            loss L = sum(gy^2) * g2 + x
            """;

    /// Both operands of a sign are stretched, or one is and a number stands beside it: the gradient
    /// of a sum by what a number multiplies.
    private static final String STRETCHES =
            """
            param x = [1; 2; 3]
            c = 2
            s = sum(c*x) + sum(x*2*3) + sum(x*c + x*c*c)
            g = grad(s, x)
            h = grad(sum(x*c), x)
            loss L = sum(g*g) + s + sum(h) + sum(g - h)
            """;

    /// Names that Python has for itself, or cannot have.
    private static final String NAMES =
            """
            x₁ = 2
            σ2 = 3
            print = 4
            Δx = 0.25
            ŷ = x₁ * σ2
            lambda = 2
            λ = 0.5
            α = λ * Δx
            alpha = α + λ
            half = ŷ + lambda + alpha
            t12 = 3
            f(a) = {
              q = a * print
              q + t12
            }
            h1 = f(half)
            h1_q = h1
            变量 = h1_q
            loss L = h1^2 + 变量
            """;

    private static final String NET =
            """
            data blobs(classes=3, samples=40, seed=2)
            param W1 = xavier(5, 2, seed=1)
            param b1 = zeros(5, 1)
            param W2 = he(3, 5, seed=2)
            param b2 = zeros(3, 1)
            param unused = [1, 2]
            Z = W2 @ tanh(W1 @ X + b1) + b2
            loss L = mean(ce_logits(Z, y)) + 0.01*sum(W1^2)
            train %s
            """;

    private static final List<String> OPTIMISERS =
            List.of(
                    "sgd(rate=0.1, batch=1, l2=0.1, momentum=0.9, epochs=3)",
                    "adam(rate=0.01, batch=31, l2=0.1, beta1=0.8, epochs=3)",
                    "adamw(rate=0.05, batch=7, l2=0.03, decay=0.2, clip=0.5, epochs=3, seed=5)",
                    "rmsprop(rate=0.01, batch=9, l2=0.1, clip=0.3, rho=0.8, epochs=3)");

    /// A loss that holds a gradient: its graph depends on the number of samples.
    private static final String GRADIENT_PENALTY =
            """
            data plane(samples=30, noise=0.2)
            param W = [0.1, 0.2]
            param b = 0
            l = mean(se(W @ X + b, y))
            gw = grad(l, W)
            loss L = l + 0.1*sum(gw^2)
            train sgd(rate=0.05, batch=7, epochs=3)
            """;

    private static final String WHOLE =
            """
            param x = [1; 2]
            z = 0.5
            loss L = sum((x - [3; 1])^2) * z
            train adam(rate=0.1, epochs=3)
            """;

    private ScriptPrograms() {}

    static List<String> all() {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                KINKS,
                                "set relu0 = 0\n" + KINKS,
                                "set relu0 = 1\n" + KINKS,
                                SMOOTH,
                                GRADIENTS,
                                STRETCHES,
                                NAMES,
                                GRADIENT_PENALTY,
                                WHOLE));
        OPTIMISERS.forEach(o -> all.add(NET.formatted(o)));
        return all;
    }

    /// Whether differences say nothing about the gradients of a script.
    static boolean hasKink(String script) {
        return script.contains("\"e1\": e1,") && !script.contains("normal_cdf");
    }
}
