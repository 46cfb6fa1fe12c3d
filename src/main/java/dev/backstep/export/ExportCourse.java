package dev.backstep.export;

import java.util.concurrent.CancellationException;

/// Follows an export of many parts.
@FunctionalInterface
public interface ExportCourse {

    /// An export that is told to nobody, and goes on to its end.
    ExportCourse SILENT = (_, _) -> true;

    /// So many parts of all are done.
    ///
    /// @return whether to go on
    boolean goesOn(int done, int all);

    /// The same.
    ///
    /// @throws CancellationException if the export is not to go on
    default void reached(int done, int all) {
        if (!goesOn(done, all)) {
            throw new CancellationException();
        }
    }
}
