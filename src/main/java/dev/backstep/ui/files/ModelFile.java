package dev.backstep.ui.files;

import dev.backstep.data.NpyWriter;
import dev.backstep.onnx.OnnxProgram;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.store.AtomicWrite;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Opens models in the format ONNX. One whose weights fit into a text is a new program without a
/// file. One with large weights is written where the user says, its weights beside it, and opened
/// there.
final class ModelFile {

    private final Session session;
    private final Notices notices;
    private final Background background;
    private final Choosers choosers;

    ModelFile(Session session, Notices notices, Background background, Choosers choosers) {
        this.session = session;
        this.notices = notices;
        this.background = background;
        this.choosers = choosers;
    }

    /// @param written opens a program that had to be written
    void open(Path file, Consumer<Path> written) {
        background.run(
                Background.Task.TABLE,
                () -> ModelRead.of(file, Optional.of(OnnxProgram.stem(file))),
                read -> {
                    switch (read) {
                        case ModelRead.Refused(Message why) -> notices.refuse(Texts.of(why));
                        case ModelRead.Ok(OnnxProgram program) -> show(file, program, written);
                    }
                },
                notices::refuse);
    }

    private void show(Path file, OnnxProgram program, Consumer<Path> written) {
        if (!program.files().isEmpty()) {
            choosers.save(OnnxProgram.stem(file) + ".bs")
                    .ifPresent(to -> replace(program, to, written));
            return;
        }
        boolean unsaved = session.state().isModified();
        session.dispatch(new Action.Copy(OnnxProgram.stem(file), program.text()));
        notices.opened(String.valueOf(file.getFileName()), unsaved);
    }

    /// Writes a program and the weights that it names, and has it opened; asks first whether
    /// weights that are there already may be replaced.
    void replace(OnnxProgram program, Path to, Consumer<Path> written) {
        Map<Path, Tensor> weights = new TreeMap<>();
        program.files().forEach((name, value) -> weights.put(to.resolveSibling(name), value));
        if (choosers.mayReplace(List.copyOf(weights.keySet()))) {
            write(program, weights, to, written);
        }
    }

    private void write(
            OnnxProgram program, Map<Path, Tensor> weights, Path to, Consumer<Path> written) {
        background.run(
                Background.Task.EXPORT,
                () -> Unwritten.of(to, () -> save(program, weights, to)),
                failure ->
                        failure.map(Texts::of)
                                .ifPresentOrElse(notices::refuse, () -> written.accept(to)),
                notices::refuse);
    }

    /// The weights first: whoever finds the program finds them too.
    private static void save(OnnxProgram program, Map<Path, Tensor> weights, Path to)
            throws IOException {
        List<Path> files = new ArrayList<>(weights.keySet());
        List<Tensor> values = List.copyOf(weights.values());
        files.add(to);
        AtomicWrite.writeAll(
                files,
                (file, out) -> {
                    if (file < values.size()) {
                        NpyWriter.write(values.get(file), out);
                    } else {
                        out.write(program.text().getBytes(StandardCharsets.UTF_8));
                    }
                });
    }
}
