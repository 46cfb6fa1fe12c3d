package dev.backstep.ui;

import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// The sentence of the step, with its key words in their colours; a screen reader announces it.
public final class SentenceView extends StackPane {

    private static final List<String> KEY_WORDS = List.of("upstream", "local", "downstream");

    /// Words and key words by turns, kept from one sentence to the next.
    private final List<Text> pieces = new ArrayList<>();

    private final TextFlow flow = new TextFlow();
    private String shown = "";

    public SentenceView() {
        getStyleClass().add("sentence");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setMouseTransparent(true);
        flow.setTextAlignment(TextAlignment.CENTER);
        getChildren().add(flow);
        setVisible(false);
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
        Matcher words = keyWords().matcher(sentence);
        int at = 0;
        int used = 0;
        while (words.find()) {
            piece(used++, sentence.substring(at, words.start()), "words");
            piece(used++, words.group(), style(words));
            at = words.end();
        }
        piece(used++, sentence.substring(at), "words");
        if (!note.isEmpty()) {
            piece(used++, "\n" + note, "note");
        }
        for (int i = 0; i < pieces.size(); i++) {
            pieces.get(i).setVisible(i < used);
            pieces.get(i).setManaged(i < used);
        }
    }

    /// Each in a group of its own. Chinese has no spaces around words.
    private static Pattern keyWords() {
        return Pattern.compile(
                KEY_WORDS.stream()
                        .map(word -> Pattern.quote(Texts.of(word)))
                        .map(word -> "(?<!\\p{IsLatin})(" + word + ")(?!\\p{IsLatin})")
                        .collect(Collectors.joining("|")));
    }

    private static String style(Matcher found) {
        for (int i = 1; i <= found.groupCount(); i++) {
            if (found.group(i) != null) {
                return KEY_WORDS.get(i - 1);
            }
        }
        throw new IllegalStateException("no key word in " + found.group());
    }

    private void piece(int index, String words, String style) {
        if (index == pieces.size()) {
            Text text = new Text();
            text.getStyleClass().addAll("text", style);
            pieces.add(text);
            flow.getChildren().add(text);
        }
        Text text = pieces.get(index);
        text.setText(words);
        if (!text.getStyleClass().getLast().equals(style)) {
            text.getStyleClass().set(1, style);
        }
    }
}
