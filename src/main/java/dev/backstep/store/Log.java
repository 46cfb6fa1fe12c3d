package dev.backstep.store;

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

    /// Writes a failure down and says in one sentence what became of it.
    public String failure(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    Instant.now() + " " + trace + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return "something went wrong that should not have; the details are in " + file;
        } catch (IOException e) {
            return "something went wrong that should not have, and " + file + " cannot be written";
        }
    }
}
