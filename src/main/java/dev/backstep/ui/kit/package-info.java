/// Widgets and services of the window that know nothing of Backstep's state.
///
/// Read [dev.backstep.ui.kit.Texts], then [dev.backstep.ui.kit.Fxml]. What is here could serve
/// another program; whatever shows a step, a node or a document belongs to a pane of its own.
@NullMarked
package dev.backstep.ui.kit;

import org.jspecify.annotations.NullMarked;
