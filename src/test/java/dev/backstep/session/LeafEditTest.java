package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LeafEditTest {

    private static String set(String program, String leaf, int element, double value) {
        State before = opened(program);
        State after = after(before, new Action.SetLeaf(node(before, leaf), element, value));
        State read = opened(after.document().text());
        assertEquals(good(read).model(), good(after).model());
        return after.document().text();
    }

    @Test
    void only_the_characters_of_the_element_change() {
        String before = "W = [ 1, -2 ;  # the first row, kept\n 3 ,1/2]\nL = sum(W)";
        assertEquals(before.replace("-2", "7.5"), set(before, "W", 1, 7.5));
        assertEquals(before.replace("3", "-3"), set(before, "W", 2, -3));
        assertEquals(before.replace("1/2", "0"), set(before, "W", 3, 0));
        assertEquals(before.replace("[ 1", "[ 8"), set(before, "W", 0, 8));
    }

    @Test
    void an_initialiser_is_written_out() {
        assertEquals(
                "W = [1, 5]\nb = 2\nL = sum(W)*b",
                set("W = ones(1, 2)\nb = 2\nL = sum(W)*b", "W", 1, 5));
        assertEquals("W = [5]\nL = sum(W)", set("W = [1]\nL = sum(W)", "W", 0, 5));
        assertEquals("W = 5\nL = sum(W)", set("W = zeros(1, 1)\nL = sum(W)", "W", 0, 5));
    }

    @Test
    void signs_and_comments_around_a_scalar_are_right() {
        assertEquals("param x = 2 # one\nL = x", set("param x = - 1 # one\nL = x", "x", 0, 2));
        assertEquals(
                "const x = 2\ny = 1\nL = x*y", set("const x = 1.50\ny = 1\nL = x*y", "x", 0, 2));
    }

    @Test
    void literals_after_the_edited_one_move_along() {
        String text = set("x = 1\ny = 2\nL = x*y", "x", 0, 1234.5);
        assertEquals("x = 1234.5\ny = -7\nL = x*y", set(text, "y", 0, -7));
    }

    /// Functions, sections and notes stay letter for letter, before the leaf and behind it.
    @Test
    void a_leaf_beside_functions_and_sections_changes_alone() {
        String before =
                """
                ## Functions
                scaled(A, s) = {   # twice used
                  k = 3
                  s * A * k
                }
                half(A) = A / 2
                ## Inputs
                W = [1, 2]   # two of them
                s = 4
                ##
                a = scaled(W, s)
                b = scaled(half(W), 1)
                loss L = sum(a + b)
                """;
        assertEquals(before.replace("[1, 2]", "[1, -7.5]"), set(before, "W", 1, -7.5));
        assertEquals(before.replace("s = 4", "s = 0.25"), set(before, "s", 0, 0.25));
    }

    @Test
    void a_matrix_that_would_make_the_text_too_long_is_left_alone() {
        State huge = opened("W = normal(600, 600, seed=1)\nL = sum(W)");
        assertSame(huge, after(huge, new Action.SetLeaf(node(huge, "W"), 0, 1)));
    }
}
