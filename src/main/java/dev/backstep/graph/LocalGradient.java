package dev.backstep.graph;

/// The local gradient ∂z/∂x of one edge, in the shortest form the op allows: how upstream becomes
/// downstream.
///
/// The full Jacobian is always the same thing written out; these forms are why nobody writes it
/// out.
public sealed interface LocalGradient {

    /// ∂z/∂x is 1 wherever an element of x goes into an element of z: addition, transposing, sums,
    /// repeating.
    record Unit() implements LocalGradient {}

    /// A diagonal Jacobian: downstream = upstream ⊙ `node`.
    record Factor(int node) implements LocalGradient {}

    /// downstream = `node` · upstream, as for the right operand of a matrix product (`node` is wᵀ).
    record Left(int node) implements LocalGradient {}

    /// downstream = upstream · `node`, as for the left operand of a matrix product (`node` is xᵀ).
    record Right(int node) implements LocalGradient {}

    /// Every element of a column depends on every other, as in softmax: only the whole Jacobian
    /// says it.
    record Coupled() implements LocalGradient {}
}
