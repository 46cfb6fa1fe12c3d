package dev.backstep.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: that of the program, of Java and JavaFX, and of each library that is on
/// the class path.
final class Version implements IVersionProvider {

    static final String PROGRAM = "1.0.0";

    /// `batik-svggen-1.19.jar`: up to the first part that begins with a digit is the name.
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    @Override
    public String[] getVersion() {
        List<String> lines = new ArrayList<>();
        lines.add("backstep " + PROGRAM);
        lines.add("Java " + Runtime.version());
        ModuleLayer.boot()
                .findModule("javafx.base")
                .flatMap(m -> m.getDescriptor().rawVersion())
                .ifPresent(v -> lines.add("JavaFX " + v));
        lines.addAll(libraries(System.getProperty("java.class.path")));
        return lines.toArray(String[]::new);
    }

    /// Name and version of each jar of a class path, and of those that a jar there asks for and
    /// that are there, in the order of names.
    static List<String> libraries(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .flatMap(entry -> Stream.concat(Stream.of(entry), asked(entry)))
                .flatMap(entry -> named(entry).stream())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private static Stream<String> asked(String jar) {
        try (JarFile file = new JarFile(jar)) {
            return Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(main -> main.getValue(Attributes.Name.CLASS_PATH))
                    .stream()
                    .flatMap(names -> Arrays.stream(names.split(" ", -1)))
                    .filter(name -> Files.exists(Path.of(Path.of(jar).toUri().resolve(name))));
        } catch (IOException e) {
            return Stream.empty(); // one that is not there is no library of the program
        }
    }

    private static Optional<String> named(String jar) {
        Matcher parts = JAR.matcher(String.valueOf(Path.of(jar).getFileName()));
        return parts.matches()
                ? Optional.of(parts.group(1) + " " + parts.group(2))
                : Optional.empty();
    }
}
