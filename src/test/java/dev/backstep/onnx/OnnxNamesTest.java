package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.field;
import static dev.backstep.onnx.ModelBytes.joined;
import static dev.backstep.onnx.ModelBytes.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Completion;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Names of models in programs.
class OnnxNamesTest {

    private static final List<String> PIECES =
            List.of(
                    "\n",
                    "\r",
                    "\t",
                    "\u0000",
                    "\u0085",
                    "\u2028",
                    "\u202e",
                    "\ufeff",
                    " ",
                    "#",
                    "##",
                    "\"",
                    "'",
                    "\\",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "=",
                    ",",
                    ";",
                    ":",
                    "@",
                    "^",
                    "/",
                    "..",
                    "-",
                    "+",
                    "_",
                    "_output_0",
                    "x",
                    "X",
                    "y",
                    "L",
                    "loss",
                    "param ",
                    "const",
                    "set mistake = sign",
                    "data csv(\"/etc/passwd\", label=1)",
                    "sum",
                    "e",
                    "pi",
                    "rows",
                    "file(\"a.npy\")",
                    "ŷ",
                    "yhat",
                    "x₁",
                    "x_1",
                    "权重",
                    "é",
                    "e\u0301",
                    "😀",
                    "0",
                    "12",
                    "W",
                    "1",
                    "<b>",
                    "&",
                    "$x$",
                    "relu",
                    "T",
                    "ᵀ",
                    "²",
                    "½",
                    "\ud7ff");

    private static String name(Random random) {
        StringBuilder out = new StringBuilder();
        for (int k = random.nextInt(5); k >= 0; k--) {
            out.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return out.toString();
    }

    /// A hundred models of a hundred nodes: tensors, nodes and weights of such names. Each line of
    /// a program is one of the shapes that are written here, so none of them has become text of the
    /// program.
    @Test
    void ten_thousand_hostile_names_are_no_more_than_names() {
        Random random = new Random(14);
        for (int run = 0; run < 100; run++) {
            List<String> tensors = new ArrayList<>();
            tensors.add("x" + name(random));
            ModelBytes model = new ModelBytes(13).input(tensors.getFirst(), 2, 3);
            for (int k = 0; k < 100; k++) {
                String weight = k + "w" + name(random);
                String output = name(random) + k;
                model.weight(weight, new long[] {3}, 1, 2, k);
                model.raw(
                        1,
                        joined(
                                text(1, tensors.getLast()),
                                text(1, weight),
                                text(2, output),
                                text(3, name(random) + "/" + name(random) + "/" + name(random)),
                                text(4, "Add")));
                tensors.add(output);
            }
            model.raw(12, text(1, tensors.getLast()));
            Imported read = Imported.of(model);
            assertEquals(201, read.model().names().size() - 2, "run " + run);
            read.program()
                    .text()
                    .lines()
                    .forEach(
                            line ->
                                    assertTrue(
                                            line.matches(
                                                    "(# .*|## .*|##|X = normal\\(3, 2, seed=1\\)  # .*"
                                                            + "|param [A-Za-z]\\w* = \\[1; 2; \\d+]  # .*"
                                                            + "|[A-Za-z]\\w* = [A-Za-z]\\w* \\+ [A-Za-z]\\w*  # .*"
                                                            + "|const y = zeros\\(3, 2\\)  # .*"
                                                            + "|loss L = mean\\(se\\([A-Za-z]\\w*, y\\)\\)|)"),
                                            line));
            assertTrue(read.model().mistake().isEmpty());
        }
    }

    @Test
    void each_word_of_the_language_is_left_to_it() {
        Set<String> words = new HashSet<>();
        Completion.at("", 0).proposals().forEach(p -> words.add(p.name()));
        assertTrue(words.contains("softmax") && words.contains("mlp"), words.toString());
        LegalNames names = new LegalNames();
        words.remove("σ");
        words.forEach(w -> assertEquals(w + "_2", names.fresh(w, "t")));
        assertEquals("X_2", names.fresh("X", "t"));
        assertEquals("e_2", names.fresh("/e", "t"));
    }

    @Test
    void names_stay_as_they_are_read() {
        LegalNames names = new LegalNames();
        assertEquals("fc1_Gemm", names.fresh("/fc1/Gemm_output_0", "t"));
        assertEquals("fc1_Gemm_2", names.fresh("/fc1/Gemm_output_0", "t"));
        assertEquals("fc1_weight", names.fresh("fc1.weight", "t"));
        assertEquals("dense_MatMul", names.fresh("dense/MatMul:0", "t"));
        String cut = "sequential_dense_BiasAdd_ReadVariableOp";
        assertEquals(cut, names.fresh("sequential/dense/BiasAdd/ReadVariableOp/resource", "t"));
        assertEquals("t12", names.fresh("12", "t"));
        assertEquals("t", names.fresh("权重", "t"));
        assertEquals("t_2", names.fresh("", "t"));
        assertEquals(40, names.fresh("a".repeat(1_000_000), "t").length());
    }

    @Test
    void the_scope_of_a_node_is_the_title_of_its_section() {
        assertEquals("fc1", Scopes.title("/fc1/Gemm"));
        assertEquals("encoder/layers.0/fc1", Scopes.title("/encoder/layers/layers.0/fc1/MatMul"));
        assertEquals("", Scopes.title("/Add"));
        assertEquals("", Scopes.title("Gemm_0"));
        assertEquals("", Scopes.title(""));
        assertEquals("model/dense", Scopes.title("model/dense/BiasAdd"));
        assertEquals("a__b", Scopes.title("a#\nb/Add"));
    }

    @Test
    void a_text_that_is_not_unicode_makes_no_model() {
        byte[] model =
                joined(
                        new ModelBytes(13).input("x", 1, 2).output("x").bytes(),
                        field(2, new byte[] {(byte) 0xff}));
        assertTrue(
                assertThrows(Refusal.class, () -> Imported.program(model))
                        .getMessage()
                        .startsWith("this is no ONNX model"));
    }
}
