package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words of the interface: the same keys in every language, all of them used, none missing.
class TextsTest {

    private static final Path CODE = Path.of("src/main/java/dev/backstep/ui");
    private static final Path PANES = Path.of("src/main/resources/dev/backstep/ui");
    private static final Pattern LITERAL = Pattern.compile("\"%?([a-z0-9.]+)\"");
    private static final Pattern DIRECT =
            Pattern.compile(
                    "(?:Texts\\.of|Message\\.of|Command\\.of|does|steps|walks|heading)\\(\\s*\"([^\"]+)\"");

    private static Properties words(String file) {
        Properties words = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(Window.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(CODE), Files.walk(PANES))) {
            return files.filter(f -> f.toString().matches(".*\\.(java|fxml)"))
                    .flatMap(f -> pattern.matcher(read(f)).results().toList().stream())
                    .map((MatchResult m) -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\w+(?=[|}])")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private final Properties english = words("texts.properties");
    private final Properties chinese = words("texts_zh.properties");

    @Test
    void every_language_has_the_same_keys_with_the_same_values() {
        assertEquals(
                new TreeSet<>(english.stringPropertyNames()),
                new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(values(english.getProperty(key)), values(chinese.getProperty(key)), key);
        }
    }

    @Test
    void every_key_is_used() throws IOException {
        Set<String> literals = found(LITERAL);
        Set<String> unused = new TreeSet<>(english.stringPropertyNames());
        unused.removeIf(
                key ->
                        literals.contains(key)
                                || literals.stream()
                                        .anyMatch(l -> l.endsWith(".") && key.startsWith(l)));
        assertTrue(unused.isEmpty(), unused::toString);
    }

    @Test
    void every_key_that_is_used_exists() throws IOException {
        Set<String> missing = found(DIRECT);
        missing.removeIf(
                key -> english.containsKey(key) || key.endsWith(".") || isSaidEverywhere(key));
        Set<String> dotted =
                found(
                        Pattern.compile(
                                "\"((?:command|menu|hint|by|inspector|paths|export|file)\\.[a-z0-9.]*[a-z0-9])\""));
        dotted.removeIf(
                key -> english.containsKey(key) || key.endsWith(".fxml") || isSaidEverywhere(key));
        missing.addAll(dotted);
        assertTrue(missing.isEmpty(), missing::toString);
    }

    /// Whether it is a text of the whole program, not of the window alone.
    private static boolean isSaidEverywhere(String key) {
        return Stream.of("sentences", "problems", "manual", "quiz")
                .anyMatch(
                        bundle ->
                                words("/dev/backstep/text/" + bundle + ".properties")
                                        .containsKey(key));
    }
}
