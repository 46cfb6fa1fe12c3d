package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launchers find their runtime wherever they lie, and give a window, a command and a training
/// the options of each. In place of Java a script prints what it is given.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path SOURCES = Path.of("src/package");

    @TempDir private Path folder;

    private Path home;

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(folder.resolve("Größe, a folder"));
        Files.createDirectories(home.resolve("app"));
        Files.createFile(home.resolve("app/backstep.jar"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.copy(SOURCES.resolve("backstep"), bin.resolve("backstep"));
        Path runtime = Files.createDirectories(home.resolve("runtime/bin"));
        Files.writeString(runtime.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n");
        for (Path file : List.of(bin.resolve("backstep"), runtime.resolve("java"))) {
            assertTrue(file.toFile().setExecutable(true));
        }
    }

    private static List<String> started(Path in, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(in.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed.lines().toList();
    }

    private void assertFound(Path in, List<String> started) throws IOException {
        assertTrue(Files.isSameFile(home.resolve("runtime/bin/java"), in.resolve(started.get(0))));
        String jar = started.get(started.indexOf("-cp") + 1);
        assertTrue(Files.isSameFile(home.resolve("app/backstep.jar"), in.resolve(jar)));
        assertEquals("a file.txt", started.getLast());
    }

    @Test
    void it_finds_its_runtime_by_its_whole_path() throws Exception {
        String launcher = home.resolve("bin/backstep").toString();
        assertFound(folder, started(folder, launcher, "eval", "a file.txt"));
    }

    @Test
    void it_finds_it_from_its_own_folder_and_from_beside() throws Exception {
        Path bin = home.resolve("bin");
        assertFound(bin, started(bin, "./backstep", "eval", "a file.txt"));
        assertFound(bin, started(bin, "sh", "backstep", "eval", "a file.txt"));
        Path runtime = home.resolve("runtime");
        assertFound(runtime, started(runtime, "../bin/backstep", "eval", "a file.txt"));
    }

    @Test
    void it_finds_it_through_a_chain_of_links() throws Exception {
        Path near =
                Files.createSymbolicLink(
                        folder.resolve("near"), Path.of("Größe, a folder/bin/backstep"));
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path far = Files.createSymbolicLink(elsewhere.resolve("bs"), near);
        assertFound(elsewhere, started(elsewhere, far.toString(), "eval", "a file.txt"));
    }

    @Test
    void what_is_set_for_other_java_programs_does_not_reach_it() throws Exception {
        Files.writeString(home.resolve("runtime/bin/java"), "#!/bin/sh\nenv\n");
        ProcessBuilder process =
                new ProcessBuilder(home.resolve("bin/backstep").toString(), "--version");
        List<String> foreign = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
        foreign.forEach(name -> process.environment().put(name, "--nonsense"));
        Process run = process.start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, run.waitFor());
        assertFalse(printed.contains("--nonsense"), printed);
        String windows = Files.readString(SOURCES.resolve("backstep.cmd"));
        foreign.forEach(name -> assertTrue(windows.contains("\nset \"" + name + "=\"\n"), name));
    }

    @Test
    void it_says_so_if_java_cannot_start_from_its_folder() throws Exception {
        Path moved = Files.move(home, folder.resolve("a:b"));
        for (String launcher : List.of("./backstep", moved.resolve("bin/backstep").toString())) {
            Process process =
                    new ProcessBuilder(launcher, "--version")
                            .directory(moved.resolve("bin").toFile())
                            .start();
            String said =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, process.waitFor());
            assertTrue(said.startsWith("backstep: Java does not start from a folder"), said);
            assertEquals(1, said.lines().count(), said);
        }
    }

    @Test
    void nothing_is_written_beside_it() throws Exception {
        assertTrue(home.resolve("bin").toFile().setWritable(false));
        started(folder, home.resolve("bin/backstep").toString(), "eval", "a file.txt");
        try (var files = Files.walk(home)) {
            assertEquals(
                    List.of("backstep", "backstep.jar", "java"),
                    files.filter(Files::isRegularFile)
                            .map(f -> String.valueOf(f.getFileName()))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "window, window, ''",
        "window, window, a b.bs",
        "window, window, lesson.md",
        "command, numbers, eval|a.bs",
        "command, numbers, trace|a.bs",
        "command, numbers, check|a.bs",
        "command, command, render|a.bs|-o|a.png",
        "command, command, --version",
        "command, command, no-such-file",
        "train, '', train|a.bs"
    })
    void each_kind_of_start_has_its_options_and_cache(String kind, String cache, String arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/backstep").toString()));
        List<String> given = arguments.isEmpty() ? List.of() : List.of(arguments.split("\\|", -1));
        command.addAll(given);
        List<String> started = started(folder, command.toArray(String[]::new));
        assertEquals(kind, kind(started));
        assertEquals(cache, cache(started));
        assertEquals(
                given, started.subList(started.indexOf("dev.backstep.Main") + 1, started.size()));
    }

    /// By the file of options that Java is given, which is there to be packaged.
    private static String kind(List<String> words) {
        String file =
                words.stream()
                        .filter(w -> w.startsWith("@"))
                        .map(w -> w.substring(w.replace('\\', '/').lastIndexOf('/') + 1))
                        .filter(name -> name.startsWith("options-"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(Files.isRegularFile(SOURCES.resolve(file)), file);
        return file.substring("options-".length());
    }

    /// The cache of classes that Java is given; a training has none.
    private static String cache(List<String> words) {
        return words.stream()
                .filter(w -> w.startsWith("-XX:AOTCache="))
                .map(w -> w.substring(w.replace('\\', '/').lastIndexOf('/') + 1))
                .map(name -> name.replace(".aot", ""))
                .findFirst()
                .orElse("");
    }

    /// What Windows makes of each line that starts Java, in a folder whose name has spaces: there a
    /// program gets one string and takes it apart at the spaces outside quotes.
    @Test
    void that_of_windows_quotes_every_path() throws IOException {
        String script = Files.readString(SOURCES.resolve("backstep.cmd"));
        assertTrue(
                script.contains("set \"HOME_=%~dp0..\""), "its own folder, wherever it is called");
        List<String> starts = script.lines().filter(l -> l.contains("dev.backstep.Main")).toList();
        List<String> kinds = new ArrayList<>();
        List<String> caches = new ArrayList<>();
        for (String start : starts) {
            String line = start.replace("%HOME_%", "C:\\Program Files\\Back & step\\bin\\..");
            assertTrue(line.endsWith(" dev.backstep.Main %*"), line);
            List<String> words = words(line.substring(0, line.length() - 3));
            for (String word : words) {
                boolean path = word.contains("Program Files");
                assertEquals(path, word.contains("C:\\Program Files\\Back & step\\bin\\.."), word);
            }
            assertFalse(unquoted(line).contains("&"), "what stands outside quotes is a command");
            kinds.add(kind(words));
            caches.add(cache(words));
        }
        assertEquals(List.of("command", "train", "window"), kinds);
        assertEquals(List.of("%CACHE%", "", "window"), caches);
        assertEquals(
                List.of("command", "numbers", "numbers", "numbers"),
                script.lines()
                        .filter(l -> l.contains("set \"CACHE="))
                        .map(l -> l.replaceAll(".*CACHE=|\"$", ""))
                        .toList());
    }

    private static List<String> words(String line) {
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private static String unquoted(String line) {
        return line.replaceAll("\"[^\"]*\"", "");
    }
}
