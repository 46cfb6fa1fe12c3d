/// What is explained, laid out on one sheet of a given width: a step as the inspector tells it, or
/// as it is presented; the Jacobian of two nodes.
///
/// Read [dev.backstep.export.figure.Explained] first, then [dev.backstep.export.figure.FigurePart],
/// of which all of it is made. A part knows its size before it is drawn, so that a sheet is as high
/// as what is on it. What is said comes from `explain`, as what the inspector says does; only where
/// it stands is decided here. The rejected alternative, a picture of the inspector's pane, would be
/// as narrow as the pane, its letters would be dots in every format, and it would need a window.
@NullMarked
package dev.backstep.export.figure;

import org.jspecify.annotations.NullMarked;
