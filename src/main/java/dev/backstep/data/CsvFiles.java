package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the files of samples in a folder; those of matrices [MatrixFiles] reads.
///
/// A program is read on every key, its file only when its size or time has changed: the last four
/// outcomes are kept, softly. What could not be opened is tried again each time.
public final class CsvFiles {

    /// The largest file: what the most numbers take up with all their digits.
    private static final long MAX_BYTES = 512_000_000;

    /// What the samples of a file are determined by.
    private record Key(FileState file, CsvRequest asked) {}

    private static final LastUsed<Key, DataFiles.Found> LAST = new LastUsed<>();

    private static final CsvProblem NO_NAME =
            new CsvProblem(0, Message.of("problem.file.name"), Message.EMPTY);

    private CsvFiles() {}

    /// The files that are named from a folder.
    public static DataFiles in(Path folder) {
        return new DataFiles() {
            @Override
            public Found read(CsvRequest asked) {
                try {
                    return CsvFiles.read(folder.resolve(asked.file()), asked);
                } catch (InvalidPathException e) {
                    return new Found.Refused(List.of(NO_NAME));
                }
            }

            @Override
            public MatrixFound matrix(String file) {
                try {
                    return MatrixFiles.read(folder.resolve(file));
                } catch (InvalidPathException e) {
                    return new MatrixFound.Refused(List.of(NO_NAME));
                }
            }
        };
    }

    private static DataFiles.Found read(Path file, CsvRequest asked) {
        Key key = new Key(FileState.of(file), asked);
        return LAST.get(key).orElseGet(() -> fresh(key, file, asked));
    }

    private static DataFiles.Found fresh(Key key, Path file, CsvRequest asked) {
        return switch (read(file, asked.options())) {
            case CsvReading.Ok read ->
                    LAST.keep(key, new DataFiles.Found.Samples(asked.of(read, name(file))));
            case CsvReading.Problems(var problems) -> LAST.keep(key, refused(file, problems));
            case CsvReading.Unreadable(CsvProblem problem) -> refused(file, List.of(problem));
            case CsvReading.Columns _, CsvReading.Matrix _ ->
                    throw new IllegalStateException("samples are read here");
        };
    }

    private static DataFiles.Found refused(Path file, List<CsvProblem> problems) {
        return new DataFiles.Found.Refused(CsvProblem.within(name(file), problems));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// The samples in `file`, or all that is wrong with it. Never throws.
    public static CsvReading read(Path file, CsvOptions options) {
        return opened(file, reader -> Csv.read(reader, options));
    }

    /// What the columns of `file` hold, or what is wrong with it. Never throws.
    ///
    /// @param options what tells whether its first row is a header
    public static CsvReading look(Path file, CsvOptions options) {
        return opened(file, reader -> CsvLook.at(reader, options));
    }

    @FunctionalInterface
    private interface Work {

        CsvReading of(BufferedReader reader) throws IOException;
    }

    /// The numbers in a table that is nothing else. Never throws.
    static CsvReading matrix(Path file) {
        return opened(file, reader -> CsvMatrix.read(reader, name(file)));
    }

    /// What a file holds that is no text.
    @FunctionalInterface
    interface Bytes {

        CsvReading of(Path file) throws IOException;
    }

    private static CsvReading opened(Path file, Work work) {
        return present(file, f -> decoded(f, work));
    }

    /// What is read from a file that is there and not too large; else what is wrong.
    static CsvReading present(Path file, Bytes work) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return unreadable(Message.of("csv.not.file").with("file", file.toString()));
        }
        try {
            return Files.size(file) > MAX_BYTES
                    ? problem(
                            new CsvProblem(
                                    0,
                                    Message.of("csv.large").with("file", file.toString()),
                                    Message.of("csv.fewer.rows")))
                    : work.of(file);
        } catch (NoSuchFileException _) {
            return unreadable(Message.of("csv.no.file").with("file", file.toString()));
        } catch (IOException e) {
            return unreadable(
                    Message.of("csv.unreadable")
                            .with("file", file.toString())
                            .with("why", String.valueOf(e.getMessage())));
        }
    }

    private static CsvReading decoded(Path file, Work work) throws IOException {
        Optional<CsvProblem> other = CsvEncoding.problem(file);
        if (other.isPresent()) {
            return problem(other.get());
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return work.of(reader);
        } catch (CharacterCodingException _) {
            return problem(CsvEncoding.latin(file));
        }
    }

    private static CsvReading problem(CsvProblem problem) {
        return new CsvReading.Problems(List.of(problem));
    }

    private static CsvReading unreadable(Message message) {
        return new CsvReading.Unreadable(new CsvProblem(0, message, Message.EMPTY));
    }
}
