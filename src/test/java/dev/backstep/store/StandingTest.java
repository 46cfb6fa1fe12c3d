package dev.backstep.store;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backstep.session.Action;
import dev.backstep.session.Disk;
import dev.backstep.session.Document;
import dev.backstep.session.DocumentOrigin;
import dev.backstep.session.Fingerprint;
import dev.backstep.session.LineEnd;
import dev.backstep.session.OnDisk;
import dev.backstep.session.Session;
import dev.backstep.session.Standing;
import dev.backstep.session.State;
import dev.backstep.session.View;
import dev.backstep.session.Workspace;
import dev.backstep.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every order of what was held, what is in the window, and what is on disk.
class StandingTest {

    private static final Path FILE = Path.of("a.bs");
    private static final List<String> TEXTS = List.of("x = 1\n", "x = 2\n", "x = 3\n");

    /// @param held what the file held; empty: there was none
    record Facts(Optional<String> held, String text, Disk disk) {

        State state() {
            OnDisk known = OnDisk.holding(held.map(Fingerprint::of));
            DocumentOrigin origin =
                    DocumentOrigin.of(Optional.of(FILE), Optional.empty(), "").with(known);
            return State.of(Document.of(text), View.START, origin, Workspace.EMPTY);
        }

        State looked() {
            return after(state(), new Action.Found(FILE, disk, false));
        }

        boolean diskHolds(String what) {
            return disk.equals(holds(what));
        }

        /// The rules, said anew.
        Standing expected() {
            if (disk instanceof Disk.Unreadable) {
                return Standing.UNREADABLE;
            }
            boolean asHeld = held.map(this::diskHolds).orElse(disk instanceof Disk.Gone);
            return asHeld
                    ? Standing.SAME
                    : disk instanceof Disk.Gone
                            ? Standing.GONE
                            : diskHolds(text) ? Standing.MET : Standing.CHANGED;
        }
    }

    private static Disk.Holds holds(String text) {
        return new Disk.Holds(text, LineEnd.LF);
    }

    private static List<Facts> all() {
        List<Disk> disks =
                new ArrayList<>(
                        List.of(new Disk.Gone(), new Disk.Unreadable(Message.verbatim("no"))));
        TEXTS.forEach(text -> disks.add(holds(text)));
        List<Optional<String>> helds =
                Stream.concat(Stream.of(Optional.<String>empty()), TEXTS.stream().map(Optional::of))
                        .toList();
        return helds.stream()
                .flatMap(
                        held ->
                                TEXTS.stream()
                                        .flatMap(
                                                text ->
                                                        disks.stream()
                                                                .map(
                                                                        d ->
                                                                                new Facts(
                                                                                        held, text,
                                                                                        d))))
                .toList();
    }

    @Test
    void there_are_sixty_orders() {
        assertEquals(4 * 3 * 5, all().size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_told_where_saving_would_overwrite_what_was_not_seen(Facts f) {
        Optional<Fingerprint> held = f.held().map(Fingerprint::of);
        assertEquals(f.expected(), Standing.of(held, Fingerprint.of(f.text()), f.disk()));
        State looked = f.looked();
        assertEquals(f.expected().asks(), looked.standing().asks());
        assertEquals(f.text(), looked.document().text());
    }

    /// Unmodified says: the file holds this very text.
    @ParameterizedTest
    @MethodSource("all")
    void what_looks_saved_is_in_the_file_or_the_user_is_told(Facts f) {
        State looked = f.looked();
        if (!looked.isModified() && !looked.standing().asks()) {
            assertEquals(holds(f.text()), f.disk());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoever_keeps_the_text_is_not_told_again_until_the_file_changes_again(Facts f) {
        State kept = after(f.looked(), new Action.KeepMine());
        assertFalse(kept.standing().asks());
        assertEquals(f.text(), kept.document().text());
        State again = after(kept, new Action.Found(FILE, f.disk(), false));
        assertEquals(f.disk() instanceof Disk.Unreadable, again.standing().asks());
        for (String other : TEXTS) {
            State changed = after(again, new Action.Found(FILE, holds(other), false));
            boolean news = !f.diskHolds(other) && !other.equals(f.text());
            boolean unseen = f.disk() instanceof Disk.Unreadable;
            assertEquals(
                    news && !(unseen && f.held().equals(Optional.of(other)))
                            || unseen
                                    && !f.held().equals(Optional.of(other))
                                    && !other.equals(f.text()),
                    changed.standing().asks(),
                    other);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoever_reloads_has_the_text_of_the_file_and_undo_has_the_other(Facts f) {
        if (f.disk() instanceof Disk.Holds inFile) {
            Session session = new Session(f.looked());
            session.dispatch(new Action.Reload(FILE, inFile));
            assertEquals(inFile.text(), session.state().document().text());
            assertFalse(session.state().isModified());
            assertFalse(session.state().standing().asks());
            session.undo();
            assertEquals(!f.diskHolds(f.text()) && session.canRedo(), session.state().isModified());
            assertFalse(session.state().standing().asks());
        }
    }

    /// What a session that was left at these facts shows when it comes back.
    @ParameterizedTest
    @MethodSource("all")
    void what_comes_back_is_the_newest_or_the_user_is_asked(Facts f) {
        State left = f.state();
        State back = SessionSnapshot.of(left).restored(_ -> f.disk());
        boolean unsaved = left.isModified();
        if (f.disk() instanceof Disk.Holds inFile && !unsaved) {
            assertEquals(inFile.text(), back.document().text());
            assertFalse(back.isModified());
            assertFalse(back.standing().asks());
        } else {
            assertEquals(f.text(), back.document().text());
            assertEquals(f.expected().asks(), back.standing().asks());
            assertEquals(!f.diskHolds(f.text()), back.isModified() || back.standing().asks());
        }
    }

    /// Killed in the middle of a save, as it was with the file before or after.
    @ParameterizedTest
    @MethodSource("all")
    void a_save_that_was_cut_short_happened_or_did_not(Facts f) {
        State saving = after(f.state(), new Action.Saving(FILE));
        State back = SessionSnapshot.of(saving).restored(_ -> f.disk());
        if (f.diskHolds(f.text())) {
            assertFalse(back.isModified());
        }
        assertEquals(
                f.disk() instanceof Disk.Holds inFile && !SessionSnapshot.of(saving).modified()
                        ? inFile.text()
                        : f.text(),
                back.document().text());
        assertEquals(Optional.empty(), back.origin().disk().saving());
    }

    @Test
    void a_look_at_another_file_says_nothing_of_this_one() {
        State state = new Facts(Optional.of("x = 1\n"), "x = 1\n", holds("x = 1\n")).state();
        assertEquals(
                state, after(state, new Action.Found(Path.of("b.bs"), new Disk.Gone(), false)));
    }

    @Test
    void saving_under_another_name_that_was_cut_short_leaves_the_first_file_alone() {
        State typed = new Facts(Optional.of("x = 1\n"), "x = 2\n", holds("x = 1\n")).state();
        Path other = Path.of("b.bs");
        SessionSnapshot left = SessionSnapshot.of(after(typed, new Action.Saving(other)));
        State done = left.restored(p -> holds(p.equals(other) ? "x = 2\n" : "x = 1\n"));
        assertEquals(Optional.of(other), done.origin().file());
        assertFalse(done.isModified());
        State undone = left.restored(p -> p.equals(other) ? new Disk.Gone() : holds("x = 1\n"));
        assertEquals(Optional.of(FILE), undone.origin().file());
        assertEquals("x = 2\n", undone.document().text());
        assertEquals(true, undone.isModified());
    }
}
