package dev.backstep.store;

import dev.backstep.text.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// The log: what is unexpected goes there, never to the console.
public record Log(Path file) {

    public static Log of(Folders folders) {
        return new Log(folders.logs().resolve("backstep.log"));
    }

    /// Writes a failure down; returns what became of it.
    public Message failure(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    Instant.now() + " " + trace + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return Message.of("log.written").with("file", file.toString());
        } catch (IOException e) {
            return Message.of("log.unwritten").with("file", file.toString());
        }
    }
}
