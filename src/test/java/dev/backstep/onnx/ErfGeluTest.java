package dev.backstep.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// GELU as models say it that are older than the operator.
class ErfGeluTest {

    /// In every order that exporters are known to write; the last line computes `out`.
    static Stream<String> spellings() {
        return Stream.of(
                "Div d x root2; Erf e d; Add s e one; Mul p x s; Mul out p half",
                "Div d x root2; Erf e d; Add s one e; Mul p s x; Mul out half p",
                "Mul h x half; Div d x root2; Erf e d; Add s e one; Mul out h s",
                "Mul d x root; Erf e d; Add s e one; Mul p s half; Mul out x p");
    }

    private static ModelBytes model(String lines, String... outputs) {
        ModelBytes model =
                new ModelBytes(17)
                        .input("x", 3, 4)
                        .weight("root2", new long[0], (float) Math.sqrt(2))
                        .weight("root", new long[0], (float) Math.sqrt(0.5))
                        .weight("one", new long[0], 1)
                        .weight("two", new long[0], 2)
                        .weight("half", new long[0], 0.5);
        for (String line : lines.split("; ")) {
            String[] words = line.split(" ", 3);
            model = model.node(words[0], words[1], words[2]);
        }
        for (String output : outputs) {
            model = model.output(output);
        }
        return model;
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void gelu_by_the_error_function_is_gelu(String lines) {
        String text = Imported.of(model(lines, "out")).program().text();
        assertTrue(text.contains("out = gelu(X)  # Gelu\n"), text);
        assertTrue(!text.contains("root") && !text.contains("half") && !text.contains("Div"), text);
    }

    @Test
    void what_is_multiplied_before_is_its_operand() {
        String lines = "Mul v x two; " + spellings().findFirst().orElseThrow().replace(" x", " v");
        String text = Imported.of(model(lines, "out")).program().text();
        assertTrue(text.contains("out = gelu(v)"), text);
    }

    @Test
    void a_quotient_that_is_used_elsewhere_stays() {
        String lines = spellings().findFirst().orElseThrow() + "; Add more d out";
        String text = Imported.of(model(lines, "more")).program().text();
        assertTrue(text.contains("out = gelu(X)") && text.contains("more = d + out"), text);
    }

    /// Another factor, another sum, another operand; a part that is an output itself.
    static Stream<ModelBytes> others() {
        return Stream.of(
                model("Div d x root2; Erf e d; Add s e one; Mul p x s; Mul out p two", "out"),
                model("Div d x two; Erf e d; Add s e one; Mul p x s; Mul out p half", "out"),
                model("Div d x root2; Erf e d; Add s e two; Mul p x s; Mul out p half", "out"),
                model(
                        "Neg y x; Div d x root2; Erf e d; Add s e one; Mul p y s; Mul out p half",
                        "out"),
                model("Div d x root2; Erf e d; Add s e one; Mul p x s; Mul out p half", "out", "e"),
                model("Div d x root2; Erf out d", "out"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void any_other_use_of_the_error_function_is_refused(ModelBytes model) {
        String refusal = Imported.refusal(model);
        assertTrue(refusal.contains("Erf"), refusal);
    }
}
