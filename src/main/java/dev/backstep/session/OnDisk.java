package dev.backstep.session;

import java.nio.file.Path;
import java.util.Optional;

/// What is known of the file of a document. Of a document in no file, `held` is what it began with.
///
/// @param held what the file held when it was last read or written, or when the user chose to keep
///   the text of the window against it; nothing: there was no file
/// @param found what a look at it found, where the user is to be told: see [Standing#asks]
/// @param elsewhere whether another window has the same file open
/// @param saving where the text is being written right now; a session that ends meanwhile looks
///   there for what it had done
public record OnDisk(
        Optional<Fingerprint> held,
        Optional<Disk> found,
        boolean elsewhere,
        Optional<Path> saving) {

    public static OnDisk holding(String text) {
        return holding(Optional.of(Fingerprint.of(text)));
    }

    public static OnDisk holding(Optional<Fingerprint> held) {
        return new OnDisk(held, Optional.empty(), false, Optional.empty());
    }

    public OnDisk saving(Optional<Path> to) {
        return new OnDisk(held, found, elsewhere, to);
    }

    /// After a look at the file.
    public OnDisk found(Fingerprint text, Disk disk, boolean openElsewhere) {
        boolean met = Standing.of(held, text, disk) == Standing.MET;
        boolean asks = Standing.of(held, text, disk).asks();
        return new OnDisk(
                met ? Optional.of(text) : held,
                asks ? Optional.of(disk) : Optional.empty(),
                openElsewhere,
                saving);
    }

    /// After the user chose the text of the window against what was found: that is known now, and
    /// may be overwritten. What could not be read stays unknown.
    public OnDisk kept() {
        Optional<Fingerprint> known =
                switch (found.orElse(null)) {
                    case Disk.Holds now -> Optional.of(now.fingerprint());
                    case Disk.Gone _ -> Optional.empty();
                    case Disk.Unreadable _ -> held;
                    case null -> held;
                };
        return new OnDisk(known, Optional.empty(), elsewhere, saving);
    }

    /// Whether the file lacks a text.
    public boolean lacks(String text) {
        return found.orElse(null) instanceof Disk.Gone
                || !held.equals(Optional.of(Fingerprint.of(text)));
    }

    /// How a text stands to what was found.
    public Standing standing(String text) {
        return found.map(disk -> Standing.of(held, Fingerprint.of(text), disk))
                .orElse(Standing.SAME);
    }
}
