package dev.backstep.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// By what a file is known to be the one that was read before.
///
/// @param size in bytes; −1 if it cannot be read
/// @param time of its last change, in nanoseconds; −1 if it cannot be read
record FileState(Path file, long size, long time) {

    static FileState of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            long time = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return new FileState(file.toAbsolutePath(), found.size(), time);
        } catch (IOException _) {
            // reading it will say why
            return new FileState(file.toAbsolutePath(), -1, -1);
        }
    }
}
