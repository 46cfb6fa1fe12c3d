package dev.backstep.ui;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The sentence of the step, with its key words in their colours; a screen reader announces it.
final class SentenceView extends StackPane {

    private static final Pattern KEY_WORD =
            Pattern.compile("\\b(upstream|local|downstream)\\b", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> COLOURS =
            Map.of("upstream", "-upstream", "local", "-local", "downstream", "-downstream");

    private final TextFlow flow = new TextFlow();
    private String shown = "";

    SentenceView() {
        getStyleClass().add("sentence");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setMouseTransparent(true);
        flow.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        getChildren().add(flow);
        setVisible(false);
    }

    void show(String sentence) {
        if (sentence.equals(shown)) {
            return;
        }
        shown = sentence;
        setAccessibleText(sentence);
        notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
        setVisible(!sentence.isEmpty());
        flow.getChildren().clear();
        Matcher words = KEY_WORD.matcher(sentence);
        int at = 0;
        while (words.find()) {
            plain(sentence.substring(at, words.start()));
            Text word = plain(words.group());
            String colour = COLOURS.get(words.group().toLowerCase(java.util.Locale.ROOT));
            word.setStyle("-fx-fill: " + colour + "; -fx-font-family: 'Inter Semi Bold';");
            at = words.end();
        }
        plain(sentence.substring(at));
    }

    private Text plain(String piece) {
        Text text = new Text(piece);
        text.getStyleClass().add("text");
        flow.getChildren().add(text);
        return text;
    }
}
