package dev.backstep.ui.files;

import dev.backstep.data.NpyWriter;
import dev.backstep.onnx.OnnxProgram;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.store.AtomicWrite;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens models in the format ONNX. One whose weights fit into a text is a new program without a
/// file. One with large weights is written where the user says, its weights beside it, and opened
/// there.
final class ModelFile {

    private sealed interface Read {

        record Ok(OnnxProgram program) implements Read {}

        record Refused(Message why) implements Read {}
    }

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
        String name = String.valueOf(file.getFileName());
        Bundle words = Texts.spoken();
        background.run(
                Background.Task.TABLE,
                () -> read(file, name, words),
                read -> {
                    switch (read) {
                        case Read.Refused(Message why) ->
                                notices.refuse(
                                        Texts.of(
                                                Message.of("disk.at")
                                                        .with("file", name)
                                                        .with("problem", why)));
                        case Read.Ok(OnnxProgram program) -> show(file, program, written);
                    }
                },
                notices::refuse);
    }

    private static Read read(Path file, String name, Bundle words) {
        try {
            Optional<String> stem = Optional.of(OnnxProgram.stem(file));
            return new Read.Ok(OnnxProgram.of(OnnxProgram.model(file), name, stem, words));
        } catch (Refusal e) {
            return new Read.Refused(e.why());
        }
    }

    private void show(Path file, OnnxProgram program, Consumer<Path> written) {
        if (!program.files().isEmpty()) {
            choosers.save(OnnxProgram.stem(file) + ".bs")
                    .ifPresent(to -> write(program, to, written));
            return;
        }
        boolean unsaved = session.state().isModified();
        session.dispatch(new Action.Copy(OnnxProgram.stem(file), program.text()));
        String done =
                Texts.of(
                        Message.of("file.opened").with("file", String.valueOf(file.getFileName())));
        notices.tell(unsaved ? done + " " + Texts.of("file.undo.brings.back") : done);
    }

    /// Writes a program and the weights that it names, and has it opened.
    void write(OnnxProgram program, Path to, Consumer<Path> written) {
        background.run(
                Background.Task.EXPORT,
                () -> {
                    save(program, to);
                    return to;
                },
                written,
                _ ->
                        notices.refuse(
                                Texts.of(
                                        Message.of("export.failed")
                                                .with("file", String.valueOf(to.getFileName())))));
    }

    private static void save(OnnxProgram program, Path to) throws IOException {
        for (Map.Entry<String, Tensor> weight : program.files().entrySet()) {
            AtomicWrite.write(
                    to.resolveSibling(weight.getKey()),
                    out -> NpyWriter.write(weight.getValue(), out));
        }
        AtomicWrite.write(to, out -> out.write(program.text().getBytes(StandardCharsets.UTF_8)));
    }
}
