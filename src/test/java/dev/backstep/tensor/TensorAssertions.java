package dev.backstep.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

/// What tests claim of two matrices.
public final class TensorAssertions {

    private TensorAssertions() {}

    /// That they are the same but for rounding: 1e-9 of each element, and of 1.
    public static void near(Tensor expected, Tensor actual, String where) {
        assertEquals(expected.shape(), actual.shape(), where);
        IntStream.range(0, expected.size())
                .forEach(
                        k ->
                                assertEquals(
                                        expected.at(k),
                                        actual.at(k),
                                        1e-9 * (1 + Math.abs(expected.at(k))),
                                        where));
    }
}
