/// The sheet that opens over the graph: the Jacobian of two nodes, paths and what they cost,
/// forward mode beside reverse mode, what backward keeps.
///
/// Read [dev.backstep.ui.calculus.CalculusSheet]. It lies over graph and inspector and leaves the
/// program beside it, so that every number follows a slider; a window of its own would have hidden
/// the sliders.
@NullMarked
package dev.backstep.ui.calculus;

import org.jspecify.annotations.NullMarked;
