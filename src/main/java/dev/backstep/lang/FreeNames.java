package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Which names a definition may give.
final class FreeNames {

    private final Scope scope;

    FreeNames(Scope scope) {
        this.scope = scope;
    }

    /// @throws ProblemException if a function cannot be called this
    void requireFree(Token name, TokenPositions place) {
        String called = name.getText();
        boolean function =
                FunctionTable.find(called).isPresent()
                        || called.equals(Mlp.NAME)
                        || scope.functions().find(called).isPresent();
        if (function || scope.taken(called)) {
            throw new ProblemException(
                    place.of(name, name),
                    Message.of(function ? "problem.function.taken" : "problem.function.name")
                            .with("name", called),
                    Message.of("hint.other.name"));
        }
    }

    /// @throws ProblemException if an operand cannot be called this
    void requireOperand(Token name, Set<String> operands, TokenPositions place) {
        if (scope.functions().find(name.getText()).isPresent()) {
            throw new ProblemException(
                    place.of(name, name),
                    Message.of("problem.function.taken").with("name", name.getText()),
                    Message.of("hint.other.name"));
        }
        if (operands.contains(name.getText())) {
            throw new ProblemException(
                    place.of(name, name),
                    Message.of("problem.operand.twice").with("name", name.getText()),
                    Message.of("hint.other.name"));
        }
    }

    /// @throws ProblemException if a line of a body cannot assign this
    void requireUnused(Token name, Frame frame, TokenPositions place) {
        boolean function =
                scope.functions().find(name.getText()).isPresent()
                        || name.getText().equals(frame.function());
        if (function || frame.nodes().containsKey(name.getText())) {
            throw new ProblemException(
                    place.of(name, name),
                    Message.of(function ? "problem.function.taken" : "problem.assigned.twice")
                            .with("name", name.getText()),
                    Message.of("hint.other.name"));
        }
    }
}
