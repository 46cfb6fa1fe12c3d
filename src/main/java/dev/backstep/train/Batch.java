package dev.backstep.train;

import dev.backstep.optim.Network;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// A mini-batch with all that is needed to step through it: the network on so many samples and the
/// value of every leaf.
///
/// @param epoch the epoch, from 1
/// @param number the batch in it, from 1
/// @param indices which samples of the training set it holds
/// @param leaves parameters, data and all other leaves, ready for [dev.backstep.graph.Trace]
public record Batch(
        int epoch,
        int number,
        List<Integer> indices,
        Network network,
        Map<Integer, Tensor> leaves) {}
