/// Presenting: the graph and one strip for a room full of people.
///
/// Read [dev.backstep.ui.present.Presentation], then [dev.backstep.ui.present.PresentPane]. All of
/// it is laid out in a room of one height and shown as large as the screen is high, so that every
/// text and every stroke has the same share of the screen on every projector. A layout of its own
/// for each resolution was rejected: it would be right on those that somebody tried. What is in the
/// room are the panes of the window themselves, so nothing is drawn twice.
@NullMarked
package dev.backstep.ui.present;

import org.jspecify.annotations.NullMarked;
