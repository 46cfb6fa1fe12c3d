package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.Group;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which nodes of a program belong together. A group is written as its name, its kind where that is
/// not a statement, its nodes, and what lies inside.
class GroupsTest {

    /// Nodes: x, x·x, y as another name for z, the constant 3, 3·y, 3·y + z.
    @Test
    void a_line_that_computes_is_a_group_and_a_leaf_is_none() {
        assertEquals("z[1-2] y[2-3] L[3-6]", groups("x = 2\nz = x*x\ny = z\nL = 3*y + z"));
    }

    /// A layer adds W, b, the product, b stretched, their sum, and its activation; the last is
    /// linear, and `yhat` another name for it.
    @Test
    void the_layers_of_an_mlp_are_groups_beside_the_line() {
        assertEquals(
                "Layer 1:layer[1-7]{Z1[3-6] a1[6-7]} Layer 2:layer[7-12]{Z2[9-12]} yhat[12-13]"
                        + " L[13-15]",
                groups(
                        """
                        X = [1, 2; 3, 4]
                        yhat = mlp(X, [3, 1], tanh, linear)
                        L = mean(square(yhat))
                        """));
    }

    /// What the operand of `mlp` computes belongs to no line: it lies before the layers.
    @Test
    void what_comes_after_the_layers_is_the_rest_of_the_line() {
        assertEquals(
                "Layer 1:layer[2-8]{Z1[4-7] a1[7-8]} L[8-9]",
                groups("X = [1, 2; 3, 4]\nL = mean(mlp(square(X), [3], tanh, tanh))"));
    }

    @Test
    void a_model_keeps_its_groups_when_values_change() {
        Model model = ((ReadResult.Ok) Language.read("x = 2\nL = x*x")).model();
        Model changed = model.with("x", dev.backstep.tensor.Tensor.scalar(3));
        assertEquals(model.groups(), changed.groups());
        assertEquals(model.groups(), model.on(1, model.leaves()).groups());
    }

    private static String groups(String text) {
        return told(((ReadResult.Ok) Language.read(text)).model().groups());
    }

    static String told(List<Group> groups) {
        return groups.stream().map(GroupsTest::told).collect(Collectors.joining(" "));
    }

    private static String told(Group g) {
        String kind = g.kind() == Group.Kind.STATEMENT ? "" : ":" + g.kind().name().toLowerCase();
        String inner = g.groups().isEmpty() ? "" : "{" + told(g.groups()) + "}";
        return g.name() + kind + "[" + g.from() + "-" + g.to() + "]" + inner;
    }
}
