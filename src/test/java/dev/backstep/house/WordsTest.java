package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Words for people are in the bundles, not in code: no string literal has three words in a row.
class WordsTest {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{1,20},? [a-z]+,? [a-z]+");

    /// The statement before a literal, if it throws: words for programmers.
    private static final Pattern THROWS = Pattern.compile("(throw|Exception\\()[^;{}]*$");

    /// Files that may have words: what begins with these.
    private static final List<String> ALLOWED =
            List.of(
                    // the command line speaks English
                    "cli/",
                    // lists of words, not sentences
                    "lang/Foreign",
                    "lang/Latex.java",
                    "notation/Greek.java",
                    "export/Python.java",
                    // for programmers: what is wrong with their arguments
                    "compile/",
                    "data/Datasets.java",
                    "graph/Trace.java",
                    "layout/",
                    "ui/settings/SettingsController.java",
                    // the name of a thread
                    "ui/App.java",
                    // what is painted, in the font of the picture
                    "explain/Conventions.java",
                    "export/Sheet.java",
                    "paint/");

    @Test
    void no_sentence_stands_in_code() throws IOException {
        Path root = SourceFile.MAIN.resolve("dev/backstep");
        List<String> found = new ArrayList<>();
        for (Path file : SourceFile.below(root)) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (ALLOWED.stream().noneMatch(name::startsWith)) {
                sentences(Files.readString(file)).forEach(s -> found.add(name + ": " + s));
            }
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void a_sentence_is_found_but_not_what_programmers_are_told() {
        String code =
                """
                // "a comment has words"
                String a = "sgd(rate=0.1)" + "not a number";
                throw new IllegalStateException(a + " has no meaning");
                """;
        assertEquals(List.of("not a number"), sentences(code));
    }

    private static List<String> sentences(String text) {
        String code = COMMENT.matcher(text).replaceAll("");
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            String before = code.substring(Math.max(0, literal.start() - 300), literal.start());
            if (WORDS.matcher(literal.group(1)).find()
                    && !literal.group(1).contains("\\\\")
                    && !THROWS.matcher(before).find()) {
                found.add(literal.group(1));
            }
        }
        return found;
    }
}
