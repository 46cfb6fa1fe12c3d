package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A state is a function of the actions so far. What has to be read is read by whoever carries out
/// what a state asks for, and comes back as an action: no class that a session reaches, over
/// whatever classes of this program, opens a file. A path is only a name.
class PurityTest {

    private static final String ROOT = "dev.backstep";

    private static final Set<String> OPEN_FILES =
            Stream.of(
                            Files.class,
                            FileChannel.class,
                            File.class,
                            FileInputStream.class,
                            FileReader.class,
                            RandomAccessFile.class)
                    .map(Class::getName)
                    .collect(Collectors.toUnmodifiableSet());

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void a_session_opens_no_file() {
        Map<JavaClass, String> ways = reached(ROOT + ".session");
        assertEquals(Set.of(), opening(ways));
    }

    @Test
    void a_way_to_a_file_is_found() {
        Map<JavaClass, String> ways = reached(ROOT + ".store");
        assertTrue(opening(ways).stream().anyMatch(w -> w.endsWith("> Files")), ways::toString);
    }

    /// The ways that end at a class that opens files.
    private static Set<String> opening(Map<JavaClass, String> ways) {
        Set<String> found = new TreeSet<>();
        ways.forEach(
                (type, way) ->
                        type.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .filter(t -> OPEN_FILES.contains(t.getName()))
                                .forEach(t -> found.add(way + " > " + t.getSimpleName())));
        return found;
    }

    /// All classes of the program that one in `start` can reach, each with a shortest way to it.
    private static Map<JavaClass, String> reached(String start) {
        Map<JavaClass, String> ways = new LinkedHashMap<>();
        MAIN.stream()
                .filter(c -> c.getPackageName().equals(start))
                .forEach(c -> ways.put(c, c.getSimpleName()));
        Deque<JavaClass> left = new ArrayDeque<>(ways.keySet());
        while (!left.isEmpty()) {
            JavaClass type = left.removeFirst();
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass next = dependency.getTargetClass();
                if (next.getPackageName().startsWith(ROOT) && !ways.containsKey(next)) {
                    ways.put(next, ways.get(type) + " > " + next.getSimpleName());
                    left.addLast(next);
                }
            }
        }
        return ways;
    }
}
