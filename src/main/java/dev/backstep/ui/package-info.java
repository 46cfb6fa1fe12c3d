/// The window.
///
/// Read [dev.backstep.ui.Window], then [dev.backstep.ui.Commands]. Every pane shows a
/// [dev.backstep.session.State] and dispatches [dev.backstep.session.Action]s; none keeps a copy of
/// what is shown. Panes that are built from data are written in code; static panes of stock
/// controls that are made when first needed stand in FXML beside their controllers, see
/// [dev.backstep.ui.kit.Fxml]. FXML for all was rejected: it costs the first picture time.
@NullMarked
package dev.backstep.ui;

import org.jspecify.annotations.NullMarked;
