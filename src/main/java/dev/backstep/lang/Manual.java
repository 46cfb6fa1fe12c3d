package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The language on a page, for people who write in it: what can be written, and what it means.
///
/// The functions come from the table that also reads them ([FunctionTable]), so that none is left
/// out, and their operands and defaults are those of the language.
public final class Manual {

    /// What belongs together, in the order in which it is told.
    public enum Chapter {
        STATEMENTS,
        OPERATORS,
        ELEMENTS,
        PAIRS,
        REDUCTIONS,
        MATRICES,
        GRADIENTS,
        COLUMNS,
        LOSSES,
        INITIALISERS,
        NETS,
        DATA,
        TRAINING
    }

    /// @param code as it is written in a program
    /// @param meaning one line
    public record Entry(String code, Message meaning) {}

    /// What is no function: under each group its rows: code as it is written; two blanks; the key
    /// of its meaning.
    private static final String ROWS =
            """
            STATEMENTS
            x = 3  input
            L = x^2 + 2*x*y  named
            loss L = …  loss
            param W = …  param
            const k = 2  const
            set relu0 = 0  relu0
            set mistake = overwrite  mistake
            f(a, b) = …  function
            f(a, b) = { … }  function.block
            h1 = f(X, W1)  function.call
            ## Title  section
            # …  comment
            OPERATORS
            a + b, a - b  sum.difference
            a * b, a / b  product
            A @ B  matmul
            x^2, x**2, x²  power
            A', Aᵀ  transposed
            pi, e  constants
            ½, x⁻¹, x₁, ŷ  print
            [1, 2; 3, 4]  literal
            [A, b; 0, 1]  block
            A[0, 1], A[0, :], A[:, 1:3], v[-1]  index
            NETS
            mlp(X, [8, 1], tanh, sigmoid)  mlp
            DATA
            data NAME(…)  data
            circle  circle
            xor  xor
            gauss  gauss
            spiral  spiral
            moons  moons
            blobs  blobs
            plane  plane
            wave  wave
            rule(x1*x2, samples=400)  rule
            samples, noise, seed, test  data.keys
            points([0, 1, 1; 1, 1, 0])  points
            csv("file.csv", label=name)  csv
            label=[a, b], features=[…], leave=[…]  csv.columns
            missing=drop, classes=true  csv.missing
            scale=standard  csv.scale
            TRAINING
            sgd(rate=0.1, batch=32)  sgd
            adam(rate=0.01, batch=32)  adam
            adamw(rate=0.01, batch=32)  adamw
            rmsprop(rate=0.01, batch=32)  rmsprop
            l2, clip, epochs, seed  train.keys
            train sgd(…)  train
            """;

    /// Whole programs, the shortest first.
    private static final List<String> EXAMPLES =
            List.of(
                    """
                    x = 1
                    y = 4
                    L = x^2 + 2*x*y
                    """,
                    """
                    # one neuron, two inputs
                    x = [1; -2]
                    param w = [0.5, 1]
                    param b = 0.1
                    loss L = se(sigmoid(w @ x + b), 1)
                    """,
                    """
                    # one layer; columns are samples
                    const X = [1, 2, 0; 0, 1, 3]
                    const y = [1, 0, 1]
                    param W1 = xavier(1, 2, seed=1)
                    param b1 = 0
                    Z1 = W1 @ X + b1
                    loss L = mean(bce_logits(Z1, y))
                    """,
                    """
                    # a network that trains: backstep train FILE
                    data spiral(samples=400, noise=0.1, seed=42)
                    yhat = mlp(X, [8, 8, 1], tanh, sigmoid)
                    loss L = mean(bce(yhat, y))
                    train adam(rate=0.01, batch=32, epochs=300)
                    """);

    private static final Map<Chapter, List<Entry>> ALL = read();

    private Manual() {}

    /// What can be written, by group.
    public static List<Entry> of(Chapter group) {
        return ALL.getOrDefault(group, List.of());
    }

    /// Programs to begin with.
    public static List<String> examples() {
        return EXAMPLES;
    }

    private static Map<Chapter, List<Entry>> read() {
        Map<Chapter, List<Entry>> all = new EnumMap<>(Chapter.class);
        for (Chapter group : Chapter.values()) {
            List<Entry> functions = new ArrayList<>();
            for (Function f : FunctionTable.of(group)) {
                functions.add(new Entry(f.example(), f.explanation()));
                functions.addAll(f.alongAxis());
            }
            all.put(group, functions);
        }
        List<Entry> rows = new ArrayList<>();
        for (String line : ROWS.lines().toList()) {
            String[] row = line.split(" {2}", 2);
            if (row.length == 1) {
                rows = all.getOrDefault(Chapter.valueOf(line), rows);
            } else {
                rows.add(new Entry(row[0], Message.of("manual." + row[1])));
            }
        }
        return all;
    }
}
