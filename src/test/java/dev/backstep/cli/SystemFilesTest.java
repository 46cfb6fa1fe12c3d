package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The version, the manual page and the completion that packages lay beside the program.
class SystemFilesTest {

    private static Ran run(String... args) {
        Ran ran = Ran.command(args);
        assertEquals(0, ran.exit());
        assertEquals("", ran.err());
        return ran;
    }

    @Test
    void the_version_names_program_runtime_and_libraries() {
        List<String> lines = run("--version").out().lines().toList();
        assertEquals("backstep " + Version.PROGRAM, lines.getFirst());
        assertTrue(lines.contains("Java " + Runtime.version()));
        assertTrue(lines.contains("picocli 4.7.7"), lines.toString());
        assertTrue(lines.contains("batik-svggen 1.19"), lines.toString());
    }

    @Test
    void pom_and_window_name_the_same_version() throws IOException {
        String version = "<artifactId>backstep</artifactId>\n  <version>" + Version.PROGRAM + "<";
        assertTrue(Files.readString(Path.of("pom.xml")).contains(version));
        for (String texts : List.of("texts", "texts_zh")) {
            Path file = Path.of("src/main/resources/dev/backstep/ui", texts + ".properties");
            assertTrue(
                    Files.readString(file).contains("\nabout=Backstep " + Version.PROGRAM + " "));
        }
    }

    @Test
    void a_jar_without_a_version_or_that_is_missing_is_no_library() {
        assertEquals(
                List.of("a-b 1.0-rc2"),
                Version.libraries(
                        String.join(
                                java.io.File.pathSeparator,
                                "no such/a-b-1.0-rc2.jar",
                                "classes",
                                "plain.jar",
                                "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval", "trace", "check", "render", "export", "train"})
    void manual_and_completion_have_every_command(String command) {
        String manual = run("for-system", "man").out();
        assertTrue(manual.contains("\n.SS backstep " + command + " FILE\n"), manual);
        assertTrue(run("for-system", "completion").out().contains(command));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "render --theme '', light dark contrast print",
                "render --view b, boundary",
                "trace --detail s, statements scalars",
                "export a.bs --to p, pytorch",
                "eval samples/0, ||",
                "samples/0, ||"
            })
    @DisabledOnOs(OS.WINDOWS)
    void words_of_options_are_completed_and_files_where_there_are_none(
            String typed, String proposed) throws Exception {
        String script = run("for-system", "completion").out();
        assertTrue(script.contains("complete -F _complete_backstep -o default backstep"));
        assertFalse(script.contains("+o default"), "names of files are not completed");
        String asked =
                "\nCOMP_WORDS=(backstep %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                                .formatted(typed)
                        + "_complete_backstep; echo \"${COMPREPLY[*]}\"\n";
        Process bash = new ProcessBuilder("bash", "-c", script + asked).start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String said = new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", said);
        assertEquals(proposed, printed.strip());
    }

    @Test
    void each_word_that_is_proposed_stands_in_the_manual() {
        List<String> manual = run("for-system", "man").out().lines().toList();
        ShellCompletion.WORDS.forEach(
                (option, words) -> {
                    int at =
                            IntStream.range(0, manual.size())
                                    .filter(k -> manual.get(k).startsWith("\\fB"))
                                    .filter(
                                            k ->
                                                    manual.get(k)
                                                            .matches(
                                                                    ".*\\b"
                                                                            + option.substring(2)
                                                                            + "\\b.*"))
                                    .findFirst()
                                    .orElseThrow();
                    words.forEach(w -> assertTrue(manual.get(at + 1).contains(w), w));
                });
    }

    @Test
    void no_line_of_the_manual_is_an_unknown_request() {
        List<String> known = List.of("TH", "SH", "SS", "TP", "B", "br");
        run("for-system", "man")
                .out()
                .lines()
                .filter(l -> l.startsWith(".") || l.startsWith("'"))
                .forEach(l -> assertTrue(known.contains(l.substring(1).split(" ", 2)[0]), l));
    }

    @Test
    void what_is_for_packages_is_not_offered_to_people() {
        assertFalse(run("--help").out().contains("for-system"));
        assertFalse(run("for-system", "man").out().contains("for\\-system"));
        assertFalse(run("for-system", "completion").out().contains("for-system"));
    }
}
