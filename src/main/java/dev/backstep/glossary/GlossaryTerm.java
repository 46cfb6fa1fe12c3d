package dev.backstep.glossary;

import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A word of the field that the program explains. Its words stand in the bundle of the glossary;
/// its example is a file beside this class.
public enum GlossaryTerm {
    GRADIENT("\\frac{\\partial L}{\\partial x}"),
    UPSTREAM("\\frac{\\partial L}{\\partial z}"),
    LOCAL("\\frac{\\partial z}{\\partial x}"),
    DOWNSTREAM("\\frac{\\partial L}{\\partial z}\\cdot\\frac{\\partial z}{\\partial x}"),
    SEED("\\frac{\\partial L}{\\partial L} = 1"),
    ADJOINT("\\bar z = \\frac{\\partial L}{\\partial z}"),
    CHAIN_RULE(
            "\\frac{\\partial L}{\\partial x} = \\sum_i \\frac{\\partial L}{\\partial z_i}\\,\\frac{\\partial z_i}{\\partial x}"),
    JACOBIAN("J_{ij} = \\frac{\\partial z_i}{\\partial x_j}"),
    VECTOR_JACOBIAN_PRODUCT("J^T \\cdot \\frac{\\partial L}{\\partial z}"),
    COMPUTATIONAL_GRAPH("x \\to z \\to L"),
    FORWARD_PASS("x \\mapsto z \\mapsto L"),
    BACKWARD_PASS(
            "\\frac{\\partial L}{\\partial L} \\mapsto \\frac{\\partial L}{\\partial z} \\mapsto \\frac{\\partial L}{\\partial x}"),
    FORWARD_MODE("\\dot z = \\frac{\\partial z}{\\partial x}\\,\\dot x"),
    REVERSE_MODE("\\bar x = \\left(\\frac{\\partial z}{\\partial x}\\right)^T \\bar z"),
    TANGENT("\\dot z = \\frac{\\partial z}{\\partial x}"),
    LOSS("L \\in \\mathbb{R}"),
    CROSS_ENTROPY("-\\sum_k y_k \\log \\hat y_k"),
    BINARY_CROSS_ENTROPY("-[\\,y \\log \\hat y + (1 - y)\\log(1 - \\hat y)\\,]"),
    ONE_HOT("y = (0,\\, 0,\\, 1,\\, 0,\\, 0)^T"),
    LOGITS("\\hat y = \\mathrm{softmax}(z)"),
    SOFTMAX("\\hat y_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}"),
    ACTIVATION("a = f(Z)"),
    SATURATION("\\sigma'(t) \\approx 0"),
    DEAD_UNIT("\\max(0, t) = 0"),
    VANISHING_GRADIENT("\\left(\\tfrac14\\right)^n \\to 0"),
    EXPLODING_GRADIENT("w^n \\to \\infty"),
    INITIALISATION("\\mathrm{Var}(w) = \\frac{2}{n}"),
    BROADCASTING(
            "\\frac{\\partial L}{\\partial b} = \\sum_j \\frac{\\partial L}{\\partial Z_{:j}}"),
    MINI_BATCH("L = \\frac1B \\sum_{i=0}^{B-1} L^{(i)}"),
    EPOCH("\\frac{N}{B} \\ \\mathrm{steps}"),
    LEARNING_RATE("W \\leftarrow W - \\alpha\\,\\frac{\\partial L}{\\partial W}"),
    GRADIENT_DESCENT("W \\leftarrow W - \\alpha\\,\\frac{\\partial L}{\\partial W}"),
    MOMENTUM("v \\leftarrow \\mu v + g, \\quad W \\leftarrow W - \\alpha v"),
    OPTIMISER("(W, g) \\mapsto W + \\Delta W"),
    L2_PENALTY("g \\leftarrow g + \\lambda W"),
    WEIGHT_DECAY("W \\leftarrow (1 - \\alpha\\lambda)\\,W"),
    CLIPPING("g \\leftarrow g \\cdot \\min(1,\\ c / \\lVert g \\rVert)"),
    ACCURACY("\\frac{\\mathrm{right}}{N}"),
    DECISION_BOUNDARY("\\hat y = \\tfrac12"),
    CONFUSION_MATRIX("C_{ij} = \\left|\\{\\,y = i,\\ \\hat y = j\\,\\}\\right|"),
    FINITE_DIFFERENCES("\\frac{L(x + h) - L(x - h)}{2h}");

    private final String tex;

    GlossaryTerm(String tex) {
        this.tex = tex;
    }

    /// What it is called.
    public Message title() {
        return Message.of("glossary.name." + key());
    }

    /// What it means, in one sentence or two.
    public Message meaning() {
        return Message.of("glossary.meaning." + key());
    }

    /// A formula that says it, in TeX.
    public String tex() {
        return tex;
    }

    /// A small program in which it is seen.
    public String example() {
        try (InputStream in = GlossaryTerm.class.getResourceAsStream(key() + ".bs")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How it stands in the texts of a language.
    List<String> words(Bundle language) {
        return List.of(language.say(Message.of("glossary.words." + key())).split("\\|"));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
