package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Greek letters in Python are words, as its programmers spell them.
class PythonTest {

    @ParameterizedTest
    @CsvSource({
        "α, alpha",
        "Δ, Delta",
        "Ω, Omega",
        "σ2, sigma2",
        "W_α, W_alpha",
        "Δx, Delta_x",
        "dθ, d_theta",
        "αβ, alpha_beta",
        "ς, sigma",
        "ϵ, epsilon",
        "变量, __",
        "x, x"
    })
    void a_name_is_spelled_in_ascii(String name, String python) {
        assertEquals(python, new Python(Set.of()).name(name));
    }

    /// `lambda` is a word of Python, `relu` a function of the script.
    @Test
    void none_is_a_word_of_python_or_the_name_of_something_else() {
        Python python = new Python(Set.of("relu", "pi"));
        List<String> names = List.of("λ", "π", "alpha", "α", "α_2", "ϖ", "relu");
        assertEquals(
                List.of("lambda_2", "pi_2", "alpha", "alpha_2", "alpha_2_2", "pi_3", "relu_2"),
                names.stream().map(python::name).toList());
    }
}
