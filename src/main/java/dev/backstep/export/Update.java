package dev.backstep.export;

import dev.backstep.tensor.Tensor;

/// What the first step of a training makes of a parameter, after the backward pass.
///
/// @param node the parameter
/// @param optimiser `sgd` or `adam`
/// @param after its value after the step
/// @param text the sentence shown
public record Update(int node, String optimiser, Tensor after, String text) {}
