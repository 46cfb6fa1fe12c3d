package dev.backstep.lang;

import dev.backstep.data.DataFiles;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The matrices of files that a program names, as `file("W1.npy")`, while it is read.
final class FileMatrices {

    static final String NAME = "file";

    private final DataFiles files;
    private final Map<String, Tensor> read = new HashMap<>();
    private long elements;

    FileMatrices(DataFiles files) {
        this.files = files;
    }

    /// Whether a text names the file of a matrix, so that it may mean something else another time.
    static boolean areIn(String text) {
        return text.contains(NAME)
                && RightSides.of(text).stream()
                        .anyMatch(r -> !Arguments.calls(r.expression(), Set.of(NAME)).isEmpty());
    }

    static boolean isFile(CallContext call) {
        return call.NAME().getText().equals(NAME);
    }

    /// Those that have been read, by the names of their files.
    Map<String, Tensor> read() {
        return Map.copyOf(read);
    }

    /// The matrix that a right side is; nothing if it is none of a file.
    ///
    /// @throws ProblemException if it is one that cannot be read
    Optional<Literal> literal(ExpressionContext right, TokenPositions place) {
        return Literal.inside(right) instanceof CallContext call && isFile(call)
                ? Optional.of(of(call, place))
                : Optional.empty();
    }

    /// @throws ProblemException if it cannot be read
    Literal of(CallContext call, TokenPositions place) {
        ArgumentContext argument = argument(call, place);
        String name = KeyedArguments.unquoted(argument.getText());
        Tensor value = read.get(name);
        if (value == null) {
            value = fresh(name, argument, place);
            elements += value.size();
            read.put(name, value);
        }
        Tensor found = value;
        return new Literal(found.shape(), () -> found, List.of());
    }

    private Tensor fresh(String name, ArgumentContext argument, TokenPositions place) {
        if (elements > Shape.MAX_ELEMENTS) {
            throw place.wrong(
                    argument,
                    Message.of("problem.matrix.large"),
                    Message.of("hint.smaller.matrix"));
        }
        return switch (files.matrix(name)) {
            case DataFiles.MatrixFound.Matrix(Tensor value) -> value;
            case DataFiles.MatrixFound.Refused(var problems) ->
                    throw new ProblemException(
                            problems.stream()
                                    .map(
                                            p ->
                                                    new Problem(
                                                            place.of(argument),
                                                            p.message(),
                                                            p.hint()))
                                    .toList());
        };
    }

    /// The one argument of a call, a text.
    ///
    /// @throws ProblemException if it has another
    static ArgumentContext argument(CallContext call, TokenPositions place) {
        List<ArgumentContext> given = Arguments.list(call);
        if (given.size() != 1
                || given.getFirst().NAME() != null
                || given.getFirst().TEXT() == null) {
            throw place.wrong(
                    call,
                    Message.of("problem.file"),
                    Hint.example(FunctionTable.get(NAME).example()));
        }
        return given.getFirst();
    }
}
