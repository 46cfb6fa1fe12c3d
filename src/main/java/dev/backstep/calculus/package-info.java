/// The mathematics behind the steps: the Jacobian between any two nodes and the short rule it
/// collapses to, the products that would fit a gradient, forward mode, what backward has to keep,
/// and what all of it costs.
///
/// Read [dev.backstep.calculus.NodeJacobian], then [dev.backstep.calculus.ShortRule]. Everything is
/// read from the graph and its adjoint rules; a rule is recognised by comparing numbers, not by a
/// list of ops. So it holds for whatever lies between two nodes, and cannot disagree with the
/// gradients; a table of rules by op would have been right for single ops only.
@NullMarked
package dev.backstep.calculus;

import org.jspecify.annotations.NullMarked;
