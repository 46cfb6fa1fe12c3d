package dev.backstep.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions that a PyTorch script brings along where PyTorch itself has other conventions, at
/// a kink, at a tie, at 0·log 0, or has no such function; and the fixed parts of the script.
final class TorchFunctions {

    private static final Map<String, String> ALL = read();

    private TorchFunctions() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    /// A part of the script, without its last line end.
    static String part(String name) {
        try (InputStream in =
                Objects.requireNonNull(TorchFunctions.class.getResourceAsStream(name + ".py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String function : part("functions").split("\n\n\n")) {
            all.put(function.substring("def ".length(), function.indexOf('(')), function);
        }
        return all;
    }

    /// The functions that a script calls, and those that these call, in the order of their file.
    static String calledIn(String script) {
        Set<String> called = new LinkedHashSet<>();
        called(script, called);
        return ALL.entrySet().stream()
                .filter(f -> called.contains(f.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n\n\n"));
    }

    private static void called(String text, Set<String> found) {
        ALL.forEach(
                (name, body) -> {
                    if (text.matches("(?s).*(?<![\\w.])" + name + "\\(.*") && found.add(name)) {
                        called(body.substring(body.indexOf(':')), found);
                    }
                });
    }
}
