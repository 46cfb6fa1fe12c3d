package dev.backstep.ui;

import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Predicate;

/// Something the user can ask for, from the menu, by a key, or from the palette.
///
/// @param name what it is called in the interface
/// @param keys what it is asked for by
/// @param possible whether it would do anything now
/// @param only what the window must be used for, if not for all
/// @param chosen of one of several of which one is in force: whether it is
record Command(
        String name,
        Optional<Keys> keys,
        Runnable run,
        Predicate<State> possible,
        Optional<Mode> only,
        Optional<Predicate<State>> chosen) {

    /// One that is not a choice among several.
    Command(
            String name,
            Optional<Keys> keys,
            Runnable run,
            Predicate<State> possible,
            Optional<Mode> only) {
        this(name, keys, run, possible, only, Optional.empty());
    }

    /// One of several of which one is in force.
    static Command choice(String name, Runnable run, Predicate<State> chosen) {
        return new Command(
                name, Optional.empty(), run, _ -> true, Optional.empty(), Optional.of(chosen));
    }

    /// @param text the key of its name among the [Texts]
    /// @param keys empty for none
    static Command of(String text, String keys, Runnable run) {
        return of(text, keys, run, _ -> true);
    }

    static Command of(String text, String keys, Runnable run, Predicate<State> possible) {
        Optional<Keys> combination = keys.isEmpty() ? Optional.empty() : Optional.of(Keys.of(keys));
        return new Command(Texts.of(text), combination, run, possible, Optional.empty());
    }

    /// The same, possible only while the graph is shown, or the training, whether or not a lesson
    /// stands beside it.
    Command in(Mode mode) {
        return new Command(
                name,
                keys,
                run,
                s -> s.view().mode().trains() == mode.trains() && possible.test(s),
                Optional.of(mode),
                chosen);
    }

    /// Whether there are times when both could run.
    boolean meets(Command other) {
        return only.isEmpty() || other.only.isEmpty() || only.equals(other.only);
    }
}
