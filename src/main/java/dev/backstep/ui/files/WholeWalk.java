package dev.backstep.ui.files;

import dev.backstep.layout.Arrangement;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// All steps of the graph as it stands on screen, for exports that show every number of it.
record WholeWalk(Session session, Supplier<Optional<Arrangement>> graph) {

    State state() {
        return session.state();
    }

    ShownProgram program() {
        return state().good().orElseThrow();
    }

    Arrangement arrangement() {
        return graph.get().orElseThrow();
    }

    /// Why there can be no export now; nothing if there can.
    ///
    /// @param kind what is exported: the keys of its messages begin with it
    /// @param tooLarge why a walk has no room in it
    Optional<Message> refusal(
            String kind, BiFunction<Walkthrough, Arrangement, Optional<Message>> tooLarge) {
        if (state().good().isEmpty() || graph.get().isEmpty()) {
            return Optional.of(Message.of("export.nothing"));
        }
        Walkthrough w = program().walkthrough();
        return w.hidden().isNothing()
                ? tooLarge.apply(w, arrangement())
                        .map(why -> Message.of(kind + ".refused").with("why", why))
                : Optional.of(Message.of(kind + ".hidden"));
    }
}
