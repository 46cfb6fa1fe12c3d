package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A call means what its body means, written out.
class InlinedTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void values_and_gradients_are_those_of_the_program_written_out(long seed) {
        String program = Inlined.random(seed).getFirst();
        String plain = Inlined.random(seed).getLast();
        Model called = ProgramTextTest.read(program);
        Model written = ProgramTextTest.read(plain);
        String message = "seed " + seed + "\n" + program + "\n" + plain;
        for (boolean gradients : new boolean[] {false, true}) {
            Map<String, Tensor> expected = values(written, gradients);
            Map<String, Tensor> values = values(called, gradients);
            expected.keySet()
                    .retainAll(
                            called.names().keySet().stream()
                                    .map(n -> n.replace('.', '_'))
                                    .toList());
            values.keySet().retainAll(written.names().keySet());
            assertEquals(expected, values, message);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_printed_means_the_same_without_functions(long seed) {
        Model before = ProgramTextTest.read(Inlined.random(seed).getFirst());
        String printed = ProgramText.of(before);
        Model after = ProgramTextTest.read(printed);
        String message = "seed " + seed + "\n" + printed;
        assertEquals(values(before, false).values().size(), values(after, false).size(), message);
        assertEquals(values(before, false), values(after, false), message);
        assertEquals(values(before, true), values(after, true), message);
        assertEquals(printed, ProgramText.of(after), message);
    }

    /// By name, in which `.` is written `_`.
    private static Map<String, Tensor> values(Model model, boolean gradients) {
        Adjoint adjoint = Adjoint.of(model.graph(), model.output());
        Trace trace = Trace.of(adjoint.graph(), model.leaves());
        Map<String, Tensor> values = new TreeMap<>();
        model.names()
                .forEach(
                        (name, id) -> {
                            Optional<Integer> shown =
                                    gradients ? adjoint.gradient(id) : Optional.of(id);
                            shown.ifPresent(
                                    s -> values.put(name.replace('.', '_'), trace.value(s)));
                        });
        return values;
    }
}
