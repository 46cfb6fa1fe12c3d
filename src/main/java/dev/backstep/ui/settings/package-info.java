/// The settings: what a person chooses once and for all.
///
/// Read [dev.backstep.ui.settings.SettingsDialog]. Every control acts at once, so that its effect
/// is seen behind the dialog; buttons to apply or to cancel were rejected, since everything here
/// can be turned back as easily.
@NullMarked
package dev.backstep.ui.settings;

import org.jspecify.annotations.NullMarked;
