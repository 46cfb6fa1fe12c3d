package dev.backstep.ui.files;

import dev.backstep.export.PyTorchScript;
import dev.backstep.export.TikzGraph;
import dev.backstep.lang.Model;
import dev.backstep.session.Session;
import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the program, or the picture on screen, as text for other programs: asks where it goes,
/// and tells how it went.
public final class ScriptFiles {

    private final Session session;
    private final Notices notices;
    private final FileWriting writing;
    private final Choosers choosers;
    private final Pictures pictures;

    ScriptFiles(
            Session session,
            Notices notices,
            FileWriting writing,
            Choosers choosers,
            Pictures pictures) {
        this.session = session;
        this.notices = notices;
        this.writing = writing;
        this.choosers = choosers;
        this.pictures = pictures;
    }

    /// The program and its training for PyTorch.
    public void pytorch() {
        Optional<Model> model = session.state().good().map(g -> g.model());
        if (model.isEmpty()) {
            notices.refuse(Texts.of("export.nothing"));
            return;
        }
        choosers.script(".py", "PyTorch").ifPresent(file -> pytorch(model.get(), file));
    }

    /// Writes the script in the background.
    public void pytorch(Model model, Path file) {
        write(file, to -> to.print(PyTorchScript.of(model)));
    }

    /// The picture on screen for LaTeX.
    public void tikz() {
        pictures.diagram()
                .ifPresentOrElse(
                        diagram ->
                                choosers.script(".tex", "TikZ")
                                        .ifPresent(
                                                file -> write(file, new TikzGraph(diagram)::write)),
                        () -> notices.refuse(Texts.of("export.nothing")));
    }

    @FunctionalInterface
    private interface Content {

        void write(PrintWriter to);
    }

    private void write(Path file, Content content) {
        writing.run(file, () -> failure(file, content));
    }

    /// Why the program cannot be written so; nothing if it is written.
    private static Optional<Message> failure(Path file, Content content) {
        StringWriter text = new StringWriter();
        try {
            content.write(new PrintWriter(text));
        } catch (Refusal e) {
            return Optional.of(e.why());
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Unwritten.of(file, () -> AtomicWrite.write(file, to -> to.write(bytes)));
    }
}
