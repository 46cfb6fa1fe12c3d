package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which nodes a name in the text stands for, and where the text names a node.
class MentionsTest {

    private static final String PROGRAM =
            """
            x = 2  # x here
            f(q) = {
              z = q*x
              z + 1
            }
            a = f(x)
            L = a*f(a)*leaky_relu(x, slope=0.1)
            """;

    private final Model model = ProgramTextTest.read(PROGRAM);

    @Test
    void a_name_stands_for_its_node_and_inside_a_function_for_one_of_each_call() {
        assertEquals(Set.of("x"), nodes("x = 2"));
        assertEquals(Set.of(), nodes("x here"));
        assertEquals(Set.of(), nodes("q*x"));
        assertEquals(Set.of("x"), nodes("x\n  z + 1"));
        assertEquals(Set.of("a.z", "f.z"), nodes("z + 1"));
        assertEquals(Set.of("a"), nodes("a*f"));
        assertEquals(Set.of(), nodes("slope"));
    }

    @Test
    void a_node_is_named_wherever_its_name_stands_for_it() {
        assertEquals(List.of(1, 3, 6, 7), lines("x"));
        assertEquals(List.of(3, 4), lines("a.z"));
        assertEquals(List.of(6, 7, 7), lines("a"));
    }

    private Set<String> nodes(String at) {
        return Mentions.nodes(model, PROGRAM.indexOf(at)).stream()
                .map(n -> model.graph().node(n).name().orElseThrow())
                .collect(Collectors.toSet());
    }

    private List<Integer> lines(String name) {
        return Mentions.of(model, model.names().get(name)).stream()
                .map(
                        s ->
                                (int) PROGRAM.substring(0, s.start()).lines().count()
                                        + (s.start() > 0 && PROGRAM.charAt(s.start() - 1) == '\n'
                                                ? 1
                                                : 0))
                .map(n -> Math.max(1, n))
                .toList();
    }
}
