package dev.backstep.calculus;

import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.explain.Case;
import dev.backstep.story.Walkthrough;

/// Programs and the nodes of them that are asked about.
final class Programs {

    private Programs() {}

    static Walkthrough walkthrough(String text) {
        return Case.program(text);
    }

    static int node(Walkthrough w, String name) {
        return w.graph().named(name).orElseThrow().id();
    }

    static NodeJacobian jacobian(Walkthrough w, String of, String by) {
        return switch (NodeJacobian.question(w, node(w, of), node(w, by))) {
            case Question.Possible possible -> NodeJacobian.of(w, possible);
            case Question.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    static Collapse collapse(String text, String of, String by) {
        Walkthrough w = walkthrough(text);
        return Collapse.of(w, jacobian(w, of, by));
    }
}
