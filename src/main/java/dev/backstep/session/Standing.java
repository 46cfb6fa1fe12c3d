package dev.backstep.session;

import java.util.Optional;

/// How the text in the window and the file on disk stand to each other.
///
/// It is decided by what they hold, never by clocks: the time of a file is as coarse as its disk
/// likes, and a copy may bring an old one along.
public enum Standing {

    /// The file holds what it held when it was last read or written, or nothing did yet: saving
    /// overwrites nothing that was not seen.
    SAME,

    /// The file holds the very text of the window, whoever wrote it: it is saved.
    MET,

    /// Another program has written something else: saving would overwrite it.
    CHANGED,

    /// Another program has deleted, moved or renamed it.
    GONE,

    /// Nobody can say what saving would overwrite.
    UNREADABLE;

    /// @param held what the file held when it was last read or written; nothing: it was not there
    /// @param text what is in the window
    /// @param disk what the file holds now
    public static Standing of(Optional<Fingerprint> held, Fingerprint text, Disk disk) {
        return switch (disk) {
            case Disk.Unreadable _ -> UNREADABLE;
            case Disk.Gone _ -> held.isEmpty() ? SAME : GONE;
            case Disk.Holds now -> {
                Fingerprint found = now.fingerprint();
                yield held.equals(Optional.of(found)) ? SAME : found.equals(text) ? MET : CHANGED;
            }
        };
    }

    /// Whether the user is to be told, and asked before the file is written.
    public boolean asks() {
        return switch (this) {
            case SAME, MET -> false;
            case CHANGED, GONE, UNREADABLE -> true;
        };
    }
}
