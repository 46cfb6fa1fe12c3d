package dev.backstep.ui.csv;

import dev.backstep.lang.TrainingText;
import dev.backstep.session.DocumentOrigin;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the samples of a file go: into the open program if they fit into it, else into a small new
/// one.
///
/// @param program without any text if there is to be a new one
/// @param folder where files that the program names are looked for
/// @param named the file as the program names it
record CsvTarget(Path file, TrainingText program, boolean isNew, Path folder, String named) {

    /// So many folders up a path from the program is still better than one from the root.
    private static final String FAR = "../../../";

    static CsvTarget of(Path file, State state) {
        TrainingText program = TrainingText.of(state.document().text());
        Path all = file.toAbsolutePath().normalize();
        return program.canHaveCsv()
                ? new CsvTarget(all, program, false, state.folder(), named(all, state.origin()))
                : new CsvTarget(all, TrainingText.of(""), true, Path.of(""), written(all));
    }

    /// A program without a folder may be saved anywhere, so it names the whole path.
    private static String named(Path file, DocumentOrigin origin) {
        if (origin.file().isEmpty()) {
            return written(file);
        }
        try {
            Path folder = origin.folder().normalize();
            String near = written(folder.relativize(file));
            boolean same = Files.isSameFile(folder.resolve(near), file);
            return same && !near.startsWith(FAR) ? near : written(file);
        } catch (IOException | IllegalArgumentException e) {
            return written(file);
        }
    }

    /// A folder is told by `/` on every system.
    private static String written(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /// Why no line can name the file; nothing if one can.
    Optional<Message> refusal() {
        boolean unwritable =
                named.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c));
        return unwritable ? Optional.of(Message.of("table.choose.name")) : Optional.empty();
    }
}
