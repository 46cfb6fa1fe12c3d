/// The centre of the window: the graph.
///
/// Read [dev.backstep.ui.graph.GraphPane], then [dev.backstep.ui.graph.Viewport]. A picture is
/// painted as a whole whenever it changes: a scene graph of cards and wires was rejected, since it
/// would be a second drawing code, and slower from a few hundred cards on.
@NullMarked
package dev.backstep.ui.graph;

import org.jspecify.annotations.NullMarked;
