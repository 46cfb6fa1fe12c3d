package dev.backstep.train;

import dev.backstep.graph.Graph;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/// The first step of an optimiser, on gradients that are known: what the update after a backward
/// pass shows.
///
/// It is the step that [Training] takes, by the same rule. Cost: linear in the parameters.
public final class FirstStep {

    private final Graph graph;
    private final Parameters parameters;
    private final Motion motion;

    private FirstStep(Graph graph, Parameters parameters, Motion motion) {
        this.graph = graph;
        this.parameters = parameters;
        this.motion = motion;
    }

    /// Takes the step.
    ///
    /// @param values of all parameters of `graph`, by node
    /// @param gradients of those that have one
    public static FirstStep of(
            Graph graph,
            Map<Integer, Tensor> values,
            Map<Integer, Tensor> gradients,
            Optimiser optimiser) {
        Parameters parameters = Parameters.of(graph, values);
        gradients.forEach((p, g) -> parameters.gradient(place(graph, parameters, p)).set(g));
        Motion motion = new Motion(parameters, optimiser);
        motion.step(new PlainKernels());
        return new FirstStep(graph, parameters, motion);
    }

    /// The value of a parameter after it.
    public Tensor after(int parameter) {
        return parameters.value(place(parameter)).toTensor();
    }

    /// The λ of the penalty on a parameter; 0 on a bias.
    public double penalty(int parameter) {
        boolean weight = place(parameter).at() < parameters.weights();
        return weight ? motion.optimiser().l2() : 0;
    }

    /// What the optimiser remembers of a parameter: the velocity of momentum, the mean of Adam.
    public Optional<Tensor> first(int parameter) {
        return remembered(motion.first(), parameter);
    }

    /// The mean square of Adam.
    public Optional<Tensor> second(int parameter) {
        return remembered(motion.second(), parameter);
    }

    private Optional<Tensor> remembered(double[] all, int parameter) {
        Parameters.Place place = place(parameter);
        return all.length == 0
                ? Optional.empty()
                : Optional.of(View.of(all, place.at(), place.shape()).toTensor());
    }

    private Parameters.Place place(int parameter) {
        return place(graph, parameters, parameter);
    }

    private static Parameters.Place place(Graph graph, Parameters parameters, int node) {
        return parameters.place(graph.node(node).name().orElseThrow());
    }
}
