package dev.backstep.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A program that comes with the program.
///
/// @param file its name, as `04-x2-plus-2xy.bs`
public record SampleProgram(String file) {

    /// What is opened on the first start.
    public static final SampleProgram FIRST = new SampleProgram("04-x2-plus-2xy.bs");

    private static final String FOLDER = "/dev/backstep/samples/";

    /// All samples, in the order of the lecture.
    static List<SampleProgram> all() {
        return names().stream()
                .filter(name -> name.endsWith(".bs"))
                .map(SampleProgram::new)
                .toList();
    }

    /// The names of all files that come with the program as samples, in order.
    static List<String> names() {
        URL first = Objects.requireNonNull(SampleProgram.class.getResource(FOLDER + FIRST.file));
        try {
            return first.openConnection() instanceof JarURLConnection within
                    ? in(within.getJarFile())
                    : in(Objects.requireNonNull(Path.of(first.toURI()).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `4 · x2 plus 2xy`
    String title() {
        return name().replaceFirst("^0?(\\d+)-", "$1 · ").replace('-', ' ');
    }

    /// `04-x2-plus-2xy`
    public String name() {
        return file.replaceFirst("\\.bs$", "");
    }

    public String text() {
        return text(file);
    }

    /// Where a file that comes with the program can be read from; null if there is none.
    static @Nullable URL address(String file) {
        return SampleProgram.class.getResource(FOLDER + file);
    }

    /// The text of a file that comes with the program.
    static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(
                        SampleProgram.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    /// The jar that the program runs from stays open.
    static List<String> in(JarFile jar) {
        String folder = FOLDER.substring(1);
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(folder) && name.length() > folder.length())
                .map(name -> name.substring(folder.length()))
                .sorted()
                .toList();
    }
}
