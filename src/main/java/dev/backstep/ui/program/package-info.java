/// The left of the window: the program, its leaves, its steps.
///
/// Read [dev.backstep.ui.program.EditorPane], then [dev.backstep.ui.program.LeavesPane].
@NullMarked
package dev.backstep.ui.program;

import org.jspecify.annotations.NullMarked;
