package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.data.DataFiles.MatrixFound;
import dev.backstep.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reads files that hold a matrix: `.npy` as NumPy saves it, `.csv` with a row a line.
///
/// Like those of samples they are read again only when their size or time has changed; the last two
/// dozen are kept, softly.
final class MatrixFiles {

    private static final int KEPT = 24;

    private static final LastUsed<FileState, MatrixFound> LAST = new LastUsed<>(KEPT);

    private MatrixFiles() {}

    /// The matrix in a file, or all that is wrong with it. Never throws.
    static MatrixFound read(Path file) {
        FileState key = FileState.of(file);
        return LAST.get(key).orElseGet(() -> fresh(key, file));
    }

    private static MatrixFound fresh(FileState key, Path file) {
        String name = CsvFiles.name(file);
        String lower = name.toLowerCase(Locale.ROOT);
        CsvReading read =
                lower.endsWith(".npy")
                        ? CsvFiles.present(file, MatrixFiles::saved)
                        : lower.endsWith(".csv") ? CsvFiles.matrix(file) : kind(name);
        return switch (read) {
            case CsvReading.Matrix(var value) -> LAST.keep(key, new MatrixFound.Matrix(value));
            case CsvReading.Problems(var problems) ->
                    LAST.keep(key, new MatrixFound.Refused(CsvProblem.within(name, problems)));
            case CsvReading.Unreadable(CsvProblem problem) ->
                    new MatrixFound.Refused(List.of(problem));
            case CsvReading.Ok _, CsvReading.Columns _ ->
                    throw new IllegalStateException("matrices are read here");
        };
    }

    private static CsvReading kind(String name) {
        return new CsvReading.Problems(
                List.of(
                        new CsvProblem(
                                0,
                                Message.of("matrix.kind").with("file", name),
                                Message.of("npy.save"))));
    }

    private static CsvReading saved(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new CsvReading.Matrix(NpyFile.read(in, CsvFiles.name(file)));
        } catch (CsvRefusal e) {
            return new CsvReading.Problems(List.of(e.at(0)));
        }
    }
}
