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
    /// @param hidden the key of what is said while numbers are hidden
    /// @param refused the key of what is said of a walk that is too large
    /// @param tooLarge why a walk is
    Optional<Message> refusal(
            String hidden,
            String refused,
            BiFunction<Walkthrough, Arrangement, Optional<Message>> tooLarge) {
        if (state().good().isEmpty() || graph.get().isEmpty()) {
            return Optional.of(Message.of("export.nothing"));
        }
        Walkthrough w = program().walkthrough();
        return w.hidden().isNothing()
                ? tooLarge.apply(w, arrangement()).map(why -> Message.of(refused).with("why", why))
                : Optional.of(Message.of(hidden));
    }
}
