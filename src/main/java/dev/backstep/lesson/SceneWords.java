package dev.backstep.lesson;

import dev.backstep.lang.Span;
import dev.backstep.text.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/// The further words of an info string, `KEY=VALUE` each.
///
/// @param words by key, in order
/// @param at the whole line
record SceneWords(Map<String, Word> words, Span at) {

    private static final Pattern WORD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S*))|(\\S+)");

    /// @param at the whole word in the text of the lesson
    record Word(String value, Span at) {}

    Optional<Word> word(String key) {
        return Optional.ofNullable(words.get(key));
    }

    static SceneWords of(FencedCodeBlock block, LessonText reading) {
        Span line = LessonText.firstLine(block);
        String text = reading.text().substring(line.start(), line.end());
        Matcher found = WORD.matcher(text);
        Map<String, Word> words = new LinkedHashMap<>();
        // Behind the fence, and behind the word that says what the block is.
        found.region(text.indexOf("backstep") + "backstep".length(), text.length());
        while (found.find()) {
            Span at = new Span(line.start() + found.start(), line.start() + found.end());
            String key = found.group(1);
            if (key == null) {
                reading.wrong(
                        at,
                        Message.of("lesson.scene.word")
                                .with("word", LessonText.shown(found.group())),
                        Message.of("lesson.hint.scene"));
                continue;
            }
            String value = found.group(2) == null ? found.group(3) : found.group(2);
            if (words.put(key, new Word(value, at)) != null) {
                reading.wrong(at, Message.of("problem.given.twice").with("key", key));
            }
        }
        return new SceneWords(words, line);
    }
}
