package dev.backstep.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The documents of before, and those that undo took back. Each with the origin it had, since
/// opening is undone too.
final class UndoHistory {

    private static final int MOST = 1_000;
    private static final long MOST_CHARACTERS = 50_000_000;
    private static final long PAUSE_MILLIS = 1_000;

    /// @param drawn the text of what was on screen; another one than that of the document where
    ///   that had problems
    /// @param stop of the lesson that was open, where the document belongs to one
    record Kept(
            Document document,
            DocumentOrigin origin,
            Optional<String> drawn,
            Optional<Integer> stop) {

        static Kept of(State s) {
            return new Kept(
                    s.document(),
                    s.origin(),
                    s.program().map(g -> g.model().text()),
                    s.lesson().filter(_ -> s.view().mode().learns()).map(OpenLesson::stop));
        }
    }

    private final Deque<Kept> past = new ArrayDeque<>();
    private final Deque<Kept> future = new ArrayDeque<>();
    private Optional<Action> last = Optional.empty();
    private long lastMillis;
    private long characters;
    private boolean held;

    /// An action made another document of `before`.
    void changed(Kept before, Action action, long millis) {
        boolean soon = held || millis - lastMillis <= PAUSE_MILLIS;
        if (!soon || last.filter(l -> action.joins(l) || held && edits(action, l)).isEmpty()) {
            push(before);
        }
        future.clear();
        last = Optional.of(action);
        lastMillis = millis;
    }

    /// Whether both edit the text, as each place of a control does that is dragged.
    private static boolean edits(Action now, Action before) {
        return now instanceof Action.Type && before instanceof Action.Type;
    }

    /// A gesture begins (what joins in it is one step, however slow it is) or ends (the next action
    /// is a step of its own).
    void hold(boolean holding) {
        held = holding;
        last = Optional.empty();
    }

    Optional<Kept> undo(Kept now) {
        last = Optional.empty();
        Optional<Kept> back = Optional.ofNullable(past.pollLast());
        back.ifPresent(
                kept -> {
                    characters -= kept.document().text().length();
                    future.addLast(now);
                });
        return back.map(kept -> current(kept, now));
    }

    Optional<Kept> redo(Kept now) {
        last = Optional.empty();
        Optional<Kept> forth = Optional.ofNullable(future.pollLast());
        forth.ifPresent(_ -> push(now));
        return forth.map(kept -> current(kept, now));
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    /// Saving is not undone: within one opening the newest origin holds.
    private static Kept current(Kept kept, Kept now) {
        boolean sameOpening = kept.origin().opening() == now.origin().opening();
        return sameOpening
                ? new Kept(kept.document(), now.origin(), kept.drawn(), kept.stop())
                : kept;
    }

    private void push(Kept kept) {
        past.addLast(kept);
        characters += kept.document().text().length();
        while (past.size() > MOST || (characters > MOST_CHARACTERS && past.size() > 1)) {
            characters -= past.removeFirst().document().text().length();
        }
    }
}
