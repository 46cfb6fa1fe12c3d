/// The right of the window: one step, or one node, explained.
///
/// Read [dev.backstep.ui.inspector.InspectorPane], then [dev.backstep.ui.inspector.StepBlock]. What
/// is said comes from `explain`; here it gets its place. Views are kept from step to step and
/// filled anew, as steps come faster than the window builds and styles views.
@NullMarked
package dev.backstep.ui.inspector;

import org.jspecify.annotations.NullMarked;
