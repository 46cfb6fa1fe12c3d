package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The language, section by section: what programs mean, and what is said about those that mean
/// nothing.
///
/// In these tables `|` separates lines.
class LanguageContractTest {

    /// Program, value of its output, and gradients of the leaves in the order of the program.
    static List<Arguments> meanings() {
        return List.of(
                // statements
                of("x = 3", 3, 1),
                of("x = 3 # a comment|# another||L = x", 3, 1),
                of("x = -2.5e-3|L = x", -2.5e-3, 1),
                of("x = 1/2|L = x", 0.5),
                of("x = (3)|L = x*x", 9, 6),
                of("param w = 2|x = 3|L = w*x", 6, 3, 2),
                of("const c = 2|x = 3|L = c*x", 6, 2),
                of("x = 3|loss L = x^2|M = 5*L", 9, 6),
                of("x = 3|L = (x|  + 1) * [|2]", 8, 2),
                of("x = 3|a = x|b = a|L = b*a", 9, 6),
                of("x = 3|set relu0 = 1|L = x", 3, 1),
                of("\uFEFFx = 3|L = x\r|", 3, 1),
                // precedence
                of("x = 2|L = -x^2", -4, -4),
                of("x = 2|L = (-x)^2", 4, 4),
                of("x = 2|L = 2^-x", 0.25, -0.25 * Math.log(2)),
                of("x = 3|L = 2^x^2", 512, 512 * Math.log(2) * 6),
                of("x = 2|L = x**3", 8, 12),
                of("x = 2|L = x²", 4, 4),
                of("x = 2|L = x³", 8, 12),
                of("x = 2|L = -x²", -4, -4),
                of("x = 2|L = 1 - x - 3", -4, -1),
                of("x = 2|L = 8 / x / 2", 2, -1),
                of("x = 2|L = 1 + 2*x", 5, 2),
                of("x = 2|L = 3 · x", 6, 3),
                of("x = 2|L = 3 ⊙ x − 1", 5, 3),
                of("x = 2|L = --x", 2, 1),
                of("x = 2|L = x^-1", 0.5, -0.25),
                of("x = 8|L = x^(1/3)", 2, 1.0 / 12),
                of("x = 2|L = 2 * -x", -4, -2),
                // names
                of("exp = 1|L = exp(exp)", Math.E, Math.E),
                of("α = 2|Θ1 = 3|L = α*Θ1", 6, 3, 2),
                of("x_1 = 2|xA2b = 3|L = x_1*xA2b", 6, 3, 2),
                of("rows = 2|A = [1, 2; 3, 4]|s = sum(A, rows)|L = rows * sum(s)", 20, 10),
                of("sum = 2|L = sum(sum)", 2, 1),
                // matrices
                of("A = [1, 2; 3, 4]|L = sum(A @ [1; 1])", 10),
                of("A = [1, 2; 3, 4]|L = sum(2*A' @ [1; 0])", 6),
                of("A = [1, 2; 3, 4]|L = sum(Aᵀ @ [1; 0])", 3),
                of("A = [1, 2; 3, 4]|L = sum([1, 10] @ transpose(A))", 64),
                of("A = [1, 2; 3, 4]|s = sum(A, rows)|L = dot(s, [1, 10])", 64),
                of("A = [1, 2; 3, 4]|s = sum(A, cols)|L = dot(s, [1; 10])", 73),
                of("A = [1, 2; 3, 4]|s = mean(A, rows)|L = dot(s, [1, 10])", 32),
                of("A = [1, 2; 3, 4]|L = mean(A)", 2.5),
                of("A = [3; 4]|L = norm(A)", 5),
                of("A = [1, 2; 3, 4]|L = sum(A + [10; 20])", 70),
                of("A = [1, 2; 3, 4]|L = sum(A * [1, 10])", 64),
                of("A = [1/2, -1; 1e1, .5]|L = sum(A)", 10),
                of(
                        "A = [1, 2; 3, 4; 5, 6]|B = reshape(A, 2, 3)|L = sum(B @ [1; 10; 100])",
                        321 + 654),
                of("A = ones(2, 3)|L = sum(A)", 6),
                of("L = sum(ones(2, 3) @ zeros(3, 2))", 0),
                of("A = uniform(2, 3, low=5, high=5)|L = sum(A)", 30),
                of("A = normal(2, 3, std=0)|L = sum(A)", 0),
                // functions
                of("x = 0|L = relu(x)", 0, 0.5),
                of("x = 0|L = relu(x)|set relu0 = 0", 0, 0),
                of("# set relu0 = 1|x = 0|L = relu(x)", 0, 0.5),
                of("set relu0 = 1|x = 0|L = relu(x)", 0, 1),
                of("set relu0 = 1/2|x = 0|L = abs(x)", 0, 0),
                of("set relu0 = 0|x = 0|L = abs(x)", 0, -1),
                of("x = 0|L = leaky_relu(x)", 0, 0.505),
                of("set relu0 = 0|x = 0|L = leaky_relu(x, slope=0.1)", 0, 0.1),
                of("x = -2|L = leaky_relu(x, slope = 0.1)", -0.2, 0.1),
                of("x = -2|L = leaky_relu(x, 0.1)", -0.2, 0.1),
                of("x = -1|L = elu(x, alpha=2)", 2 * Math.expm1(-1), 2 * Math.exp(-1)),
                of("x = 5|L = step(x)", 1, 0),
                of("x = 2|y = 2|L = max(x, y)", 2, 0.5, 0.5),
                of("x = 2|y = 3|L = min(x, y)", 2, 1, 0),
                of("x = 2|y = 3|L = pow(x, y)", 8, 12, 8 * Math.log(2)),
                of("x = 0|L = σ(x)", 0.5, 0.25),
                of("x = 0|L = gelu(x)", 0, 0.5),
                of("x = 0|L = silu(x)", 0, 0.5),
                of("x = 0|L = softplus(x)", Math.log(2), 0.5),
                of("x = 2|L = neg(x) + square(x) + sqrt(x*8)", 6, -1 + 4 + 1),
                of("z = [0; 0]|s = softmax(z)|L = dot(s, [1; 0])", 0.5),
                of("z = [0; 0]|s = log_softmax(z)|L = dot(s, [1; 0])", -Math.log(2)),
                // losses
                of("p = 0.3|L = bce(p, 1)", -Math.log(0.3), -1 / 0.3),
                of("z = 0|L = bce_logits(z, 1)", Math.log(2), -0.5),
                of("q = [0.5; 0.5]|L = ce(q, [0; 1])", Math.log(2)),
                of("z = [0; 0]|L = ce_logits(z, [0; 1])", Math.log(2)),
                of("a = 3|L = se(a, 1)", 4, 4));
    }

