package dev.backstep.ui.program;

import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import dev.backstep.session.Action;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/// Where the program text is typed: numbered lines, syntax colours, what can be written at the
/// caret.
final class ProgramArea extends CodeArea {

    private boolean showing;

    ProgramArea(Consumer<Action> dispatch) {
        getStyleClass().add("editor");
        setUndoManager(UndoUtils.noOpUndoManager());
        leaveUndoToCommands();
        leaveTabToTheWindow();
        var _ = new CompletionPopup(this);
        setWrapText(true);
        setParagraphGraphicFactory(ProgramArea::lineNumber);
        setAccessibleText(Texts.of("program"));
        textProperty()
                .addListener(
                        (_, before, text) -> {
                            if (!showing) {
                                dispatch.accept(Action.Type.of(before, text));
                            }
                        });
    }

    /// Returns whether the text was another one.
    boolean show(String text) {
        boolean changed = !getText().equals(text);
        if (changed) {
            showing = true;
            replace(text);
            showing = false;
        }
        return changed;
    }

    void toBeginning() {
        moveTo(0);
        requestFollowCaret();
    }

    void goTo(Problem problem) {
        moveTo(Math.min(problem.span().start(), getLength()));
        requestFollowCaret();
        requestFocus();
    }

    void colour(List<Problem> problems, List<Span> lit) {
        if (getLength() > 0) {
            setStyleSpans(0, Colours.of(getText(), problems, lit));
        }
    }

    /// Its own undo would hide that of the session.
    private void leaveUndoToCommands() {
        for (KeyCode key : List.of(KeyCode.Z, KeyCode.Y)) {
            for (ModifierValue shift : List.of(ModifierValue.DOWN, ModifierValue.UP)) {
                KeyCodeCombination keys =
                        new KeyCodeCombination(
                                key,
                                shift,
                                ModifierValue.UP,
                                ModifierValue.UP,
                                ModifierValue.UP,
                                ModifierValue.DOWN);
                Nodes.addInputMap(this, InputMap.ignore(EventPattern.keyPressed(keys)));
            }
        }
    }

    /// The language needs no indents, and who has only keys must get out again.
    private void leaveTabToTheWindow() {
        Nodes.addInputMap(this, InputMap.ignore(EventPattern.keyPressed(KeyCode.TAB)));
        Nodes.addInputMap(
                this,
                InputMap.ignore(EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN)));
    }

    /// The area styles it before it is in the scene, where the theme's colour of texts cannot be
    /// found: so it brings one.
    static Node lineNumber(int line) {
        Text number = new Text("%3s".formatted(line + 1));
        StackPane room = new StackPane(number);
        room.getStyleClass().add("line-number");
        room.setStyle("-color-fg-default: transparent;");
        StackPane.setAlignment(number, Pos.TOP_RIGHT);
        return room;
    }

    /// Replaces only what differs, so that the caret and the scrolled place stay.
    private void replace(String text) {
        String old = getText();
        int most = Math.min(old.length(), text.length());
        int start = 0;
        while (start < most && old.charAt(start) == text.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && old.charAt(old.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
            end++;
        }
        replaceText(start, old.length() - end, text.substring(start, text.length() - end));
    }
}
