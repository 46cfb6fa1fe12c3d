package dev.backstep.session;

import dev.backstep.session.UndoHistory.Kept;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Holds the state, and everyone who looks at it. Belongs to the thread that made it: the one of
/// the window.
public final class Session {

    private final Thread owner = Thread.currentThread();
    private final LongSupplier millis;
    private final UndoHistory history = new UndoHistory();
    private final List<Consumer<State>> watchers = new ArrayList<>();
    private final Deque<State> untold = new ArrayDeque<>();
    private State state;
    private boolean telling;

    public Session(State state) {
        this(state, () -> System.nanoTime() / 1_000_000);
    }

    Session(State state, LongSupplier millis) {
        this.state = state;
        this.millis = millis;
    }

    public State state() {
        return state;
    }

    /// Lets an action happen and tells the watchers. A watcher may dispatch in turn: the state
    /// changes at once, and everyone is told of every state in order.
    public void dispatch(Action action) {
        State before = state;
        State after = Update.apply(checked(), action);
        boolean opened = after.origin().opening() != before.origin().opening();
        boolean leavesNothing = action instanceof Action.InLesson && LessonMoves.isAsItWas(before);
        if (!leavesNothing && (opened || !after.document().equals(before.document()))) {
            history.changed(Kept.of(before), action, millis.getAsLong());
        }
        become(after);
    }

    /// A drag begins: however long it takes, it is one step for undo.
    public void beginGesture() {
        checked();
        history.hold(true);
    }

    public void endGesture() {
        checked();
        history.hold(false);
    }

    public void undo() {
        restore(history.undo(now()));
    }

    public void redo() {
        restore(history.redo(now()));
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /// Tells `watcher` of the state now and of every state to come, until what is returned runs.
    public Runnable subscribe(Consumer<State> watcher) {
        checked();
        watchers.add(watcher);
        watcher.accept(state);
        return () -> watchers.remove(watcher);
    }

    private Kept now() {
        return Kept.of(checked());
    }

    private void restore(Optional<Kept> kept) {
        kept.ifPresent(k -> become(Update.restored(state, k)));
    }

    @SuppressWarnings(
            "ReferenceEquality") // comparing all there is would take longer than telling of it
    private void become(State after) {
        if (after == state) {
            return;
        }
        state = after;
        untold.addLast(after);
        if (telling) {
            return;
        }
        telling = true;
        try {
            while (!untold.isEmpty()) {
                State next = untold.removeFirst();
                List.copyOf(watchers).forEach(w -> w.accept(next));
            }
        } finally {
            untold.clear();
            telling = false;
        }
    }

    private State checked() {
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("a session belongs to " + owner.getName());
        }
        return state;
    }
}
