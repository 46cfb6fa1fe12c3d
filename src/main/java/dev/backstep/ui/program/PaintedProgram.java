package dev.backstep.ui.program;

import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.model.StyleSpan;

/// A program text that looks like the one that can be typed in, and stands in its place while the
/// window opens: that one takes as long to make as all else at that side.
final class PaintedProgram extends VBox {

    /// No more are in sight.
    private static final int MOST_LINES = 40;

    private final DoubleConsumer high;
    private final Runnable laidOut;
    private String text = "";
    private boolean known;

    /// @param high told how high the text is
    /// @param laidOut told once, when it has its place
    PaintedProgram(DoubleConsumer high, Runnable laidOut) {
        this.high = high;
        this.laidOut = laidOut;
        getStyleClass().addAll("editor", "painted");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText(Texts.of("program"));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void show(String now) {
        if (!now.equals(text)) {
            text = now;
            fill();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        high.accept(getChildren().stream().mapToDouble(c -> c.getLayoutBounds().getHeight()).sum());
        if (!known) {
            known = true;
            laidOut.run();
        }
    }

    private void fill() {
        List<List<Text>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        int at = 0;
        for (StyleSpan<Collection<String>> span : Colours.of(text, List.of(), List.of())) {
            add(lines, text.substring(at, at + span.getLength()), span.getStyle());
            at += span.getLength();
        }
        List<Node> rows = new ArrayList<>();
        for (List<Text> line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            if (line.isEmpty()) {
                line.add(text(" ", List.of())); // as high as any other
            }
            TextFlow flow = new TextFlow(line.toArray(Text[]::new));
            HBox.setHgrow(flow, Priority.ALWAYS);
            rows.add(new HBox(ProgramArea.lineNumber(rows.size()), flow));
        }
        getChildren().setAll(rows);
    }

    private static void add(List<List<Text>> lines, String part, Collection<String> styles) {
        String[] pieces = part.split("\n", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                lines.add(new ArrayList<>());
            }
            if (!pieces[i].isEmpty()) {
                lines.getLast().add(text(pieces[i], styles));
            }
        }
    }

    private static Text text(String words, Collection<String> styles) {
        Text text = new Text(words);
        text.getStyleClass().add("text");
        text.getStyleClass().addAll(styles);
        return text;
    }
}
