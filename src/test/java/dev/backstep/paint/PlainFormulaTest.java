package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\frac{\\partial L}{\\partial x} = 2\\cdot 4 | ∂L/∂x = 2 · 4",
                "Z^{[1]} = W^{[1]}\\, X + b^{[1]} | Z[1] = W[1] X + b[1]",
                "\\hat{y} = \\sigma\\left(z\\right) | ŷ = σ(z)",
                "\\Delta t\\cdot \\pi \\psi _{1} + \\Omega \\varphi \\varsigma \\vartheta | Δt · πψ1 + Ωφςϑ",
                "L \\to c \\to x | L → c → x",
                "\\begin{bmatrix}1 & -2 \\\\ 3 & 4\\end{bmatrix} | [1, −2; 3, 4]",
                "\\frac{1 + x}{2} | (1 + x)/2",
                "w^{\\top}\\frac{\\partial L}{\\partial z} | wT∂L/∂z",
                "\\text{Layer 1}: X \\to a | Layer 1: X → a",
                "\\int_0^1 \\nabla f \\le \\prod_i x_i \\approx 2 | ∫01 ∇f ≤ Πi xi ≈ 2",
                "\\frac{ | /",
                "\\ | ''",
                "a{b}}} | ab"
            })
    void a_formula_has_a_plain_form(String tex, String plain) {
        assertEquals(plain, PlainFormula.of(tex));
    }
}
