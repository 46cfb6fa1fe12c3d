package dev.backstep.ui.program;

import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.session.ShownProgram;

/// Shows a leaf and lets it be changed.
interface LeafView {

    void show(ShownProgram good, Numbers numbers, Theme theme);
}
