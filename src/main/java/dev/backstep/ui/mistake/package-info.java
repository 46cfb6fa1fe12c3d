/// The mistakes that backward can be computed with: switches, and what is said above every picture
/// while one is on.
///
/// Read [dev.backstep.ui.mistake.MistakeSwitches], then [dev.backstep.ui.mistake.MistakePill]. A
/// switch edits the line `set mistake = …` of the program, so that the text says all that is shown;
/// a setting of the window was rejected, since a picture could then not be made again from its
/// text.
@NullMarked
package dev.backstep.ui.mistake;

import org.jspecify.annotations.NullMarked;
