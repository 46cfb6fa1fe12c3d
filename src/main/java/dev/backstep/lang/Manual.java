package dev.backstep.lang;

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
    public enum Group {
        STATEMENTS,
        OPERATORS,
        ELEMENTS,
        PAIRS,
        REDUCTIONS,
        MATRICES,
        COLUMNS,
        LOSSES,
        INITIALISERS,
        NETS,
        DATA,
        TRAINING
    }

    /// @param code as it is written in a program
    /// @param meaning one line
    public record Entry(String code, String meaning) {}

    /// What is no function: under each group its rows: code as it is written; two blanks; its
    /// meaning.
    private static final String ROWS =
            """
            STATEMENTS
            x = 3  an input: a number or a matrix alone; it has a gradient and a slider
            L = x^2 + 2*x*y  a node with a name; what is inside gets nodes of its own
            loss L = …  the output to differentiate; without it, the last line is; it is 1×1
            param W = …  an input that training moves
            const k = 2  an input without a gradient
            set relu0 = 0  the local gradient of relu at 0: 0, 0.5 (default) or 1
            # …  a comment, to the end of the line
            OPERATORS
            a + b, a - b  sum and difference; a dimension of 1 is repeated to fit
            a * b, a / b  element by element; also written · and ⊙
            A @ B  matrix product: m×k @ k×n is m×n
            x^2, x**2, x²  power; binds tighter than a minus before it: -x^2 is −(x²)
            A', Aᵀ  transposed
            pi, e  3.14159… and 2.71828…, unless the program gives them another value
            ½, x⁻¹, x₁, ŷ  as in print: 0.5, x^-1, x_1, yhat; so are ÷ and − and “ ”
            [1, 2; 3, 4]  a matrix; a semicolon ends a row
            NETS
            mlp(X, [8, 1], tanh, sigmoid)  sizes of the layers, activations within and last
            DATA
            data NAME(…)  gives X (features × samples) and y; the graph is the first mini-batch
            circle  two rings; labels 0 and 1
            xor  four quarters; labels 0 and 1
            gauss  two clouds; labels 0 and 1
            spiral  two spirals; labels 0 and 1
            moons  two half moons; labels 0 and 1
            blobs  clouds, one a class; one-hot labels; classes=5
            plane  a number that is linear in two features
            wave  a number that is curved in two features
            rule(x1*x2, samples=400)  x1 and x2 evenly from −1 to 1; label 1 where this is above 0
            samples, noise, seed, test  keys of all of these; test is the share never trained on
            points([0, 1, 1; 1, 1, 0])  typed samples, a row each, the label last; also labels, test
            csv("file.csv", label=name)  a table beside the program; columns by name or place from 1
            label=[a, b], features=[…], leave=[…]  of csv: what is learnt, from what, without what
            missing=drop, classes=true  of csv: leaves out rows with gaps; numbers as class names
            scale=standard  of csv: features with mean 0 and deviation 1 over the training part
            TRAINING
            sgd(rate=0.1, batch=32)  W ← W − rate·∂L/∂W; also momentum
            adam(rate=0.01, batch=32)  steps scaled by past gradients; also beta1, beta2, eps
            adamw(rate=0.01, batch=32)  adam, and W ← (1 − rate·decay)·W before it; decay=0.01
            rmsprop(rate=0.01, batch=32)  steps scaled by past squared gradients; also rho, eps
            l2, clip, epochs, seed  keys of all of these; l2 and decay leave biases alone
            train sgd(…)  how to train; without data each epoch is one step with the whole loss
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

    private static final Map<Group, List<Entry>> ALL = read();

    private Manual() {}

    /// What can be written, by group.
    public static List<Entry> of(Group group) {
        return ALL.getOrDefault(group, List.of());
    }

    /// Programs to begin with.
    public static List<String> examples() {
        return EXAMPLES;
    }

    private static Map<Group, List<Entry>> read() {
        Map<Group, List<Entry>> all = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
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
                rows = all.getOrDefault(Group.valueOf(line), rows);
            } else {
                rows.add(new Entry(row[0], row[1]));
            }
        }
        return all;
    }
}
