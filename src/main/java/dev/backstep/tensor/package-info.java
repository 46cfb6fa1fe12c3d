/// A matrix of doubles and its shape.
///
/// Read [dev.backstep.tensor.Shape], then [dev.backstep.tensor.Tensor]. Every value of a program is
/// a matrix: a scalar is 1×1, a vector N×1. Higher ranks were left out: the lecture needs none, and
/// two indices can be drawn on a screen.
@NullMarked
package dev.backstep.tensor;

import org.jspecify.annotations.NullMarked;
