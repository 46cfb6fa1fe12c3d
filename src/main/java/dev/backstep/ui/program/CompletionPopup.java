package dev.backstep.ui.program;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.lang.Completion;
import dev.backstep.lang.Completion.Proposal;
import dev.backstep.ui.glossary.SpokenWords;
import dev.backstep.ui.glossary.TermAsked;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Screen;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// The list of what can be written at the caret, opened by Ctrl+Space. Typing narrows it, the
/// arrows choose, Enter or Tab take, Shift+F1 or the right mouse button explains the terms of what
/// is chosen, Escape leaves it.
final class CompletionPopup {

    private static final KeyCombination OPENS = KeyCombination.valueOf("Ctrl+Space");
    private static final KeyCombination EXPLAINS = KeyCombination.valueOf("Shift+F1");
    private static final double WIDTH = 440;
    private static final double ROW = 40;
    private static final int MOST_ROWS = 8;
    private static final double GAP = 2;

    private final CodeArea area;
    private final ListView<Proposal> list = new ListView<>();
    private final Popup popup = new Popup();

    CompletionPopup(CodeArea area) {
        this.area = area;
        list.getStyleClass().add("completion");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setAccessibleText(Texts.of("completion"));
        list.setCellFactory(_ -> new ProposalCell());
        list.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) {
                        take();
                    } else if (e.getButton() == MouseButton.SECONDARY) {
                        explain();
                    }
                });
        popup.setAutoHide(true);
        popup.getContent().add(list);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.caretPositionProperty().addListener((_, _, _) -> narrow());
        area.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                popup.hide();
                            }
                        });
    }

    boolean isOpen() {
        return popup.isShowing();
    }

    void close() {
        popup.hide();
    }

    private void pressed(KeyEvent e) {
        if (OPENS.match(e)) {
            open();
            e.consume();
        } else if (popup.isShowing() && EXPLAINS.match(e)) {
            explain();
            e.consume();
        } else if (popup.isShowing() && takes(e.getCode())) {
            e.consume();
        }
    }

    /// Whether an open list has a use for a key.
    private boolean takes(KeyCode key) {
        switch (key) {
            case UP -> choose(list.getSelectionModel().getSelectedIndex() - 1);
            case DOWN -> choose(list.getSelectionModel().getSelectedIndex() + 1);
            case PAGE_UP -> choose(list.getSelectionModel().getSelectedIndex() - MOST_ROWS);
            case PAGE_DOWN -> choose(list.getSelectionModel().getSelectedIndex() + MOST_ROWS);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Explains the terms of what is chosen, where it would be written.
    private void explain() {
        Proposal chosen = list.getSelectionModel().getSelectedItem();
        List<GlossaryTerm> terms =
                chosen == null
                        ? List.of()
                        : SpokenWords.in(chosen.name() + ": " + Texts.of(chosen.meaning()));
        popup.hide();
        if (!terms.isEmpty()) {
            Bounds caret = caret();
            area.fireEvent(new TermAsked(terms, area, area.screenToLocal(caret)));
        }
    }

    private void choose(int index) {
        int chosen = Math.clamp(index, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(chosen);
        list.scrollTo(Math.max(0, chosen - MOST_ROWS / 2));
    }

    private void open() {
        fill();
        if (list.getItems().size() == 1) {
            take();
            return;
        }
        Bounds caret = caret();
        if (!list.getItems().isEmpty() && caret != null) {
            list.getStylesheets().setAll(area.getScene().getStylesheets());
            show(caret);
        }
    }

    private Bounds caret() {
        return area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getLayoutBounds()));
    }

    /// Below the caret, or above it where the screen ends: never over what is being written.
    private void show(Bounds caret) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(caret.getMinX(), caret.getMinY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        double below = caret.getMaxY() + GAP;
        boolean fits = below + list.getPrefHeight() <= screen.getMaxY();
        double rightmost = Math.max(screen.getMinX(), screen.getMaxX() - WIDTH);
        popup.setAnchorLocation(
                fits ? AnchorLocation.CONTENT_TOP_LEFT : AnchorLocation.CONTENT_BOTTOM_LEFT);
        popup.show(
                area, Math.min(caret.getMinX(), rightmost), fits ? below : caret.getMinY() - GAP);
    }

    private void narrow() {
        if (popup.isShowing()) {
            fill();
            if (list.getItems().isEmpty()) {
                popup.hide();
            }
        }
    }

    private void fill() {
        list.getItems().setAll(completion().proposals());
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, list.getItems().size()) + 4);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private Completion completion() {
        return Completion.at(area.getText(), area.getCaretPosition());
    }

    /// Puts the chosen name in the place of the word begun; of a function with brackets, the caret
    /// between them.
    private void take() {
        Proposal chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen == null) {
            return;
        }
        int from = completion().from();
        int to = area.getCaretPosition();
        boolean brackets =
                chosen.isFunction() && (to == area.getLength() || area.getText().charAt(to) != '(');
        area.replaceText(from, to, chosen.name() + (brackets ? "()" : ""));
        area.moveTo(from + chosen.name().length() + (brackets ? 1 : 0));
    }

    private static final class ProposalCell extends ListCell<Proposal> {

        private final Label code = new Label();
        private final Label meaning = new Label();
        private final VBox lines = new VBox(code, meaning);

        ProposalCell() {
            code.getStyleClass().add("mono");
            meaning.getStyleClass().add("hint");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            setText(null);
            setGraphic(proposal == null ? null : lines);
            if (proposal != null) {
                code.setText(proposal.code());
                meaning.setText(Texts.of(proposal.meaning()));
            }
        }
    }
}
