/// The bottom of the window: moving through the story.
///
/// Read [dev.backstep.ui.transport.TransportPane], then [dev.backstep.ui.transport.StepTimeline].
@NullMarked
package dev.backstep.ui.transport;

import org.jspecify.annotations.NullMarked;
