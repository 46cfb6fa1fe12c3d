/// Ops, nodes, graphs, adjoints and traces.
///
/// Read [dev.backstep.graph.Graph], then [dev.backstep.graph.Adjoint]. What an op means stands in
/// [dev.backstep.graph.Rules] (shape and value) and [dev.backstep.graph.Adjoints] (backward).
/// Differentiating a graph gives a longer graph, because every adjoint rule is written in graph
/// operations: so second derivatives come for nothing, and what is shown is what is computed.
/// Closures as backward rules were rejected: they can be run but not drawn.
@NullMarked
package dev.backstep.graph;

import org.jspecify.annotations.NullMarked;
