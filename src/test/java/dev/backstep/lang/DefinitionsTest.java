package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Trace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Functions that a program defines.
class DefinitionsTest {

    private static final String LAYER =
            """
            layer(X, W, b) = {   # one dense layer
              Z = W @ X + b      # columns are samples
              tanh(Z)
            }
            """;

    @Test
    void a_call_is_a_group_with_the_lines_of_its_body() {
        Model model =
                ProgramTextTest.read(
                        LAYER
                                + """
                                A = [1, 2; 3, 4]
                                W1 = [1, 0; 0, 1]
                                b1 = [1; 2]
                                h1 = layer(A, W1, b1)
                                h2 = layer(h1, W1, b1)
                                loss L = sum(h2)
                                """);
        assertEquals(
                "h1:call[3-7]{h1.Z[3-6] h1.layer[6-7]} h2:call[7-11]{h2.Z[7-10] h2.layer[10-11]}"
                        + " L[11-12]",
                GroupsTest.told(model.groups()));
        assertEquals(
                List.of("A", "W1", "b1", "h1.Z", "h1", "h2.Z", "h2", "L"),
                List.copyOf(model.names().keySet()));
        assertEquals("h1: layer", model.groups().getFirst().title());
        assertEquals("W @ X + b", at(model, "h1.Z"));
        assertEquals("tanh(Z)", at(model, "h2"));
        assertEquals("columns are samples", model.notes().get(model.names().get("h2.Z")));
    }

    @Test
    void a_call_inside_an_expression_has_a_name_of_its_own() {
        Model model =
                ProgramTextTest.read(
                        """
                        sq(x) = x*x
                        two(x) = {
                          s = sq(x) + sq(x + 1)
                          k = 0.5
                          k*s
                        }
                        x = 3
                        sq_2 = 1
                        y = 2 + sq(x)*sq(x)
                        z = two(y)
                        """);
        assertEquals(
                "y[2-7]{sq:call[3-4] sq_3:call[4-5]}"
                        + " z:call[7-14]{z.s[7-12]{z.sq:call[7-8] z.sq_2:call[10-11]} z.two[13-14]}",
                GroupsTest.told(model.groups()));
    }

    @Test
    void calls_nest_and_their_names_with_them() {
        Model model =
                ProgramTextTest.read(
                        """
                        len(v) = {
                          z = sum(v*v)
                          sqrt(z)
                        }
                        f(a, b) = {
                          g = len(a - b)
                          g + 1
                        }
                        v = [1; 2]
                        w = [3; 5]
                        h1 = f(v, w)
                        """);
        assertEquals(
                List.of("v", "w", "h1.g.z", "h1.g", "h1"), List.copyOf(model.names().keySet()));
        Trace trace = Trace.of(model.graph(), model.leaves());
        assertEquals(13, trace.value(model.names().get("h1.g.z")).at(0));
    }

    private static String at(Model model, String name) {
        Span at = model.span(model.names().get(name));
        return model.text().substring(at.start(), at.end());
    }

    @Test
    void a_function_without_use_is_checked_and_means_nothing() {
        Model model = ProgramTextTest.read(LAYER + "x = 2\nL = x*x");
        assertEquals(2, model.graph().size());
        assertEquals(
                List.of("3:7: unknown name W (did you mean w?)"),
                problems("f(x) = x\ng(w) = {\n  z = W*2\n  z\n}\nL = f(1)\ny = g(2)"));
    }

    @Test
    void every_problem_of_a_definition_is_told_where_it_is() {
        told(
                "f(x) = f(x - 1)\nL = f(3)",
                "1:8: f calls itself (a function sees only what is defined above it)");
        told(
                "f(x) = g(x)\ng(x) = f(x)\nL = f(3)",
                "1:8: f and g call each other (a function sees only what is defined above it)");
        told(
                "f(x) = g(x)\ng(x) = x*x\nL = f(3)",
                "1:8: g is used before it is defined (move its line up)");
        told("L = f(3)\nf(x) = x", "1:5: f is used before it is defined (move its line up)");
        told("tanh(x) = x\nL = tanh(1)", "1:1: tanh is a function already (choose another name)");
        told("x = 1\nx(a) = a\nL = x", "2:1: x is a name already (choose another name)");
        told("f(a) = a\nf(b) = b\nL = f(1)", "2:1: f is a function already (choose another name)");
        told("f(a) = a\nf = 3", "2:1: f is a function already (choose another name)");
        told("f(a, a) = a\nL = f(1, 2)", "1:6: two operands are called a (choose another name)");
        told("f(a, b) = a*b\nL = f(1)", "2:5: f takes 2 operands, not 1 (write f(a, b))");
        told("f(a) = a\nL = f(1, 2)", "2:5: f takes 1 operand, not 2 (write f(a))");
        told("f(a) = a\nL = f(a=1)", "2:5: f takes 1 operand, not 1 (write f(a))");
        told("f(a) = a\nL = f + 1", "2:5: f is a function, not a number or a matrix (write f(a))");
        told(
                "f(a) = {\n  param w = 1\n  w*a\n}\nL = f(1)",
                "2:3: a line that begins with param stands outside of functions"
                        + " (put it above the function; what stands above can be used in it)");
        told(
                "f(a) = {\n  z = a\n}\nL = f(1)",
                "2:3: the last line of f is its value, and takes no name (add a line that says z)");
        told(
                "f(a) = {\n}\nL = f(1)",
                "1:1: f gives nothing: its body is empty (its last line is an expression)");
        told(
                "f(a) = {\n  z = a\n  z = 2*a\n  z\n}\nL = f(1)",
                "3:3: z is assigned twice (choose another name)");
        told(
                "f(a) = {\n  y = z\n  z = 2*a\n  z\n}\nz = 1\nL = f(1)",
                "2:7: z is used before it is assigned (move its line up)");
        told(
                "f(a) = a + c\nc = 3\nL = f(1)",
                "1:12: c is used before it is assigned (move its line up)");
        told(
                "f(a) = {\n  return a\n}\nL = f(1)",
                "2:3: nothing is returned: the last line is the output (write a)");
        told(
                "f(a) = {\n  g(b) = b\n  g(a)\n}\nL = f(1)",
                "2:3: no function is defined inside another (define it above this one)");
        told(
                "f(X) = mlp(X, [2, 1], tanh, tanh)\nL = f(1)",
                "1:8: mlp stands outside of functions: its parameters have fixed names"
                        + " (put it above the function; what stands above can be used in it)");
        told("f(a) = leaky_relu(a, slope=a)\nL = f(1)", "1:28: slope takes a number, not a");
        told(
                "f(a) = a*a",
                "1:1: the program defines functions, and computes nothing (call one, as in L = f(a))");
        told("f(a, 2) = a", "1:6: '2' does not fit here");
        told("f(a) = 2a\nL = f(1)", "1:9: a product needs its sign (write 2*a)");
    }

