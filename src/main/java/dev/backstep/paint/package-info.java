/// Diagram and theme to `Graphics2D`: the only drawing code there is.
///
/// Read [dev.backstep.paint.Theme], then [dev.backstep.paint.Painter]. The window, a PNG and a page
/// are painted by the same calls, so they cannot differ. The window shows pixels painted here
/// rather than replaying the calls on a JavaFX canvas: that needs no second set of fonts and is
/// sharp at every scale.
@NullMarked
package dev.backstep.paint;

import org.jspecify.annotations.NullMarked;
