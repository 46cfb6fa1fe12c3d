package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.Png;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Point;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Preferences;
import dev.backstep.session.ThemeChoice;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Files, pictures, the session, and all commands.
class DeskTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private String text() {
        return at.state().document().text();
    }

    private void run(Runnable what) throws Exception {
        at.on(
                () -> {
                    what.run();
                    return true;
                });
        at.pulse();
    }

    @Test
    void a_picture_has_the_width_asked_for() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Go(6));
        Path file = folder.resolve("step.png");
        Diagram diagram = at.on(() -> at.window().files().pictures().diagram().orElseThrow());
        Png.Picture wanted =
                Png.Picture.of(Theme.LIGHT, 1)
                        .withWidth(OptionalInt.of(1234))
                        .withLegend("L", List.of())
                        .withCaption("a caption");
        at.on(() -> at.window().files().pictures().write(diagram, wanted, file)).join();
        assertEquals(1234, ImageIO.read(file.toFile()).getWidth());
        at.await(() -> at.window().notices().getText().equals("step.png is written."));
    }

    @Test
    void the_picture_is_copied() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertEquals(Texts.of("export.copied"), at.window().notices().getText());
        assertTrue(at.on(() -> Clipboard.getSystemClipboard().hasImage()));
    }

    @Test
    void a_file_is_opened_changed_saved_and_saved_under_another_name() throws Exception {
        Path file = Files.writeString(folder.resolve("a.bs"), "x = 2\nL = x^2\n");
        at.open(WindowHarness.SAMPLE);
        run(() -> at.window().files().open(file));
        assertEquals("x = 2\nL = x^2\n", text());
        at.dispatch(Action.Type.of(text(), "x = 3\nL = x^2\n"));
        assertTrue(at.stage().getTitle().contains("a.bs •"), at.stage().getTitle());
        at.robot.push(KeyCode.CONTROL, KeyCode.S);
        assertEquals("x = 3\nL = x^2\n", Files.readString(file));
        assertEquals(false, at.state().isModified());
        Path other = folder.resolve("b.bs");
        run(() -> at.window().files().save(other));
        assertEquals("x = 3\nL = x^2\n", Files.readString(other));
        assertEquals(List.of(other, file), at.state().desk().recent());
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_in_words() throws Exception {
        at.open(WindowHarness.SAMPLE);
        run(() -> at.window().files().open(folder.resolve("none.bs")));
        assertTrue(at.window().notices().isVisible());
        assertTrue(at.window().notices().getStyleClass().contains("bad"));
        assertEquals(WindowHarness.SAMPLE, text());
    }

    @Test
    void undo_brings_back_what_a_new_program_took_the_place_of() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.N);
        assertEquals("", text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(WindowHarness.SAMPLE, text());
    }

    @Test
    void the_session_comes_back_as_it_was() throws Exception {
        at.open(WindowHarness.SAMPLE);
        String changed = WindowHarness.SAMPLE.replace("x = 1", "x = 5");
        at.dispatch(
                Action.Type.of(WindowHarness.SAMPLE, changed),
                new Action.Go(7),
                new Action.Pin(at.node("y"), new Point(40, 300)),
                new Action.Prefer(Preferences.START.withTheme(ThemeChoice.DARK)),
                new Action.Resize(new Panels(320, 400, true, false)));
        SessionSnapshot left = SessionSnapshot.of(at.state());
        at.open(left.restored(), 1440, 900);
        assertEquals(changed, at.editor().getText());
        assertTrue(at.state().isModified());
        assertEquals(7, at.step());
        assertEquals(new Point(40, 300), at.state().pins().get(at.node("y")));
        assertEquals(ThemeChoice.DARK, at.state().view().preferences().theme());
        assertEquals(false, at.isShown(".side-right"));
        assertEquals(320, at.one(".side-left").getLayoutBounds().getWidth(), 1);
    }

    @Test
    void every_command_can_be_run() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Set<String> asking =
                Set.of(
                        Texts.of("command.open"),
                        Texts.of("command.recent"),
                        Texts.of("command.save"),
                        Texts.of("command.save.as"),
                        Texts.of("command.export"),
                        Texts.of("command.csv"),
                        Texts.of("command.settings"),
                        Texts.of("command.quit"));
        MenuButton menu = (MenuButton) at.named(Texts.of("menu"));
        List<MenuItem> commands =
                menu.getItems().stream().flatMap(m -> ((Menu) m).getItems().stream()).toList();
        assertTrue(commands.size() > 50);
        for (MenuItem command : commands) {
            if (!asking.contains(command.getText())) {
                run(command::fire);
            }
        }
    }

    @Test
    void the_palette_finds_and_runs_a_command() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.K).write("last step").type(KeyCode.ENTER);
        assertEquals(8, at.step());
        at.robot.push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.ESCAPE).type(KeyCode.LEFT);
        assertEquals(7, at.step());
    }
}
