/// The window.
///
/// Read [dev.backstep.ui.Window], then [dev.backstep.ui.Commands]. Every pane shows a
/// [dev.backstep.session.State] and dispatches [dev.backstep.session.Action]s; none keeps a copy of
/// what is shown. Panes are written in code, since all of them are built from data; FXML was left
/// out with the module it needs.
@NullMarked
package dev.backstep.ui;

import org.jspecify.annotations.NullMarked;
