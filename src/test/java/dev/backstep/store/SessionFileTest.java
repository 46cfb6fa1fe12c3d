package dev.backstep.store;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Point;
import dev.backstep.session.Action;
import dev.backstep.session.Bounds;
import dev.backstep.session.Document;
import dev.backstep.session.DocumentOrigin;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Panels;
import dev.backstep.session.Preferences;
import dev.backstep.session.Standing;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.session.View;
import dev.backstep.session.Workspace;
import dev.backstep.store.SessionFile.Loaded;
import dev.backstep.story.Story.Grain;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {

    private static final String SENSELESS =
            """
            {"version": 1, "file": "a\\u0000b", "text": 7, "modified": "perhaps", "lineEnd": "none",
             "saved": {},
             "pins": {"L": [1], "x": ["NaN", 2], "y": 3, "ok": [1, 2], "big": [1e999, 0]},
             "view": {"step": -5, "grain": "atoms", "speed": 1e9, "theme": 3, "digits": -1,
                      "left": "wide", "right": 1e300, "leftShown": null},
             "recent": ["r.bs", 4, null, "", "r.bs"], "folders": {"open": "o", "save": []},
             "window": {"x": 1, "y": 2, "width": -3, "height": 4}}
            """;

    @TempDir private Path folder;

    private SessionFile file() {
        return new SessionFile(folder.resolve("state/session.json"));
    }

    private SessionSnapshot reloaded(State state) throws IOException {
        file().save(SessionSnapshot.of(state));
        return assertInstanceOf(Loaded.Found.class, file().load()).snapshot();
    }

    private Loaded loaded(String json) throws IOException {
        Files.createDirectories(file().file().getParent());
        Files.writeString(file().file(), json);
        return file().load();
    }

    private State elaborate() {
        State start = opened(SAMPLE);
        return after(
                start,
                type(start, SAMPLE + "# more \uD800 \uD83D\uDE00 \"\\ \u0000"),
                type(start, SAMPLE + "# σ\nM = L^2\n"),
                new Action.Pin(node(start, "L"), new Point(1.5, -2e10)),
                new Action.Pin(2, new Point(3, 4)),
                new Action.Arrange(ArrangementStyle.ORGANIC),
                new Action.Pin(2, new Point(5, 6)),
                new Action.By(Grain.EDGES),
                new Action.Go(5),
                new Action.Speed(0.5),
                new Action.Prefer(
                        new Preferences(
                                LanguageChoice.CHINESE, ThemeChoice.LIGHT, 7, false, 1.25, true)),
                new Action.Resize(new Panels(200, 400.5, false, true)),
                new Action.Move(new Bounds(-10, 20, 1440, 900, true)),
                new Action.UseFolder("export", folder));
    }

    @Test
    void a_session_comes_back_as_it_was_left() throws IOException {
        State left = elaborate();
        assertEquals(SessionSnapshot.of(left), reloaded(left));
        State back = reloaded(left).restored();
        assertEquals(left.document(), back.document());
        assertEquals(left.view(), back.view());
        assertEquals(left.desk(), back.desk());
        assertEquals(left.pins(), back.pins());
        assertEquals(left.isModified(), back.isModified());
        assertEquals(good(left).model(), good(back).model());
    }

    /// The level, and the groups that differ from it.
    @Test
    void how_much_is_drawn_comes_back() throws IOException {
        for (Detail.Level level : Detail.Level.values()) {
            Detail detail =
                    Detail.of(level).fold("Layer 1").open("Layer \"2\"\n").open("σ").open("Z[:]");
            State left = after(opened(SAMPLE), new Action.Draw(Optional.of(detail)));
            State back = reloaded(left).restored();
            assertEquals(Optional.of(detail), back.view().detail());
            assertEquals(detail, good(back).detail());
        }
        assertEquals(Optional.empty(), reloaded(opened(SAMPLE)).restored().view().detail());
    }

    @Test
    void the_title_of_a_sample_comes_back() throws IOException {
        State copy = State.copy("04-sample", SAMPLE);
        assertEquals(Optional.of("04-sample"), reloaded(copy).restored().origin().name());
    }

    @Test
    void any_text_comes_back() throws IOException {
        State start = opened(SAMPLE);
        for (String text :
                List.of("", "\n\n", "a\uD800b", "\"\\\u0000\u2028", "x".repeat(1_000_001))) {
            assertEquals(
                    text, reloaded(after(start, type(start, text))).restored().document().text());
        }
    }

    @Test
    void a_saved_file_is_read_anew_and_an_unsaved_text_is_not_lost() throws IOException {
        Path program = Files.writeString(folder.resolve("a.bs"), SAMPLE);
        State open = State.of(Optional.of(program), SAMPLE);
        State typed = after(open, type(open, SAMPLE + "#"));
        Files.writeString(program, "x = 3\nL = x");
        assertEquals("x = 3\nL = x", reloaded(open).restored().document().text());
        State back = reloaded(typed).restored();
        assertEquals(SAMPLE + "#", back.document().text());
        assertTrue(back.isModified());
        assertEquals(Standing.CHANGED, back.standing());
    }

    @Test
    void a_file_that_is_gone_leaves_its_text_as_unsaved() throws IOException {
        Path gone = folder.resolve("gone.bs");
        State back = reloaded(State.of(Optional.of(gone), SAMPLE)).restored();
        assertEquals(SAMPLE, back.document().text());
        assertEquals(Optional.of(gone), back.origin().file());
        assertTrue(back.isModified());
    }

    @Test
    void what_was_never_saved_nor_changed_is_unmodified() throws IOException {
        assertFalse(reloaded(opened(SAMPLE)).restored().isModified());
    }

    @Test
    void a_step_that_a_changed_file_no_longer_has_is_its_last() throws IOException {
        Path program = Files.writeString(folder.resolve("a.bs"), SAMPLE);
        State left = after(State.of(Optional.of(program), SAMPLE), new Action.ToEnd());
        Files.writeString(program, "L = 1");
        State back = reloaded(left).restored();
        assertEquals(back.steps() - 1, back.view().step());
    }

    @Test
    void a_first_start_is_fresh() {
        assertEquals(new Loaded.Fresh(), file().load());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "{\"version\":2}",
                "{\"version\":\"1\"}",
                "not json",
                "{\"version\":1} {}",
                "\u0000\u0001",
                "{\"version\":1,\"pins\":[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void what_is_no_session_is_kept_aside(String json) throws IOException {
        Loaded.Broken broken = assertInstanceOf(Loaded.Broken.class, loaded(json), json);
        assertEquals(json, Files.readString(broken.aside()));
        assertEquals(new Loaded.Fresh(), file().load());
    }

    @Test
    void fields_that_make_no_sense_have_their_usual_values() throws IOException {
        Loaded.Found found = assertInstanceOf(Loaded.Found.class, loaded(SENSELESS));
        SessionSnapshot s = found.snapshot();
        assertEquals(new Document("", Map.of("ok", new Point(1, 2))), s.document());
        assertEquals(DocumentOrigin.none(), s.origin());
        View expected =
                View.START
                        .withSpeed(8)
                        .withPreferences(Preferences.START.withDigits(1))
                        .withPanels(new Panels(280, Panels.MAX, true, true));
        assertEquals(expected, s.view());
        assertEquals(
                new Workspace(
                        List.of(Path.of("r.bs")),
                        Map.of("open", Path.of("o")),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                s.desk());
        assertFalse(s.restored().isModified());
    }

    @Test
    void a_huge_file_and_a_folder_in_its_place_stop_nothing() throws IOException {
        Files.createDirectories(file().file().getParent());
        try (RandomAccessFile huge = new RandomAccessFile(file().file().toFile(), "rw")) {
            huge.setLength(SessionFile.MAX_BYTES + 1);
        }
        assertInstanceOf(Loaded.Broken.class, file().load());
        Files.createDirectories(file().file());
        assertInstanceOf(Loaded.Broken.class, file().load());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bytes_changed_at_random_stop_nothing(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        file().save(SessionSnapshot.of(elaborate()));
        byte[] whole = Files.readAllBytes(file().file());
        for (int i = 0; i < 200; i++) {
            byte[] changed = whole.clone();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Files.write(file().file(), changed);
            if (file().load() instanceof Loaded.Found(SessionSnapshot snapshot)) {
                State back = snapshot.restored();
                assertTrue(back.steps() == 0 || back.view().step() < back.steps(), "seed " + seed);
            }
        }
    }

    @Test
    void recent_files_are_ten_the_newest_first_and_those_that_are_gone_are_not_shown()
            throws IOException {
        Path there = Files.writeString(folder.resolve("f3.bs"), "");
        Workspace desk = Workspace.EMPTY;
        for (int i : IntStream.range(0, 12).toArray()) {
            desk = desk.withRecent(folder.resolve("f" + i + ".bs"));
        }
        desk = desk.withRecent(there);
        assertEquals(10, desk.recent().size());
        assertEquals(there, desk.recent().getFirst());
        assertEquals(List.of(there), ProgramFile.present(desk.recent()));
    }

    @Test
    void what_a_killed_program_left_beside_is_cleared_away() throws IOException {
        Files.createDirectories(file().file().getParent());
        Path left = Files.writeString(file().file().resolveSibling(".backstep-12ab.part"), "{");
        file().load();
        assertTrue(Files.notExists(left));
    }

    @Test
    void a_selection_is_not_remembered() throws IOException {
        State selected = after(opened(SAMPLE), new Action.Select(OptionalInt.of(1)));
        assertEquals(OptionalInt.empty(), reloaded(selected).view().selected());
    }
}
