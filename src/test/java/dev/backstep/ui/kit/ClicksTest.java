package dev.backstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No click has a use that cannot be asked for.
class ClicksTest {

    private static final Path UI = Path.of("src/main/java/dev/backstep/ui");
    private static final Pattern ADDED =
            Pattern.compile("addEventHandler\\(\\s*MouseEvent\\.MOUSE_CLICKED");

    @Test
    void handlers_of_clicks_are_set_or_noted() throws IOException {
        try (Stream<Path> files = Files.walk(UI)) {
            List<String> adding =
                    files.filter(f -> f.toString().endsWith(".java"))
                            .filter(f -> ADDED.matcher(read(f)).find())
                            .map(f -> f.getFileName().toString())
                            .toList();
            assertEquals(List.of("Clicks.java"), adding);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
