package dev.backstep.session;

import java.util.Optional;

/// Program texts and states for the tests of this package.
public final class Programs {

    public static final String SAMPLE = "# L = x² + 2xy\nx = 1\ny = 4\nL = x^2 + 2*x*y\n";

    private Programs() {}

    public static State opened(String text) {
        return State.of(Optional.empty(), text);
    }

    public static State after(State state, Action... actions) {
        State s = state;
        for (Action action : actions) {
            s = Update.apply(s, action);
        }
        return s;
    }

    public static Action type(State before, String text) {
        return Action.Type.of(before.document().text(), text);
    }

    public static ShownProgram good(State state) {
        return state.good().orElseThrow();
    }

    public static int node(State state, String name) {
        return good(state).model().names().get(name);
    }

    public static double value(State state, String name) {
        return good(state).walkthrough().value(node(state, name)).item();
    }

    public static double gradient(State state, String name) {
        return good(state).walkthrough().gradient(node(state, name)).orElseThrow().item();
    }

    /// A chain of `lines` scalar nodes: too long to be read while a key is down.
    public static String chain(int lines) {
        StringBuilder text = new StringBuilder("a0 = 1\n");
        for (int i = 1; i <= lines; i++) {
            text.append("a").append(i).append(" = a").append(i - 1).append(" * 1.0001\n");
        }
        return text.toString();
    }
}
