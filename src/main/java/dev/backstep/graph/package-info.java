/// Ops, nodes, graphs, adjoints, traces and the steps of a story.
///
/// Read [dev.backstep.graph.Graph], then [dev.backstep.graph.Adjoint]. Differentiating a graph
/// gives a longer graph, because every adjoint rule is written in graph operations: so second
/// derivatives come for nothing, and what is shown is what is computed. Closures as backward rules
/// were rejected: they can be run but not drawn.
@NullMarked
package dev.backstep.graph;

import org.jspecify.annotations.NullMarked;
