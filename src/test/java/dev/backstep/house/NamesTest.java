package dev.backstep.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A name stands for one thing, and what a comment names is there.
class NamesTest {

    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Z]\\w*)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*///(.*)$");

    /// `[Type]`, `[Type#member]`, `[#member]`, `[a.b.Type]`; a link has its address behind it.
    private static final Pattern REFERENCE =
            Pattern.compile("\\[((?:[a-z]\\w*\\.)*[A-Z][\\w.]*)?(?:#(\\w+)[^]]*)?](?![(\\[])");

    private static final Pattern THROWN = Pattern.compile("@throws ([\\w.]+)()");

    /// A word of code that can only be a type, as `SourceFile` is.
    private static final Pattern IN_CODE = Pattern.compile("`([A-Z][a-z]+[A-Z][a-z]\\w*)()[^`]*`");

    /// Where types are that no import names.
    private static final List<String> JDK = List.of("java.lang.", "java.io.", "java.util.", "");

    private record Source(Path path, String home, String text, String code, Set<String> types) {}

    private final List<Source> sources = new ArrayList<>();

    /// The code of every file in which a type of a name is declared.
    private final Map<String, String> declaring = new HashMap<>();

    private final Map<String, Set<String>> inPackage = new HashMap<>();

    NamesTest() throws IOException {
        for (Path root : List.of(SourceFile.MAIN, SourceFile.TEST)) {
            for (Path file : SourceFile.below(root)) {
                String text = Files.readString(file);
                String code = text.replaceAll("//.*", "");
                String home = root.relativize(file.getParent()).toString().replace('/', '.');
                Set<String> types = matches(DECLARED, code).map(m -> m.group(1)).collect(toSet());
                sources.add(new Source(file, home, text, code, types));
                types.forEach(type -> declaring.merge(type, code, String::concat));
                inPackage.computeIfAbsent(home, _ -> new HashSet<>()).addAll(types);
            }
        }
    }

    @Test
    void no_two_files_of_the_program_have_the_same_name() {
        Map<String, Long> several =
                SourceFile.below(SourceFile.MAIN).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("package-info.java"))
                        .collect(groupingBy(name -> name, counting()));
        several.values().removeIf(n -> n == 1);
        assertEquals(Map.of(), several);
    }

    /// A reader who meets the name of a type in the program knows which one it is.
    @Test
    void no_type_within_another_has_the_name_of_a_type_with_a_file_of_its_own() {
        Map<String, Path> files =
                SourceFile.below(SourceFile.MAIN).stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(toMap(NamesTest::type, file -> file));
        assertEquals(
                List.of(),
                sources.stream()
                        .filter(source -> source.path().startsWith(SourceFile.MAIN))
                        .flatMap(source -> twice(source, files))
                        .toList());
    }

    private static Stream<String> twice(Source source, Map<String, Path> files) {
        return source.types().stream()
                .filter(type -> !type.equals(type(source.path())))
                .filter(files::containsKey)
                .map(type -> source.path() + ": " + type + " is also " + files.get(type));
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void every_type_and_member_that_a_comment_names_is_there() {
        assertEquals("", sources.stream().flatMap(this::dead).collect(joining("\n")));
    }

    @Test
    void a_name_of_nothing_is_found() {
        String text =
                """
                # [Gone], [String], [Test], [NamesTest#sources], [SourceFile], [#none], `OldName`.
                #
                # @throws Wrong
                import org.junit.jupiter.api.Test;
                """
                        .replace("#\n", "///\n")
                        .replace("# ", "/// ");
        Source source =
                new Source(
                        Path.of("a"),
                        "dev.backstep.house",
                        text,
                        text.replaceAll("//.*", ""),
                        Set.of());
        assertEquals(
                List.of("a: [Gone]", "a: [#none]", "a: `OldName`", "a: @throws Wrong"),
                dead(source).toList());
    }

    private Stream<String> dead(Source source) {
        return matches(COMMENT, source.text())
                .map(m -> m.group(1))
                .flatMap(
                        line ->
                                Stream.of(
                                                matches(REFERENCE, line.replaceAll("`[^`]*`", "")),
                                                matches(THROWN, line),
                                                matches(IN_CODE, line))
                                        .flatMap(found -> found)
                                        .filter(m -> !isThere(m.group(1), m.group(2), source))
                                        .map(m -> source.path() + ": " + m.group()));
    }

    /// @param type null: the file's own
    /// @param member null or empty: none is named
    private boolean isThere(@Nullable String type, @Nullable String member, Source from) {
        if (type == null) {
            return member == null || from.code().matches("(?s).*\\b" + member + "\\b.*");
        }
        String last = type.substring(type.lastIndexOf('.') + 1);
        String code = declaring.getOrDefault(last, "");
        return isType(type, from)
                && (member == null
                        || member.isEmpty()
                        || code.isEmpty()
                        || Pattern.compile("\\b" + member + "\\b").matcher(code).find());
    }

    private boolean isType(String type, Source from) {
        String first = type.replaceAll("(?<![\\w.])((?:[a-z]\\w*\\.)*[A-Z]\\w*).*", "$1");
        int dot = first.lastIndexOf('.');
        return dot < 0
                        && (from.types().contains(first)
                                || inPackage.get(from.home()).contains(first)
                                || isImported(first, from))
                || dot > 0
                        && inPackage
                                .getOrDefault(first.substring(0, dot), Set.of())
                                .contains(first.substring(dot + 1))
                || JDK.stream().anyMatch(in -> isClass(in + first));
    }

    private static boolean isImported(String type, Source from) {
        return matches(IMPORT, from.code())
                .map(m -> m.group(1))
                .anyMatch(name -> name.endsWith("." + type));
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name, false, NamesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
