package dev.backstep.cli;

import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// A file that an option names, or files named after it, to be written whole or not at all.
final class OutFile {

    /// What is said of a file that Ctrl-C ended.
    static final String STOPPED = "stopped by Ctrl-C; nothing is written";

    private final String option;
    private final Path named;
    private final String program;

    private OutFile(String option, Path named, String program) {
        this.option = option;
        this.named = named;
        this.program = program;
    }

    /// @param option such as `-o`
    /// @param program the file of the program, or `-`
    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static OutFile of(String option, String name, String program) {
        OutFile file = series(option, name, program);
        file.check(file.named);
        return file;
    }

    /// The same for files that are named after it: it is not written itself.
    ///
    /// @throws CommandFailure if nothing can be written to its folder
    static OutFile series(String option, String name, String program) {
        String said = said(option, name);
        try {
            Path named = Path.of(name);
            Path folder = named.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new CommandFailure(
                        said
                                + (Files.isDirectory(named)
                                        ? "this is a folder"
                                        : "there is no folder " + folder));
            }
            if (!Files.isWritable(folder)) {
                throw new CommandFailure(said + "it cannot be written there");
            }
            return new OutFile(option, named, program);
        } catch (InvalidPathException e) {
            throw new CommandFailure(said + "this is not a file name");
        }
    }

    private void check(Path file) {
        String said = said(option, file.toString());
        if (Files.isDirectory(file)) {
            throw new CommandFailure(said + "this is a folder");
        }
        if (isProgram(file)) {
            throw new CommandFailure(said + "this is the program itself");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new CommandFailure(said + "it cannot be written there");
        }
    }

    /// Whether it would take the place of the program, under this or another name.
    private boolean isProgram(Path file) {
        try {
            return !program.equals("-")
                    && Files.exists(file)
                    && Files.isSameFile(file, Path.of(program));
        } catch (IOException e) {
            return false;
        }
    }

    private static String said(String option, String name) {
        return option + " " + ProgramArgument.shown(name) + ": ";
    }

    /// What a message about it begins with.
    String said() {
        return said(option, named.toString());
    }

    /// Says why it cannot be made.
    CommandFailure refused(Message why) {
        return new CommandFailure(said() + Bundle.ENGLISH.say(why));
    }

    /// Writes beside the file, then moves it there.
    void write(AtomicWrite.Content content) {
        writeAll(List.of(named), (_, out) -> content.writeTo(out));
    }

    /// Writes several files beside it, none of them before all are written.
    ///
    /// @param names theirs
    /// @throws CommandFailure if one of them cannot be written: as far as that can be seen, before
    ///   the first is made
    void write(List<String> names, AtomicWrite.Contents contents) {
        List<Path> files = names.stream().map(named::resolveSibling).toList();
        files.forEach(this::check);
        writeAll(files, contents);
    }

    /// Its own name.
    String name() {
        return String.valueOf(named.getFileName());
    }

    private void writeAll(List<Path> files, AtomicWrite.Contents contents) {
        try {
            AtomicWrite.writeAll(files, contents);
        } catch (InterruptedIOException e) {
            throw new CommandFailure(said() + STOPPED, ExitCode.INTERRUPTED);
        } catch (IOException e) {
            String why = AtomicWrite.why(e).map(w -> "; " + Bundle.ENGLISH.say(w)).orElse("");
            throw new CommandFailure(said() + "it cannot be written there" + why);
        }
    }
}
