package dev.backstep.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Which window has which file open, so that two windows on one file know of each other. Each
/// window writes down its own, in a file that is named after its process.
///
/// A window that was killed leaves its file behind. It counts for nothing, since no process has
/// that number any more, or another one, which began at another time; and it is deleted.
///
/// @param folder where the windows of one user write
public record OpenWindows(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "window-";
    private static final String SUFFIX = ".open";

    public static OpenWindows of(Folders folders) {
        return new OpenWindows(folders.state());
    }

    /// Writes down what this window has open. Never throws: where it cannot be written, others do
    /// not know of it.
    public void enter(Optional<Path> file) {
        enter(ProcessHandle.current(), file);
    }

    /// This window is about to close.
    public void leave() {
        enter(Optional.empty());
    }

    /// Whether another window has a file open, under whatever name.
    public boolean elsewhere(Path file) {
        try (DirectoryStream<Path> windows =
                Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            boolean found = false;
            for (Path window : windows) {
                found |= other(window).filter(open -> ProgramFile.same(open, file)).isPresent();
            }
            return found;
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            return false;
        }
    }

    void enter(ProcessHandle process, Optional<Path> file) {
        Path mine = folder.resolve(PREFIX + process.pid() + SUFFIX);
        try {
            if (file.isEmpty()) {
                Files.deleteIfExists(mine);
                return;
            }
            Files.createDirectories(folder);
            var entry =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("process", process.pid())
                            .put("began", began(process))
                            .put("file", file.get().toAbsolutePath().toString());
            Files.write(mine, JSON.writeValueAsBytes(entry));
        } catch (IOException | SecurityException e) {
            // then this window is one that others do not know of
        }
    }

    /// What another window has open; nothing where it is this one, or has ended.
    private static Optional<Path> other(Path window) throws IOException {
        try {
            JsonNode entry = JSON.readTree(Files.readAllBytes(window));
            long process = entry.path("process").asLong();
            String began = entry.path("began").asText();
            if (process == ProcessHandle.current().pid()) {
                return Optional.empty();
            }
            if (ProcessHandle.of(process).filter(p -> began(p).equals(began)).isEmpty()) {
                Files.deleteIfExists(window);
                return Optional.empty();
            }
            return Optional.of(Path.of(entry.path("file").asText()));
        } catch (JsonProcessingException | InvalidPathException e) {
            return Optional.empty(); // being written
        }
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
