package dev.backstep.lang;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program with the values of a training in the place of its initialisers.
///
/// The new values read back exactly; what does not change is kept letter for letter. The parameters
/// of an `mlp` stand nowhere in the text: its layers are written out, as [Mlp] describes them.
public sealed interface TrainedText {

    /// The text of the program.
    record Text(String text) implements TrainedText {}

    /// The text would be longer than a program may be.
    ///
    /// @param length in characters
    record TooLong(long length) implements TrainedText {}

    /// A value is not finite, which no text can hold.
    record NotFinite(String name) implements TrainedText {}

    /// A value does not stand in the text.
    record NotWritten(String name) implements TrainedText {}

    /// Writes values of leaves into the text of a program.
    ///
    /// @param program as it was read
    /// @param values by name: of its parameters, and of what else has changed
    static TrainedText of(Model program, Map<String, Tensor> values) {
        Optional<MlpLayers> mlp = MlpLayers.in(program.text());
        List<TextEdit> edits = new ArrayList<>();
        boolean layers = false;
        for (Map.Entry<String, Integer> named : program.names().entrySet()) {
            String name = named.getKey();
            int id = named.getValue();
            Tensor value = values.get(name);
            if (value == null || !isOwn(program, name, id) || value.equals(program.leaf(id))) {
                continue;
            }
            if (!value.isFinite()) {
                return new NotFinite(name);
            }
            boolean inText = program.literals().containsKey(id);
            if (!inText && mlp.isEmpty()) {
                return new NotWritten(name);
            }
            layers |= !inText;
            if (inText) {
                edits.addAll(TextEdit.of(program, id, value));
            }
        }
        if (layers) {
            edits.addAll(written(program, mlp.orElseThrow(), values));
        }
        return applied(program.text(), edits);
    }

    /// Whether a name is that of a leaf whose value the program itself gives.
    private static boolean isOwn(Model program, String name, int id) {
        Node node = program.graph().node(id);
        return program.leaves().containsKey(id)
                && node.name().filter(name::equals).isPresent()
                && !node.op().equals(new Op.Leaf(Op.Role.DATA));
    }

    /// The layers above the statement, and their result in the place of the call.
    private static List<TextEdit> written(
            Model program, MlpLayers mlp, Map<String, Tensor> values) {
        List<String> lines =
                mlp.lines(
                        name -> {
                            Tensor drawn = program.leaf(Networks.leaf(program, name));
                            return MatrixText.of(values.getOrDefault(name, drawn));
                        });
        Span above = new Span(mlp.lineStart(), mlp.lineStart());
        return List.of(
                new TextEdit(above, String.join("\n", lines) + "\n"),
                new TextEdit(mlp.span(), mlp.result()));
    }

    private static TrainedText applied(String text, List<TextEdit> edits) {
        edits.sort(Comparator.comparingInt((TextEdit e) -> e.at().start()));
        long length = text.length();
        for (TextEdit edit : edits) {
            length += edit.by().length() - (edit.at().end() - edit.at().start());
        }
        if (length > Language.MAX_LENGTH) {
            return new TooLong(length);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (TextEdit edit : edits) {
            out.append(text, from, edit.at().start()).append(edit.by());
            from = edit.at().end();
        }
        return new Text(out.append(text, from, text.length()).toString());
    }
}
