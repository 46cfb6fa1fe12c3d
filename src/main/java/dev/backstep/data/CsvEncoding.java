package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Files that are no UTF-8 text, told by their first bytes.
final class CsvEncoding {

    private static final int LOOKED_AT = 4_000;
    private static final Message SAVE = Message.of("csv.save.excel");

    private CsvEncoding() {}

    /// What a file is instead, if its first bytes tell.
    static Optional<CsvProblem> problem(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT);
        }
        if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF) || hasZero(start)) {
            return Optional.of(problem(Message.of("csv.utf16").with("file", file.toString())));
        }
        if (begins(start, 'P', 'K', 3, 4) || begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(
                    new CsvProblem(
                            0,
                            Message.of("csv.workbook").with("file", file.toString()),
                            Message.of("csv.save")));
        }
        return begins(start, 0x1F, 0x8B)
                ? Optional.of(
                        new CsvProblem(
                                0,
                                Message.of("csv.compressed").with("file", file.toString()),
                                Message.of("csv.unpack")))
                : Optional.empty();
    }

    /// The problem of a file with bytes that are no UTF-8.
    static CsvProblem latin(Path file) {
        return problem(Message.of("csv.latin").with("file", file.toString()));
    }

    private static CsvProblem problem(Message message) {
        return new CsvProblem(0, message, SAVE);
    }

    private static boolean begins(byte[] start, int... with) {
        for (int k = 0; k < with.length; k++) {
            if (start.length <= k || (start[k] & 0xFF) != with[k]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasZero(byte[] start) {
        for (byte b : start) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
