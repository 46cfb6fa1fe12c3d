package dev.backstep.session;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Where the document came from.
///
/// @param file where saving puts it; empty: it was never saved
/// @param title what it is called while it is in no file; a sample has its own
/// @param opening which opening of a document this is; saving does not change it
/// @param disk what is known of what the file holds
public record DocumentOrigin(
        Optional<Path> file, Optional<String> title, LineEnd lineEnd, int opening, OnDisk disk) {

    public static DocumentOrigin none() {
        return of(Optional.empty(), Optional.empty(), "");
    }

    /// The origin of a text first opened.
    public static DocumentOrigin of(Optional<Path> file, Optional<String> title, String text) {
        return new DocumentOrigin(file, title, LineEnd.LF, 0, OnDisk.holding(text));
    }

    /// The origin of a text that is in no file yet.
    static DocumentOrigin copy(String title, String text) {
        return of(Optional.empty(), Optional.of(title), text);
    }

    /// What it is called: as its file, else by its title, if it has one.
    public Optional<String> name() {
        return file.map(f -> Objects.requireNonNullElse(f.getFileName(), f).toString())
                .or(() -> title);
    }

    public DocumentOrigin with(LineEnd changed) {
        return new DocumentOrigin(file, title, changed, opening, disk);
    }

    public DocumentOrigin with(OnDisk changed) {
        return new DocumentOrigin(file, title, lineEnd, opening, changed);
    }

    DocumentOrigin openedAfter(DocumentOrigin before) {
        return new DocumentOrigin(file, title, lineEnd, before.opening + 1, disk);
    }

    /// Where files that the program names are looked for: its folder, before it has one the working
    /// directory.
    public Path folder() {
        return file.map(f -> f.toAbsolutePath().resolveSibling("")).orElse(Path.of(""));
    }

    DocumentOrigin saved(Path to, String text) {
        boolean elsewhere = disk.elsewhere() && file.equals(Optional.of(to));
        OnDisk now =
                new OnDisk(
                        Optional.of(Fingerprint.of(text)),
                        Optional.empty(),
                        elsewhere,
                        Optional.empty());
        return new DocumentOrigin(Optional.of(to), title, lineEnd, opening, now);
    }

    /// After a look at the file, while `text` is in the window.
    public DocumentOrigin found(String text, Disk found, boolean elsewhere) {
        OnDisk now = disk.found(Fingerprint.of(text), found, elsewhere);
        boolean same = now.found().isEmpty();
        return same && found instanceof Disk.Holds(_, LineEnd ends)
                ? with(now).with(ends)
                : with(now);
    }

    /// After the text of the file took the place of that of the window.
    public DocumentOrigin reloaded(Disk.Holds now) {
        OnDisk known =
                new OnDisk(
                        Optional.of(now.fingerprint()),
                        Optional.empty(),
                        disk.elsewhere(),
                        Optional.empty());
        return with(known).with(now.lineEnd());
    }
}
