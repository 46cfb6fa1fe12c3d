/// The right of the window: one step, or one node, explained.
///
/// Read [dev.backstep.ui.inspector.InspectorPane], then [dev.backstep.ui.inspector.HandedBlock].
/// What is said comes from `explain`; here it gets its place.
@NullMarked
package dev.backstep.ui.inspector;

import org.jspecify.annotations.NullMarked;
