package dev.backstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// The log where the platform keeps logs; what is unexpected goes there, never to the console.
record Log(Path file) {

    /// `~/Library/Logs` on macOS, `%LOCALAPPDATA%` on Windows, else `$XDG_STATE_HOME` or `~/.local/state`.
    static Log ofPlatform(Map<String, String> environment, String os, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        Path folder;
        if (name.contains("mac")) {
            folder = home.resolve("Library/Logs/Backstep");
        } else if (name.contains("windows")) {
            folder = environment.containsKey("LOCALAPPDATA")
                    ? Path.of(environment.get("LOCALAPPDATA"), "Backstep", "Logs")
                    : home.resolve("AppData/Local/Backstep/Logs");
        } else {
            String state = environment.getOrDefault("XDG_STATE_HOME", "");
            folder = (state.isEmpty() ? home.resolve(".local/state") : Path.of(state)).resolve("backstep");
        }
        return new Log(folder.resolve("backstep.log"));
    }

    /// Writes a failure down and says in one sentence what became of it.
    String failure(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, Instant.now() + " " + trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return "backstep: something went wrong that should not have; the details are in " + file;
        } catch (IOException e) {
            return "backstep: something went wrong that should not have, and " + file + " cannot be written";
        }
    }
}
