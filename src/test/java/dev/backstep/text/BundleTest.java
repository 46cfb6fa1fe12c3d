package dev.backstep.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the program says: the same keys and placeholders in every language, all of them used.
class BundleTest {

    private static final Path CODE = Path.of("src/main/java/dev/backstep");

    private static final List<String> BUNDLES =
            List.of("sentences", "problems", "manual", "glossary", "quiz");

    /// All texts of a language.
    ///
    /// @param language what the names of its files end with
    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        for (String bundle : BUNDLES) {
            Properties some = loaded(bundle + language + ".properties");
            some.stringPropertyNames().forEach(key -> assertFalse(words.containsKey(key), key));
            words.putAll(some);
        }
        return words;
    }

    private static Properties loaded(String file) throws IOException {
        Properties words = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(Bundle.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(BundleTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_language_has_the_same_keys_with_the_same_placeholders() throws IOException {
        Properties english = words("");
        Properties chinese = words("_zh");
        assertEquals(
                new TreeSet<>(english.stringPropertyNames()),
                new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(
                    found("\\{(\\w+)[|}]", english.getProperty(key)),
                    found("\\{(\\w+)[|}]", chinese.getProperty(key)),
                    key);
        }
    }

    /// The window looks a key up in all of them.
    @Test
    void no_key_stands_twice_in_a_file() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources"))) {
            files = all.filter(f -> f.toString().endsWith(".properties")).toList();
        }
        for (Path file : files) {
            Set<String> keys = new TreeSet<>();
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf('=');
                if (end > 0 && line.charAt(0) != '#') {
                    assertTrue(keys.add(line.substring(0, end)), file + ": " + line);
                }
            }
        }
    }

    @Test
    void no_key_is_in_the_window_s_bundle_too() throws IOException {
        Set<String> common = new TreeSet<>(words("").stringPropertyNames());
        common.retainAll(loaded("/dev/backstep/ui/texts.properties").stringPropertyNames());
        assertEquals(Set.of(), common);
    }

    /// A key is used if the code names it, or a beginning of it that ends with a dot.
    @Test
    void every_key_is_used() throws IOException {
        Set<String> literals = found("\"([a-z0-9_.]+)\"", code());
        Set<String> unused = new TreeSet<>(words("").stringPropertyNames());
        unused.removeIf(
                key ->
                        literals.contains(key)
                                || literals.stream()
                                        .anyMatch(l -> l.endsWith(".") && key.startsWith(l)));
        assertEquals(Set.of(), unused);
    }

    @Test
    void every_key_that_is_named_exists() throws IOException {
        Set<String> named =
                found("Message\\.(?:of|joined)\\(\\s*\"([a-z0-9_.]*[a-z0-9_])\"", code());
        assertTrue(named.size() > 2, named::toString);
        named.removeAll(words("").stringPropertyNames());
        named.removeAll(loaded("/dev/backstep/ui/texts.properties").stringPropertyNames());
        assertEquals(Set.of(), named);
    }

    /// What is put in stands as it is, whatever signs it has.
    @Test
    void an_argument_may_be_a_message_and_stands_as_it_is() {
        Message message =
                Message.of("op.each").with("what", Message.of("op.neg").with("x", "$1 {x} \\"));
        assertEquals("minus $1 {x} \\, element by element", Bundle.ENGLISH.say(message));
        assertEquals("$1 {x} \\ 的相反数（逐元素）", Bundle.in(Locale.SIMPLIFIED_CHINESE).say(message));
    }

    @Test
    void an_argument_that_lacks_is_an_error() {
        Message.Pattern lacking = Message.of("op.add").with("x", "a");
        assertThrows(IllegalArgumentException.class, () -> Bundle.ENGLISH.say(lacking));
    }

    @Test
    void a_language_without_a_bundle_is_answered_in_english() {
        assertEquals("add", Bundle.in(Locale.FRENCH).say(Message.of("title.add")));
    }

    @Test
    void parts_are_joined_in_their_order() {
        List<Message> parts = Stream.of("a", "b", "c").<Message>map(Message::verbatim).toList();
        assertEquals("a and b and c", Bundle.ENGLISH.say(Message.joined("and", parts)));
    }
}
