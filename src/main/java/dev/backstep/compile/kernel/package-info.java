/// The loops of a program: plain Java, the Vector API, matrix products, a second core.
///
/// Read [dev.backstep.compile.kernel.Kernels], then [dev.backstep.compile.kernel.VectorKernels].
/// They mean what [dev.backstep.graph.Rules] says, to rounding; a test holds both to each other.
/// One loop for all functions, called through a lambda, was rejected: it takes three times as long.
@NullMarked
package dev.backstep.compile.kernel;

import org.jspecify.annotations.NullMarked;
