package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the README says of the code is so.
class ReadmeTest {

    private static final String HEAD = "| package | purpose | may import |";
    private static final Pattern ROW =
            Pattern.compile("\\| `?([(\\w.)]+)`?[^|]* \\| [^|]+ \\| ([^|]+) \\|");
    private static final String ABOVE = "all above";

    /// A package that is part of another one imports the same, and is not compared.
    @Test
    void the_table_of_packages_names_the_imports_that_are_tested() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        Map<String, Set<String>> told = new TreeMap<>();
        for (String line : readme.subList(readme.indexOf(HEAD) + 2, readme.size())) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                break;
            }
            if (!row.group(1).contains(".")) {
                told.put(row.group(1), imports(row.group(2), told.keySet()));
            }
        }
        Map<String, Set<String>> tested = new TreeMap<>();
        ArchitectureTest.rows().forEach((name, all) -> tested.put(name, new TreeSet<>(all)));
        assertEquals(tested, told);
    }

    /// `data, graph` are themselves, `all above but data` those of the rows above without it.
    private static Set<String> imports(String cell, Set<String> above) {
        Set<String> named =
                Pattern.compile("\\w+")
                        .matcher(cell.replaceFirst(ABOVE + "( but)?", ""))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!cell.startsWith(ABOVE)) {
            return named;
        }
        Set<String> rest = new TreeSet<>(above);
        rest.remove("(root)");
        rest.removeAll(named);
        return rest;
    }

    /// Each heading stands between blank lines, each table has a head, and each picture is there.
    @Test
    void headings_tables_and_pictures_are_whole() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        for (int i = 1; i < readme.size() - 1; i++) {
            String line = readme.get(i);
            String before = readme.get(i - 1);
            if (line.startsWith("#")) {
                assertEquals("", before, line);
                assertEquals("", readme.get(i + 1), line);
            }
            if (line.startsWith("|") && !before.startsWith("|")) {
                assertEquals("", before, line);
                assertTrue(readme.get(i + 1).matches("(\\|---)+\\|"), line);
            }
        }
        Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)")
                .matcher(String.join("\n", readme))
                .results()
                .forEach(m -> assertTrue(Files.exists(Path.of(m.group(1))), m.group(1)));
    }
}
