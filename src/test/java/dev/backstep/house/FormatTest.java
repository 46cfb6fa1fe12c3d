package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every Java file is formatted by google-java-format: AOSP style, 100 columns; imports in one
/// sorted block.
///
/// `mvn test -Dtest=FormatTest -Dformat=update` formats those that are not.
class FormatTest {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    /// The digests of texts that were found formatted, so that a file is looked at once.
    private static final Path KNOWN = Path.of("target", "formatted");

    @Test
    void every_file_is_formatted()
            throws IOException, FormatterException, NoSuchAlgorithmException {
        boolean update = System.getProperty("format", "").equals("update");
        Set<String> known = Files.exists(KNOWN) ? Set.copyOf(Files.readAllLines(KNOWN)) : Set.of();
        Set<String> formatted = new TreeSet<>();
        List<Path> unformatted = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            String wanted = known.contains(digest(text)) ? text : formatted(text);
            if (wanted.equals(text)) {
                formatted.add(digest(text));
            } else if (update) {
                Files.writeString(file, wanted);
            } else {
                unformatted.add(file);
            }
        }
        Files.createDirectories(KNOWN.getParent());
        Files.write(KNOWN, formatted);
        assertEquals(
                "",
                unformatted.stream().map(Path::toString).collect(Collectors.joining("\n")),
                "format them: mvn test -Dtest=FormatTest -Dformat=update");
    }

    /// Of a text and of the formatter that looks at it, whose version is in the name of its file.
    private static String digest(String text) throws NoSuchAlgorithmException {
        Object formatter = Formatter.class.getProtectionDomain().getCodeSource().getLocation();
        byte[] both = (formatter + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
    }

    private static List<Path> files() {
        return Stream.of(SourceFile.MAIN, SourceFile.TEST)
                .flatMap(folder -> SourceFile.below(folder).stream())
                .toList();
    }

    /// Until nothing changes: a line that comes to fit may let the one around it fit too.
    private static String formatted(String text) throws FormatterException {
        String before = text;
        for (int i = 0; i < 5; i++) {
            String sorted =
                    ImportOrderer.reorderImports(
                            RemoveUnusedImports.removeUnusedImports(before), Style.GOOGLE);
            String after = FORMATTER.formatSource(sorted);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("the formatter does not come to rest on:\n" + text);
    }
}
