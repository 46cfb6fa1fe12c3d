/// Opening, saving and exporting: everything between the window and files.
///
/// Read [dev.backstep.ui.files.FileDesk], then [dev.backstep.ui.files.FileCare]. Reading and
/// writing themselves are in `session` and `export`; here is what a user is asked and told.
@NullMarked
package dev.backstep.ui.files;

import org.jspecify.annotations.NullMarked;
