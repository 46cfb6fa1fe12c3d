package dev.backstep.ui.calculus;

import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;

/// What the parts of a sheet are built from.
///
/// @param step the step the story has come to
/// @param width what a part may use, in units of the window
record ShownSheet(Walkthrough walkthrough, int step, Numbers numbers, Theme theme, double width) {

    String words(int node) {
        return walkthrough.labels().words(node);
    }

    String tex(int node) {
        return walkthrough.labels().tex(node);
    }

    String output() {
        return tex(walkthrough.output());
    }
}
