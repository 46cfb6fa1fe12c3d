package dev.backstep.session;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// A mini-batch that is stepped through in the place of the program, and where to go back to.
///
/// @param from how the program was looked at before
public record Visit(OpenedBatch batch, View from) {

    /// The state with a batch of its training opened, at the first step. A batch of another text,
    /// or of other data, is not opened.
    static State begun(State s, OpenedBatch batch) {
        boolean own =
                s.isCurrent()
                        && !s.unread()
                        && s.program()
                                .filter(p -> p.model().text().equals(batch.shown().model().text()))
                                .filter(
                                        p ->
                                                p.model()
                                                        .learning()
                                                        .equals(batch.shown().model().learning()))
                                .isPresent();
        if (!own) {
            return s;
        }
        View from = s.opened().map(Visit::from).orElse(s.view());
        OpenedBatch told =
                batch.with(
                        p ->
                                p.by(s.view().grain())
                                        .withLiterals(s.view().preferences().literals())
                                        .withDetail(s.view().detail()));
        return s.withOpened(Optional.of(new Visit(told, from)))
                .with(s.view().at(from.withStart()).withMode(s.view().mode().exploring()));
    }

    /// The state with the program on screen again, looked at as before, in the mode it was in.
    static State ended(State s) {
        return s.opened()
                .map(v -> s.withOpened(Optional.empty()).with(s.view().at(v.from())))
                .orElse(s);
    }

    /// The same without a change of the mode: the text is another one, and whoever edits it stays
    /// where they are.
    static State broken(State s) {
        State ended = ended(s);
        return ended.with(ended.view().withMode(s.view().mode()));
    }

    Visit with(UnaryOperator<ShownProgram> change) {
        return new Visit(batch.with(change), from);
    }
}
