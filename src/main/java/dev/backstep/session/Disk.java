package dev.backstep.session;

import dev.backstep.text.Message;

/// What a look at a program file found.
public sealed interface Disk {

    /// A program, or what may become one.
    ///
    /// @param text with lines ended by `\n`, whatever the file has
    record Holds(String text, LineEnd lineEnd) implements Disk {

        public Fingerprint fingerprint() {
            return Fingerprint.of(text);
        }
    }

    /// There is no such file, or no longer.
    record Gone() implements Disk {}

    /// Something is there, but it cannot be read, or it is no program.
    ///
    /// @param why what is wrong with it
    record Unreadable(Message why) implements Disk {}
}
