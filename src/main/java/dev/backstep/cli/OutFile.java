package dev.backstep.cli;

import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// A file that an option names, to be written whole or not at all.
final class OutFile {

    /// What is said of a file that Ctrl-C ended.
    static final String STOPPED = "stopped by Ctrl-C; nothing is written";

    static final int INTERRUPTED = 130;

    private final String said;
    private final Path file;

    private OutFile(String said, Path file) {
        this.said = said;
        this.file = file;
    }

    /// @param option such as `-o`
    /// @param program the file of the program, or `-`
    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static OutFile of(String option, String name, String program) {
        String said = option + " " + ProgramArgument.shown(name) + ": ";
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (Files.isDirectory(file)) {
                throw new CommandFailure(said + "this is a folder");
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new CommandFailure(said + "there is no folder " + folder);
            }
            if (isProgram(file, program)) {
                throw new CommandFailure(said + "this is the program itself");
            }
            if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
                throw new CommandFailure(said + "it cannot be written there");
            }
            return new OutFile(said, file);
        } catch (InvalidPathException e) {
            throw new CommandFailure(said + "this is not a file name");
        }
    }

    /// Whether it would take the place of the program, under this or another name.
    private static boolean isProgram(Path file, String program) {
        try {
            return !program.equals("-")
                    && Files.exists(file)
                    && Files.isSameFile(file, Path.of(program));
        } catch (IOException e) {
            return false;
        }
    }

    /// What a message about it begins with.
    String said() {
        return said;
    }

    /// Writes beside the file, then moves it there.
    void write(AtomicWrite.Content content) {
        writeAll(List.of(file), (_, out) -> content.writeTo(out));
    }

    /// Writes several files beside it, none of them before all are written.
    ///
    /// @param names theirs
    void write(List<String> names, AtomicWrite.Contents contents) {
        writeAll(names.stream().map(file::resolveSibling).toList(), contents);
    }

    /// Its own name.
    String name() {
        return String.valueOf(file.getFileName());
    }

    private void writeAll(List<Path> files, AtomicWrite.Contents contents) {
        try {
            AtomicWrite.writeAll(files, contents);
        } catch (InterruptedIOException e) {
            throw new CommandFailure(said + STOPPED, INTERRUPTED);
        } catch (IOException e) {
            String why = AtomicWrite.why(e).map(w -> "; " + Bundle.ENGLISH.say(w)).orElse("");
            throw new CommandFailure(said + "it cannot be written there" + why);
        }
    }
}
