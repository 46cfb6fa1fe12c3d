package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// That a program gives what the stepper gives.
final class Same {

    private Same() {}

    /// Runs `graph` both ways, keeping every node or none, and compares all that can be read.
    static void asStepper(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            List<Kernels> kernels,
            String what) {
        Adjoint adjoint = Adjoint.of(graph, output);
        Trace trace = Trace.of(adjoint.graph(), leaves);
        Set<Integer> all = IntStream.range(0, graph.size()).boxed().collect(Collectors.toSet());
        for (Kernels k : kernels) {
            String by = what + " by " + k.getClass().getSimpleName();
            for (Set<Integer> kept : List.of(Set.<Integer>of(), all)) {
                Parameters parameters = Parameters.of(graph, leaves);
                same(
                        trace,
                        adjoint,
                        Program.of(graph, output, leaves, parameters, kept, k),
                        kept,
                        by);
                gradients(graph, trace, adjoint, parameters, by);
            }
        }
    }

    private static void same(
            Trace trace, Adjoint adjoint, Program program, Set<Integer> kept, String what) {
        program.forward();
        Tensor loss = trace.value(adjoint.output());
        assertEquals(loss.item(), program.loss(), tolerance(loss), what);
        program.run();
        program.run();
        for (int id : kept) {
            close(trace.value(id), program.value(id), what + ", value of node " + id);
            adjoint.gradient(id)
                    .ifPresent(
                            g ->
                                    close(
                                            trace.value(g),
                                            program.gradient(id).orElseThrow(),
                                            what + ", gradient of node " + id));
        }
    }

    private static void gradients(
            Graph graph, Trace trace, Adjoint adjoint, Parameters parameters, String what) {
        for (Parameters.Place p : parameters.places()) {
            int leaf = graph.named(p.name()).orElseThrow().id();
            adjoint.gradient(leaf)
                    .ifPresent(
                            g ->
                                    close(
                                            trace.value(g),
                                            parameters.gradient(p).toTensor(),
                                            what + ", gradient of " + p.name()));
        }
    }

    static void close(Tensor expected, Tensor actual, String what) {
        assertEquals(expected.shape(), actual.shape(), what);
        double tolerance = tolerance(expected);
        for (int k = 0; k < expected.size(); k++) {
            if (!(Math.abs(expected.at(k) - actual.at(k)) <= tolerance)) {
                assertEquals(expected.at(k), actual.at(k), tolerance, what + ", element " + k);
            }
        }
    }

    private static double tolerance(Tensor expected) {
        double largest = 1;
        for (int k = 0; k < expected.size(); k++) {
            double size = Math.abs(expected.at(k));
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        return 1e-12 * largest;
    }
}
