package dev.backstep.ui;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.ui.glossary.TermLinks;
import dev.backstep.ui.glossary.TermLinks.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// The sentence of the step, with its terms, some in their colours, each explained by a click; a
/// screen reader announces it.
public final class SentenceView extends StackPane {

    /// Words and terms by turns, kept from one sentence to the next.
    private final List<Text> pieces = new ArrayList<>();

    /// What is drawn behind the words. Nothing but terms takes the mouse, so that gestures go
    /// through to the graph.
    private final Region back = new Region();

    private final TextFlow flow = new TextFlow();
    private String shown = "";

    public SentenceView() {
        getStyleClass().add("sentence");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setPickOnBounds(false);
        flow.setPickOnBounds(false);
        flow.setTextAlignment(TextAlignment.CENTER);
        back.getStyleClass().add("sentence-back");
        back.setManaged(false);
        back.setMouseTransparent(true);
        getChildren().addAll(back, flow);
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        back.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /// @param note what the program says of the node of the step; empty if nothing
    public void show(String sentence, String note) {
        String all = note.isEmpty() ? sentence : sentence + "\n" + note;
        if (all.equals(shown)) {
            return;
        }
        shown = all;
        setAccessibleText(all);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        setVisible(!sentence.isEmpty());
        int used = 0;
        for (Passage stretch : TermLinks.cut(sentence)) {
            piece(used++, stretch, stretch.term().map(SentenceView::style).orElse("words"));
        }
        if (!note.isEmpty()) {
            piece(used++, new Passage("\n" + note, Optional.empty()), "note");
        }
        for (int i = 0; i < pieces.size(); i++) {
            pieces.get(i).setVisible(i < used);
            pieces.get(i).setManaged(i < used);
        }
    }

    private static String style(GlossaryTerm term) {
        return switch (term) {
            case UPSTREAM -> "upstream";
            case LOCAL -> "local";
            case DOWNSTREAM -> "downstream";
            default -> "words";
        };
    }

    private void piece(int index, Passage stretch, String style) {
        if (index == pieces.size()) {
            Text text = new Text();
            text.getStyleClass().addAll("text", style);
            pieces.add(text);
            flow.getChildren().add(text);
        }
        Text text = pieces.get(index);
        text.setText(stretch.words());
        text.setMouseTransparent(stretch.term().isEmpty());
        TermLinks.link(text, stretch.term());
        if (!text.getStyleClass().getLast().equals(style)) {
            text.getStyleClass().set(1, style);
        }
    }
}
