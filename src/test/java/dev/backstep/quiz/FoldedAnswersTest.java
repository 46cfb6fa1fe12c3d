package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.story.Walkthrough;
import org.junit.jupiter.api.Test;

/// Answers to questions on a program whose layers are folded.
class FoldedAnswersTest {

    /// The sigmoid inside of the layer has no card while the layer is folded.
    @Test
    void a_node_without_a_card_is_told_with_the_card_that_it_is_in() {
        String text = "w = 2\nx = 1\n## Layer\nz = w*x\na = sigmoid(z)\n##\nloss L = a^2";
        Model model = ((ReadResult.Ok) Language.read(text)).model();
        Detail layers = Detail.of(Detail.Level.LAYERS);
        Walkthrough folded = Asked.program(text).folded(Folding.of(model.groups(), layers));
        String said = Asked.said(Asked.arriving(folded, "w"), "1.7616");
        assertTrue(said.contains("the activation a is left out. How fast does a change"), said);
        assertTrue(said.contains("with z (inside a)?"), said);
    }
}
