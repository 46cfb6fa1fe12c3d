package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import java.util.List;

/// What can be asked about a program. It names nodes of its graph; [Posed] has the words and the
/// right answer.
public sealed interface QuizQuestion {

    /// What arrives at a node in the end, ∂L/∂node.
    record Arriving(int node) implements QuizQuestion {}

    /// The value of a node.
    record Computed(int node) implements QuizQuestion {}

    /// Which of its neighbours a node hands a gradient to.
    ///
    /// @param options drawn nodes to choose from, in the order in which they are offered
    record Takers(int node, List<Integer> options) implements QuizQuestion {

        public Takers {
            options = List.copyOf(options);
        }
    }

    /// Which way the output moves when one number of a leaf grows a little.
    ///
    /// @param element counted row by row
    record Nudge(int leaf, int element) implements QuizQuestion {}

    /// The shape of the gradient of a node.
    record GradientShape(int node) implements QuizQuestion {}

    /// Which product of upstream gradient and other operand is what a matrix product hands to one
    /// of its operands.
    ///
    /// @param edge by which the product takes that operand
    /// @param options in the order in which they are offered
    record Factors(Edge edge, List<Candidate> options) implements QuizQuestion {

        public Factors {
            options = List.copyOf(options);
        }
    }

    /// One of several texts, as a lesson asks it.
    ///
    /// @param asked what is to be chosen, empty if the lesson has said it already
    record Choice(String asked, List<Option> options) implements QuizQuestion {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /// A text to choose, with formulas between dollar signs.
    record Option(String text, boolean right) {}

    /// A product of an upstream gradient and the other operand, each of them transposed or not.
    ///
    /// @param gradientFirst whether the gradient is the left factor
    record Candidate(boolean gradientFirst, boolean gradientTurned, boolean otherTurned) {}
}
