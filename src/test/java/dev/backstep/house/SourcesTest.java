package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.house.SourceFile.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for every source file: it can be read in one sitting, and says what it is for.
class SourcesTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final int USUAL_FILE = 100;

    private final List<SourceFile> main = SourceFile.parsed(SourceFile.MAIN);

    @Test
    void no_file_has_more_than_300_lines_and_most_have_far_fewer() {
        Stream.of(main, SourceFile.parsed(SourceFile.TEST))
                .forEach(
                        all ->
                                none(
                                        all.stream()
                                                .filter(f -> f.lines() > LONGEST_FILE)
                                                .map(SourceFile::path)));
        int median = main.stream().map(SourceFile::lines).sorted().toList().get(main.size() / 2);
        assertTrue(median <= USUAL_FILE, "half of all files have more than " + median + " lines");
    }

    /// Kernels whose registers are named one a line; shorter ones would pass them on in arrays.
    private static final Set<String> UNROLLED =
            Set.of("tile", "fourByTwo", "twoByFour", "eight", "eightRows", "exp");

    @Test
    void no_method_has_more_than_40_lines_but_unrolled_kernels() {
        none(
                declarations(
                        d ->
                                !d.type()
                                        && d.lines() > LONGEST_METHOD
                                        && !UNROLLED.contains(d.name())));
    }

    /// Methods are not held to it: many a name (`rows()`, `transposed()`) says all there is to say.
    @Test
    void every_public_type_and_every_file_says_what_it_is() {
        none(declarations(d -> d.type() && d.open() && !d.documented()));
        none(
                main.stream()
                        .filter(
                                f ->
                                        !f.declarations().isEmpty()
                                                && !f.declarations().getFirst().documented())
                        .map(SourceFile::path));
    }

    @Test
    void every_package_has_a_page_that_says_its_purpose_and_where_nulls_are() throws IOException {
        for (Path folder : main.stream().map(f -> f.path().getParent()).distinct().toList()) {
            Path page = folder.resolve("package-info.java");
            assertTrue(Files.exists(page), folder + " has no package-info.java");
            String text = Files.readString(page);
            assertTrue(
                    text.startsWith("/// "), page + " does not begin with what the package is for");
            assertTrue(text.contains("\n@NullMarked\npackage "), page + " is not @NullMarked");
        }
    }

    /// Nothing breaks the rule; else what does, one a line.
    private static void none(Stream<?> wrong) {
        assertEquals("", wrong.map(Object::toString).collect(Collectors.joining("\n")));
    }

    private Stream<String> declarations(Predicate<Declaration> wrong) {
        return main.stream().flatMap(f -> declarations(f, wrong));
    }

    private static Stream<String> declarations(SourceFile file, Predicate<Declaration> wrong) {
        return file.declarations().stream()
                .filter(wrong)
                .map(
                        d ->
                                file.path()
                                        + ":"
                                        + d.line()
                                        + " "
                                        + d.name()
                                        + ", "
                                        + d.lines()
                                        + " lines");
    }
}
