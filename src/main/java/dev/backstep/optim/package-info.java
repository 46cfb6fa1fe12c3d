/// How training moves parameters: the optimisers, their settings, and a step of each as a graph.
///
/// Read [dev.backstep.optim.Optimiser], then [dev.backstep.optim.StepGraph]. Settings are values,
/// and what an optimiser remembers goes into a step and comes out of it, so that a step can be
/// shown without being taken. Optimisers that hold their own state were rejected for that reason.
/// Training has loops of its own for the same step; a test holds both equal, bit for bit.
@NullMarked
package dev.backstep.optim;

import org.jspecify.annotations.NullMarked;