    /// Program and all that is said about it.
    static List<Arguments> problems() {
        return List.of(
                says("", "1:1: this program is empty (try: x = 1)"),
                says("# only|", "1:1: this program is empty (try: x = 1)"),
                says("x = 1|L = 2x", "2:6: a product needs its sign (write 2*x)"),
                says("x = 1|L = 2(x + 1)", "2:6: a product needs its sign (write 2*(…)"),
                says("x = 1|L = x x", "2:7: a product needs its sign (write x*x)"),
                says("x = 1|L = (x)(x)", "2:8: a product needs its sign (put a * between)"),
                says("x = 1|L = x(2)", "2:5: unknown function x (write x*(…))"),
                says("weight = 1|L = wieght", "2:5: unknown name wieght (did you mean weight?)"),
                says("x = 1|L = q", "2:5: unknown name q (did you mean x?)"),
                says("x = 1|L = sigmod(x)", "2:5: unknown function sigmod (did you mean sigmoid?)"),
                says(
                        "x = 1|L = foo(x) + bar + x",
                        "2:5: unknown function foo",
                        "2:14: unknown name bar"),
                says("L = x^2|x = 1", "1:5: x is used before it is assigned (move its line up)"),
                says("x = x + 1", "1:5: x is used before it is assigned (move its line up)"),
                says("x = 1|x = 2|L = x", "2:1: x is assigned twice (choose another name)"),
                says("x = 1|a = q1q|L = a + x", "2:5: unknown name q1q"),
                says(
                        "x = 1|loss L = x|loss M = x",
                        "3:6: there is a loss already (take out one of the two)"),
                says("x = 1|L = pow(x)", "2:5: pow takes 2 operands, not 1 (as in pow(a, b))"),
                says("x = 1|L = exp(x, x)", "2:5: exp takes 1 operand, not 2 (as in exp(x))"),
                says("x = 1|L = exp()", "2:5: exp takes 1 operand, not 0 (as in exp(x))"),
                says(
                        "x = 1|L = leaky_relu(x, slop=0.1)",
                        "2:19: leaky_relu has no slop (did you mean slope?)"),
                says("x = 1|L = leaky_relu(x, slope=x)", "2:25: slope takes a number, not x"),
                says(
                        "x = 1|L = elu(x, alpha=1, alpha=2)",
                        "2:21: alpha is given twice (take out one of the two)"),
                says(
                        "x = 1|L = elu(alpha=1, x)",
                        "2:18: this comes after a named value (named values come last)"),
                says("x = 1|L = exp(x, base=2)", "2:12: exp has no base (it takes operands only)"),
                says(
                        "W = xavier(2)|L = sum(W)",
                        "1:5: xavier takes 2 arguments, not 1 (as in xavier(3, 2, seed=0))"),
                says(
                        "W = xavier(2, 2, sead=1)|L = 1",
                        "1:18: xavier has no sead (did you mean seed?)"),
                says("W = he(2, 2, std=1)|L = 1", "1:14: he has no std (known: r, c, seed)"),
                says(
                        "W = zeros(2, 2, 2)|L = 1",
                        "1:5: zeros takes 2 arguments, not 3 (as in zeros(3, 2))"),
                says("W = zeros(2.5, 2)|L = 1", "1:5: rows and columns are whole numbers from 1"),
                says("W = zeros(0, 2)|L = 1", "1:5: rows and columns are whole numbers from 1"),
                says(
                        "W = xavier(2, 2, seed=0.5)|L = 1",
                        "1:5: a seed is a whole number (as in seed=42)"),
                says(
                        "W = uniform(2, 2, low=1, high=0)|L = 1",
                        "1:5: low is above high (change the two)"),
                says("W = normal(2, 2, std=-1)|L = 1", "1:5: std is not negative"),
                says("W = zeros(2, \"a\")|L = 1", "1:14: zeros takes no text (as in zeros(3, 2))"),
                says(
                        "A = [1, 2; 3]|L = 1",
                        "1:12: this row has 1, the first has 2 (rows are separated by ;)"),
                says("x = 1|A = [x, 2]|L = 1", "2:6: a matrix holds numbers, not x"),
                says(
                        "A = [1 2]|L = 1",
                        "1:8: elements of a row are separated by commas (write 1, 2)"),
                says(
                        "A = [1, 2; 3, 4]|L = A",
                        "2:1: the output is 2×2; only a 1×1 can be differentiated (take its sum or mean)"),
                says(
                        "W1 = ones(6, 2)|X = ones(3, 32)|L = sum(W1 @ X)",
                        "3:9: W1 is 6×2 and X is 3×32: the inner sizes 2 and 3 differ (transpose one?)"),
                says(
                        "a = [1, 2]|b = [1; 2; 3]|c = [1, 2, 3]|L = sum(a + c)",
                        "4:9: a is 1×2 and c is 1×3: they do not fit element by element"),
                says(
                        "a = [1, 2]|b = [1; 2]|L = dot(a, b)",
                        "3:5: dot: 1×2 and 2×1 differ (transpose one?)"),
                says(
                        "a = [1, 2]|L = sum(reshape(a, 3, 1))",
                        "2:9: reshape: 1×2 has 2 elements, 3×1 has 3"),
                says(
                        "a = [1, 2]|L = sum(a, row)",
                        "2:12: row is neither rows nor cols (did you mean rows?)"),
                says(
                        "x = 1e999|L = x",
                        "1:5: 1e999 is too large for a double (the largest is about 1.8e308)"),
                says(
                        "x = 1|param w = x + 1|L = x",
                        "2:11: a param takes a number, a matrix or an initialiser"),
                says(
                        "x = 1|loss = x",
                        "2:1: loss is a word of the language, not a name (write loss L = …)"),
                says(
                        "data = 1|L = 2",
                        "1:1: data is a word of the language, not a name (choose another name)"),
                says(
                        "x = 1|L = x + set",
                        "2:9: set is a word of the language, not a name (choose another name)"),
                says("parm w = 1|L = 2", "1:1: 'parm' does not fit here (did you mean param?)"),
                says("x = 1|L = x +", "2:8: this line is not finished"),
                says("x", "1:2: this line is not finished (a statement is name = expression)"),
                says(
                        "x = 1|L = x = 2",
                        "2:7: '=' does not fit here (a statement is name = expression, one a line)"),
                says("x = 1|L = x)", "2:6: ')' does not fit here (it closes nothing)"),
                says(
                        "x = 1|L = (x|M = 2x",
                        "2:5: this bracket is never closed (close it)",
                        "3:6: a product needs its sign (write 2*x)"),
                says(
                        "x = 1|L = x × 2",
                        "2:7: '×' is not part of the language (write *, or @ for the product of matrices)"),
                says("x = 1|L = 😀", "2:5: '😀' is not part of the language"),
                says(
                        "x = 1|L = [1; # 😀|2 3] @ x",
                        "3:3: elements of a row are separated by commas (write 2, 3)"),
                says("x = 1|L = x|set relu = 1", "3:5: unknown setting relu (did you mean relu0?)"),
                says("set relu0 = 0.3|x = 1", "1:13: relu0 is 0, 0.5 or 1, not 0.3"),
                says(
                        "set relu0 = 1|set relu0 = 0|x = 1",
                        "2:5: relu0 is set twice (take out one of the two)"),
                says(
                        "A = ones(2000, 2000)|B = ones(2, 2)|L = sum(B)",
                        "2:1: too large: over 4 million elements in all (take smaller matrices)"),
                says(
                        "A = zeros(3000, 2000)|L = 1",
                        "1:1: too large: over 4 million elements in all (take smaller matrices)"));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void a_program_means(String program, double value, double[] gradients) {
        ReadResult.Ok ok =
                assertInstanceOf(
                        ReadResult.Ok.class,
                        Language.read(program),
                        () -> "problems: " + told(program));
        Model m = ok.model();
        Adjoint a = Adjoint.of(m.graph(), m.output());
        Trace t = Trace.of(a.graph(), m.leaves());
        assertEquals(value, t.value(m.output()).item(), 1e-12);
        int k = 0;
        for (int leaf : m.names().values()) {
            Node node = m.graph().node(leaf);
            if (k < gradients.length && node.isLeafWithGradient() && node.shape().isScalar()) {
                assertEquals(
                        gradients[k++],
                        t.value(a.gradient(leaf).orElseThrow()).item(),
                        1e-12,
                        "gradient " + k);
            }
        }
        assertEquals(gradients.length, k);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_wrong_program_is_told(String program, String said) {
        assertEquals(said, told(program));
    }

    private static String told(String program) {
        return switch (Language.read(program)) {
            case ReadResult.Ok _ -> "";
            case ReadResult.Problems(var problems) ->
                    problems.stream()
                            .map(p -> p.at("f", program).substring(2))
                            .collect(Collectors.joining("\n"));
        };
    }

    private static Arguments of(String program, double value, double... gradients) {
        return Arguments.of(program.replace('|', '\n'), value, gradients);
    }

    private static Arguments says(String program, String... said) {
        return Arguments.of(program.replace('|', '\n'), String.join("\n", said));
    }
}
