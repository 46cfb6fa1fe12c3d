package dev.backstep.optim;

import dev.backstep.data.Dataset;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Mistake;
import java.util.Optional;
import java.util.function.IntFunction;

/// All that a run is determined by.
///
/// @param network the network for a number of samples; the same parameters, by name, for each
/// @param batch samples a batch; the last of an epoch may be smaller
/// @param epochs how many are planned: what is short is done by loops that are fast at once. A run
///   may go on for fewer or more, as `train --epochs` asks, and keeps its loops: the same program
///   gives the same numbers, epoch by epoch, however far it is followed
/// @param seed of the shuffling
public record TrainingSetup(
        IntFunction<Network> network,
        Dataset.Split data,
        Optimiser optimiser,
        int batch,
        int epochs,
        long seed) {

    public TrainingSetup {
        if (batch < 1) {
            throw new IllegalArgumentException("batch is " + batch + "; it must be at least 1");
        }
    }

    /// The same run with the right backward pass: the same first weights, samples, order and steps.
    public TrainingSetup rightly() {
        return new TrainingSetup(
                n -> network.apply(n).with(BackwardPass.RIGHT),
                data,
                optimiser,
                batch,
                epochs,
                seed);
    }

    /// The mistake that it is trained with, if any. Cost: that of making the network.
    public Optional<Mistake> mistake() {
        return network.apply(size()).pass().mistake();
    }

    /// How many numbers the whole run goes through, about: its samples, each with all parameters
    /// and as much again as a small network has activations.
    public double work(int parameters) {
        return (double) data.train().samples() * epochs * (parameters + 32.0);
    }

    /// Whether there are samples; else each step takes the graph as it is.
    public boolean hasSamples() {
        return data != Dataset.Split.NONE;
    }

    /// Samples a batch, where there are that many.
    public int size() {
        return Math.min(batch, data.train().samples());
    }
}
