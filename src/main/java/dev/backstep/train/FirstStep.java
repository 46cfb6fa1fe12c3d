package dev.backstep.train;

import dev.backstep.graph.Graph;
import dev.backstep.optim.Optimiser;
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

    /// Whether a parameter is a weight, on which penalty and decay work; else it is a bias.
    public boolean isWeight(int parameter) {
        return place(parameter).at() < parameters.weights();
    }

    /// The norm of all gradients together, as clipping found it; NaN where there is no clipping.
    public double norm() {
        return motion.norm();
    }

    /// What clipping multiplied every gradient by; 1 if nothing was clipped.
    public double factor() {
        return motion.factor();
    }

    /// What the optimiser remembers of a parameter: the velocity of momentum, the mean of Adam, the
    /// mean square of RMSprop.
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