    @Test
    void shapes_that_do_not_fit_are_told_at_the_call_and_once_in_the_body() {
        told(
                LAYER + "A = [1, 2]\nc = 1\nh = layer(A, A, c)\ng = layer(A, A, c)\nL = sum(h)",
                "2:7: W is 1×2 and X is 1×2: the inner sizes 2 and 1 differ (transpose one?)",
                "7:5: in layer, line 2: W is 1×2 and X is 1×2: the inner sizes 2 and 1 differ (transpose one?)",
                "8:5: in layer, line 2: W is 1×2 and X is 1×2: the inner sizes 2 and 1 differ (transpose one?)");
    }

    @Test
    void a_block_that_is_never_closed_hides_nothing_else() {
        told(
                "f(a) = {\n  z = a*a\n  z + 1\n\nx = 2\nL = f(x) + y",
                "1:8: this block is never closed (close it with } on a line of its own)",
                "6:12: unknown name y (did you mean x?)");
        told(
                "f(a) = {\nz = a*a\nparam x = 2\ng(b) = {\n  b*c\n}\nL = f(x)",
                "1:8: this block is never closed (close it with } on a line of its own)",
                "5:5: unknown name c (did you mean b?)");
        told(
                "f(a) = {\n  z = (a + 1\n  z*2\n}\nL = f(y)",
                "2:7: this bracket is never closed (close it)",
                "5:7: unknown name y");
        told(
                "f(a) = a }\nL = f(1)",
                "1:10: '}' is not part of the language (brackets are ( ) and [ ])");
        told(
                "f(a) = { a } + 1\nL = f(1)",
                "1:14: nothing stands behind a block (put it on a line of its own)");
    }

    /// The 101st of a chain calls 100 others.
    @Test
    void calls_nest_a_hundred_deep_and_no_deeper() {
        String chain =
                "f1(x) = x*x\n"
                        + IntStream.range(2, 101)
                                .mapToObj(i -> "f%d(x) = f%d(x) + 1\n".formatted(i, i - 1))
                                .collect(Collectors.joining());
        assertEquals(
                1 + 1 + 2 * 99, ProgramTextTest.read(chain + "a = 2\nL = f100(a)").graph().size());
        told(chain + "f101(x) = f100(x)\nL = f101(2)", "101:11: the calls nest over 100 deep");
    }

    @Test
    void a_call_tree_of_too_many_nodes_is_refused_at_once() {
        String chain = "f0(x) = x*x\n" + doubling(40);
        List<String> problems = problems(chain + "a = 2\nL = f40(a)");
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.getFirst().startsWith("18:1: a call of f17 would write out over"),
                problems.toString());
        String idle = "f0(x) = x\n" + doubling(17).replace(" + ", " * ");
        assertEquals(1, problems(idle + "a = 2\nL = f17(a)").size());
        String large = "f0(x) = " + "x + ".repeat(100) + "x\n" + doubling(11);
        assertEquals(
                List.of(
                        "14:5: the calls make the program over 200,000 nodes long"
                                + " (make fewer calls, or smaller functions)"),
                problems(large + "a = 2\nL = f11(a)\nM = f11(a)"));
    }

    private static String doubling(int to) {
        return IntStream.rangeClosed(1, to)
                .mapToObj(i -> "f%d(x) = f%d(x) + f%d(x)\n".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
    }

    static void told(String program, String... expected) {
        assertEquals(String.join("\n", expected), String.join("\n", problems(program)), program);
    }

    static List<String> problems(String program) {
        return Language.read(program) instanceof ReadResult.Problems(var all)
                ? all.stream().map(p -> p.at("f", program).substring(2)).toList()
                : List.of("no problem");
    }
}
