package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.graph.Op;
import dev.backstep.graph.OpExamples;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/// A program and its optimiser on one batch, for measuring: `2-8-8-1 x32` and the like.
public final class Steps {

    private final Program program;
    private final OptimiserState motion;

    private Steps(Program program, OptimiserState motion) {
        this.program = program;
        this.motion = motion;
    }

    public static Steps of(String description) {
        String[] parts = description.split(" x");
        int[] sizes = Arrays.stream(parts[0].split("-")).mapToInt(Integer::parseInt).toArray();
        int samples = Integer.parseInt(parts[1]);
        boolean classes = sizes[sizes.length - 1] > 1;
        Network net =
                Nets.mlp(
                        sizes,
                        classes ? new Op.Relu(0) : Op.Unary.TANH,
                        classes ? Nets.Head.CE_LOGITS : Nets.Head.SIGMOID_BCE,
                        7,
                        samples);
        Parameters parameters = Parameters.of(net.graph(), net.leaves());
        Program program = Program.of(net.graph(), net.output(), net.leaves(), parameters, Set.of());
        Random random = new Random(1);
        program.set(net.x(), OpExamples.between(-1, 1, net.graph().node(net.x()).shape(), random));
        Shape labels = net.graph().node(net.y()).shape();
        program.set(
                net.y(),
                Tensor.generate(
                        labels, k -> classes ? (k / samples == k % samples % 10 ? 1 : 0) : k % 2));
        return new Steps(program, new OptimiserState(parameters, new Optimiser.Sgd(1e-3, 0, 0)));
    }

    public double next() {
        program.run();
        motion.step(program.kernels());
        return program.loss();
    }

    Program program() {
        return program;
    }

    OptimiserState motion() {
        return motion;
    }
}
