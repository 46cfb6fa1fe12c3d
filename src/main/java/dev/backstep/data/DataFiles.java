package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where a program gets the samples and the matrices of the files that it names. Reading a program
/// opens no file by itself: whoever may read files hands it [CsvFiles].
@FunctionalInterface
public interface DataFiles {

    /// What came of a `csv` line. Never throws.
    Found read(CsvRequest asked);

    sealed interface Found {

        record Samples(Dataset.Split split) implements Found {}

        /// All that is wrong, each problem with the name of the file in its message.
        record Refused(List<CsvProblem> problems) implements Found {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// The matrix that a `file("W1.npy")` names. Never throws.
    default MatrixFound matrix(String file) {
        return new MatrixFound.Refused(List.of(NOT_HERE));
    }

    /// What came of reading a matrix.
    sealed interface MatrixFound {

        record Matrix(Tensor value) implements MatrixFound {}

        /// All that is wrong, each problem with the name of the file in its message.
        record Refused(List<CsvProblem> problems) implements MatrixFound {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// The same files without some.
    ///
    /// @param refusal why a file of that name may not be read; nothing if it may
    default DataFiles except(Function<String, Optional<Message>> refusal) {
        DataFiles all = this;
        return new DataFiles() {
            @Override
            public Found read(CsvRequest asked) {
                return refusal.apply(asked.file())
                        .<Found>map(why -> new Found.Refused(List.of(problem(why))))
                        .orElseGet(() -> all.read(asked));
            }

            @Override
            public MatrixFound matrix(String file) {
                return refusal.apply(file)
                        .<MatrixFound>map(why -> new MatrixFound.Refused(List.of(problem(why))))
                        .orElseGet(() -> all.matrix(file));
            }
        };
    }

    /// Matrices that are in memory, by the names of their files; there are no samples.
    static DataFiles of(Map<String, Tensor> matrices) {
        return new DataFiles() {
            @Override
            public Found read(CsvRequest asked) {
                return NONE.read(asked);
            }

            @Override
            public MatrixFound matrix(String file) {
                Tensor value = matrices.get(file);
                return value == null ? NONE.matrix(file) : new MatrixFound.Matrix(value);
            }
        };
    }

    private static CsvProblem problem(Message why) {
        return new CsvProblem(0, why, Message.EMPTY);
    }

    CsvProblem NOT_HERE = new CsvProblem(0, Message.of("csv.none.here"), Message.EMPTY);

    /// For texts that may not read files.
    DataFiles NONE = _ -> new Found.Refused(List.of(NOT_HERE));
}
