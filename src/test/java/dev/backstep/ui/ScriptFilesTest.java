package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.PyTorchScript;
import dev.backstep.lang.Model;
import dev.backstep.session.Action;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What leaves the window as text for other programs.
class ScriptFilesTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private Model model() {
        return at.state().good().orElseThrow().model();
    }

    @Test
    void a_script_for_pytorch_is_written_or_refused_in_words() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Path file = folder.resolve("net.py");
        at.on(
                () -> {
                    at.window().files().scripts().pytorch(model(), file);
                    return true;
                });
        at.await(() -> at.window().notices().getText().equals("net.py is written."));
        assertEquals(PyTorchScript.of(model()), Files.readString(file));
        at.dispatch(
                Action.Type.of(
                        at.state().document().text(), "set mistake = sign\nx = 1\nL = x^2\n"));
        Path none = folder.resolve("none.py");
        at.on(
                () -> {
                    at.window().files().scripts().pytorch(model(), none);
                    return true;
                });
        at.await(() -> at.window().notices().getText().contains("leave out set mistake = sign"));
        assertFalse(Files.exists(none));
    }

    @Test
    void a_right_click_on_a_formula_copies_it_as_tex() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Go(6));
        String tex =
                at.on(
                        () -> {
                            FormulaView formula =
                                    at.stage().getScene().getRoot().lookupAll("*").stream()
                                            .filter(FormulaView.class::isInstance)
                                            .map(FormulaView.class::cast)
                                            .filter(f -> f.getAccessibleText().contains("partial"))
                                            .findFirst()
                                            .orElseThrow();
                            formula.fireEvent(
                                    new ContextMenuEvent(
                                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                            0,
                                            0,
                                            100,
                                            100,
                                            false,
                                            null));
                            ContextMenu menu =
                                    Window.getWindows().stream()
                                            .filter(ContextMenu.class::isInstance)
                                            .map(ContextMenu.class::cast)
                                            .findFirst()
                                            .orElseThrow();
                            assertEquals(
                                    Texts.of("formula.copy"), menu.getItems().getFirst().getText());
                            menu.getItems().getFirst().fire();
                            menu.hide();
                            return formula.getAccessibleText();
                        });
        assertTrue(tex.contains("\\partial"), tex);
        assertEquals(tex, at.on(() -> Clipboard.getSystemClipboard().getString()));
    }
}
