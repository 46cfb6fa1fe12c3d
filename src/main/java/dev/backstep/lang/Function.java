package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/// One function of the language: what it takes, what it means, and what the manual says about it.
///
/// @param operands their names in an example of a call; of a file its name
/// @param required the numbers that must be given, after the operands
/// @param optional the numbers that may be given, with their defaults, in the order in which they
///   may be given without their key
/// @param alongAxis what the manual says about a call with `rows` or `cols`; empty if the function
///   takes neither
record Function(
        String name,
        Manual.Chapter group,
        Use use,
        List<String> operands,
        List<String> required,
        Map<String, Double> optional,
        List<Manual.Entry> alongAxis,
        Meaning meaning,
        KeywordValues numbers) {

    /// What a function usually is in a network.
    enum Use {
        ACTIVATION,
        /// an activation that the weights of `he` are made for
        RECTIFIER,
        OTHER
    }

    /// What a call gives: a node, or the elements of a matrix.
    sealed interface Meaning {}

    /// The call is a node with this op.
    @FunctionalInterface
    non-sealed interface ToOp extends Meaning {
        Op op(Given given);
    }

    /// The call adds nodes of its own.
    record Appended() implements Meaning {}

    /// The call is the matrix of a file.
    record FromFile() implements Meaning {}

    /// The call is a matrix whose elements follow a rule.
    @FunctionalInterface
    non-sealed interface ToElements extends Meaning {
        IntToDoubleFunction elements(
                Map<String, Double> numbers, Shape shape, RandomGenerator random);
    }

    /// What a call says beside its operands.
    ///
    /// @param operands how many it has
    /// @param to the shape that the call asks for: that of a reduction or of `r` and `c`
    record Given(int operands, Map<String, Double> numbers, Shape to, double relu0) {

        double number(String key) {
            return numbers.getOrDefault(key, Double.NaN);
        }

        /// A local gradient at 0 between that on the left and that on the right, as `relu0` says.
        double atZero(double left, double right) {
            return left + (right - left) * relu0;
        }
    }

    /// The numbers with which a call gives an op again, in the order of [Function#keys].
    @FunctionalInterface
    interface KeywordValues {
        KeywordValues NONE = _ -> List.of();

        List<Double> of(Op op);
    }

    Function(String name, Manual.Chapter group, List<String> operands, Meaning meaning) {
        this(
                name,
                group,
                Use.OTHER,
                operands,
                List.of(),
                Map.of(),
                List.of(),
                meaning,
                KeywordValues.NONE);
    }

    Function as(Use newUse) {
        return new Function(
                name, group, newUse, operands, required, optional, alongAxis, meaning, numbers);
    }

    Function requiring(List<String> keys, KeywordValues written) {
        return new Function(
                name, group, use, operands, keys, optional, alongAxis, meaning, written);
    }

    Function defaulting(Map<String, Double> defaults, KeywordValues written) {
        return new Function(
                name, group, use, operands, required, defaults, alongAxis, meaning, written);
    }

    /// Also with `rows` or `cols` as its second argument.
    Function alongAxis(Manual.Entry... entries) {
        return new Function(
                name, group, use, operands, required, optional, List.of(entries), meaning, numbers);
    }

    /// With fewer operands it is a reduction.
    int fewestOperands() {
        return takesAxis() ? 1 : operands.size();
    }

    boolean takesAxis() {
        return !alongAxis.isEmpty();
    }

    /// The names of its numbers, in the order in which they may be given without them.
    List<String> keys() {
        List<String> keys = new ArrayList<>(required);
        keys.addAll(optional.keySet());
        return keys;
    }

    Op op(Given given) {
        if (meaning instanceof ToOp node) {
            return node.op(given);
        }
        throw new IllegalStateException(name + " is a matrix, not a node");
    }

    IntToDoubleFunction elements(Map<String, Double> given, Shape shape, RandomGenerator random) {
        if (meaning instanceof ToElements matrix) {
            return matrix.elements(given, shape, random);
        }
        throw new IllegalStateException(name + " is a node, not a matrix");
    }

    /// What it is, in one line.
    Message explanation() {
        return Message.of("manual." + name);
    }

    /// `leaky_relu(x, slope=0.01)`: an example of a call.
    String example() {
        List<String> parts = new ArrayList<>(operands);
        for (int i = 0; i < required.size(); i++) {
            boolean named = required.get(i).length() > 1;
            parts.add(named ? required.get(i) + "=" + (2 * i - 1) : Integer.toString(3 - i));
        }
        optional.forEach((key, value) -> parts.add(key + "=" + NumberText.text(value)));
        return name + "(" + String.join(", ", parts) + ")";
    }

    /// What a call writes behind its operands for `op`: `, slope=0.01`.
    String written(Op op) {
        StringBuilder out = new StringBuilder();
        List<String> keys = keys();
        List<Double> values = numbers.of(op);
        for (int k = 0; k < values.size(); k++) {
            String key = k < required.size() ? "" : keys.get(k) + "=";
            out.append(", ").append(key).append(NumberText.text(values.get(k)));
        }
        return out.toString();
    }
}
