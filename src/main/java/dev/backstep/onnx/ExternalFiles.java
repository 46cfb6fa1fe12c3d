package dev.backstep.onnx;

import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/// Files that a model keeps numbers in: only those in its own folder, or in a folder therein.
///
/// Source: ONNX, *External data*.
///
/// @param folder where the model lies
record ExternalFiles(Path folder) {

    /// The bytes of a tensor.
    ///
    /// @param place what the model says of where they lie: `location`, and `offset` and `length` if
    ///   they are not the whole file
    /// @param size how many bytes it needs
    /// @throws Refusal if they are elsewhere, or not all there
    ByteBuffer read(String tensor, Map<String, String> place, int size) {
        String location = place.getOrDefault("location", "");
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(location).normalize();
            if (location.isEmpty() || !file.startsWith(root) || file.equals(root)) {
                throw refused("onnx.external.outside", tensor, location);
            }
            Path found = file.toRealPath();
            if (!found.startsWith(root)) {
                throw refused("onnx.external.outside", tensor, location);
            }
            long from = Long.parseLong(place.getOrDefault("offset", "0"));
            long length = Long.parseLong(place.getOrDefault("length", Integer.toString(size)));
            if (!Files.isRegularFile(found) || length != size || from < 0) {
                throw refused("onnx.external.size", tensor, location);
            }
            return bytes(found, from, size, tensor, location);
        } catch (InvalidPathException e) {
            throw refused("onnx.external.outside", tensor, location);
        } catch (NumberFormatException e) {
            throw refused("onnx.external.size", tensor, location);
        } catch (IOException e) {
            throw refused("onnx.external.unreadable", tensor, location);
        }
    }

    private static ByteBuffer bytes(Path file, long from, int size, String tensor, String location)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() - size < from) {
                throw refused("onnx.external.size", tensor, location);
            }
            channel.position(from);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw refused("onnx.external.size", tensor, location);
                }
            }
        }
        return bytes.flip();
    }

    private static Refusal refused(String key, String tensor, String location) {
        return new Refusal(
                Message.of(key)
                        .with("tensor", SafeText.of(tensor))
                        .with("file", SafeText.of(location)));
    }
}
