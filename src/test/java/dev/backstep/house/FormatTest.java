package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void every_file_is_formatted() throws IOException, FormatterException {
        boolean update = System.getProperty("format", "").equals("update");
        List<Path> unformatted = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            String formatted = formatted(text);
            if (!formatted.equals(text)) {
                if (update) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(file);
                }
            }
        }
        assertEquals(
                "",
                unformatted.stream().map(Path::toString).collect(Collectors.joining("\n")),
                "format them: mvn test -Dtest=FormatTest -Dformat=update");
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
