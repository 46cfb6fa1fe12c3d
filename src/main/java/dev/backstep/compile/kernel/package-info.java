/// The loops of a program: plain Java, the Vector API, matrix products, a second core.
///
/// Read [dev.backstep.compile.kernel.Kernels], then [dev.backstep.compile.kernel.VectorKernels].
/// They mean what [dev.backstep.graph.Rules] says, to rounding; a test holds both to each other.
/// One loop for all functions, called through a lambda, was rejected: it takes three times as long.
///
/// The window trains by plain loops, for Java starts slowly with the module of the Vector API.
/// Vector loops in a second process were rejected for it: on 2-8-8-1 in batches of 10 they do 3
/// million samples a second, after two seconds of compiling, and the plain loops two million, after
/// one; and they give other last digits, so a run handed over to them could not be repeated bit for
/// bit. What that costs: 64-32-10 in batches of 32 trains five times as fast on vectors, 784-128-10
/// about four times.
@NullMarked
package dev.backstep.compile.kernel;

import org.jspecify.annotations.NullMarked;
