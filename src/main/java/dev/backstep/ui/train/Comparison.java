package dev.backstep.ui.train;

import dev.backstep.text.Message;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.application.Platform;

/// Keeps the runs of the open document that have ended, each under what made it another one than
/// the one before. Opening another document forgets them. Belongs to the thread of the window.
final class Comparison {

    /// A run that has not ended, or whose last frame is still to come.
    ///
    /// @param began the program it began with
    /// @param now the program as far as the run follows it: with what was adjusted
    /// @param adjusted the epochs that were complete when that changed last; -1 if it never did
    /// @param edited whether a weight or bias was set by hand
    record Underway(
            int number, int opening, String began, String now, int adjusted, boolean edited) {

        Underway adjusted(String text, int epoch) {
            return new Underway(number, opening, began, text, epoch, edited);
        }

        Underway withEdit() {
            return new Underway(number, opening, began, now, adjusted, true);
        }
    }

    private final Runnable changed;
    private KeptRuns kept = KeptRuns.NONE;
    private Optional<Underway> underway = Optional.empty();
    private Optional<String> before = Optional.empty();
    private int opening = -1;
    private int begun;

    /// @param changed told when there are other runs, or something of theirs is another
    Comparison(Runnable changed) {
        this.changed = changed;
    }

    /// Goes on with what another window has kept.
    void take(Comparison other) {
        underway = other.underway;
        before = other.before;
        opening = other.opening;
        begun = other.begun;
        set(other.kept);
    }

    KeptRuns kept() {
        return kept;
    }

    /// @param now which opening of a document is on screen
    void document(int now) {
        if (now != opening) {
            opening = now;
            before = Optional.empty();
            begun = 0;
            set(KeptRuns.NONE);
        }
    }

    void begin(String text) {
        underway = Optional.of(new Underway(++begun, opening, text, text, -1, false));
    }

    /// The run goes on with other settings.
    void adjust(String text, int epoch) {
        underway = underway.map(u -> u.adjusted(text, epoch));
    }

    void edit() {
        underway = underway.map(Underway::withEdit);
    }

    /// The run under way ends.
    ///
    /// @param last its last frame, when it comes
    void end(CompletableFuture<Frame> last) {
        underway.ifPresent(
                ended -> last.thenAccept(frame -> Platform.runLater(() -> keep(ended, frame))));
        underway = Optional.empty();
    }

    /// Keeps a run that has ended, if it came to the end of an epoch and its document is still
    /// open.
    void keep(Underway ended, Frame last) {
        if (ended.opening() != opening || last.snapshot().epoch() < 1) {
            return;
        }
        String name = name(ended);
        before = Optional.of(ended.began());
        set(kept.with(KeptRun.of(ended.number(), name, ended.began(), last)));
    }

    /// Changes one of the kept runs.
    void change(int number, UnaryOperator<KeptRun> change) {
        set(kept.with(number, change));
    }

    void remove(int number) {
        set(kept.without(number));
    }

    private void set(KeptRuns now) {
        boolean other = !now.equals(kept);
        kept = now;
        if (other) {
            changed.run();
        }
    }

    private String name(Underway ended) {
        List<Message> parts = new ArrayList<>();
        before.ifPresent(b -> parts.addAll(RunDifference.of(b, ended.began())));
        if (parts.isEmpty()) {
            parts.add(
                    Message.of(before.isPresent() ? "compare.same" : "compare.first")
                            .with("number", ended.number()));
        }
        RunDifference.of(ended.began(), ended.now())
                .forEach(
                        d ->
                                parts.add(
                                        Message.of("compare.adjusted")
                                                .with("what", d)
                                                .with("epoch", ended.adjusted())));
        if (ended.edited()) {
            parts.add(Message.of("compare.edited"));
        }
        return Texts.of(Message.joined("compare.and", parts));
    }
}
