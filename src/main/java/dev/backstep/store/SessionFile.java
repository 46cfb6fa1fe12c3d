package dev.backstep.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The file that brings the session back after a close or a kill: JSON with a version, written
/// beside and moved.
///
/// Each open window has one of its own, see [SessionClaim]. One file for all, merged under a lock,
/// was rejected: nobody could say what would come back.
///
/// @param file such as `session.json`, where the platform keeps such things
public record SessionFile(Path file) {

    /// A longer file is not read.
    static final long MAX_BYTES = 64_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(SessionJson.MAX_TEXT)
                                                    .build())
                                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// What was there.
    public sealed interface Loaded {

        record Found(SessionSnapshot snapshot) implements Loaded {}

        /// Nothing: a first start.
        record Fresh() implements Loaded {}

        /// Something that is no session, or one of a later version of the program; it was kept
        /// aside.
        record Broken(Path aside) implements Loaded {}
    }

    public static SessionFile of(Folders folders) {
        return new SessionFile(folders.state().resolve("session.json"));
    }

    /// What the last session left. Never throws: whatever is wrong with the file, the program
    /// starts.
    public Loaded load() {
        PartFile.sweep(file.toAbsolutePath().resolveSibling(""));
        if (!Files.exists(file)) {
            return new Loaded.Fresh();
        }
        Optional<SessionSnapshot> snapshot = read();
        if (snapshot.isPresent()) {
            return new Loaded.Found(snapshot.get());
        }
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Loaded.Broken(aside);
        } catch (IOException | SecurityException e) {
            return new Loaded.Broken(file);
        }
    }

    /// Writes a snapshot.
    ///
    /// @throws IOException where it cannot be written; the file then holds what it held
    public void save(SessionSnapshot snapshot) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] json = JSON.writeValueAsBytes(SessionJson.write(snapshot));
        AtomicWrite.write(file, out -> out.write(json));
    }

    /// What is in the file now; leaves it where it is, whatever it holds.
    Optional<SessionSnapshot> peek() {
        return Files.exists(file) ? read() : Optional.empty();
    }

    private Optional<SessionSnapshot> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return SessionJson.read(JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException | UncheckedIOException | SecurityException | OutOfMemoryError e) {
            return Optional.empty();
        }
    }
}
