package dev.backstep.ui.train;

import dev.backstep.monitor.Monitor;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.train.History;
import dev.backstep.train.History.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The runs kept for comparison, in the order in which they began; never more than [#MOST].
record KeptRuns(List<KeptRun> runs) {

    /// So many can be told apart.
    static final int MOST = 20;

    static final KeptRuns NONE = new KeptRuns(List.of());

    KeptRuns {
        runs = List.copyOf(runs);
    }

    /// With one more; if that is one too many, the oldest goes that is not pinned. If all others
    /// are, the new one is not kept.
    KeptRuns with(KeptRun run) {
        List<KeptRun> more = new ArrayList<>(runs);
        more.add(run);
        more.sort(Comparator.comparingInt(KeptRun::number));
        if (more.size() > MOST) {
            more.stream().filter(r -> !r.pinned()).findFirst().ifPresent(more::remove);
        }
        return new KeptRuns(more);
    }

    KeptRuns without(int number) {
        return new KeptRuns(runs.stream().filter(r -> r.number() != number).toList());
    }

    /// With a change to one of them.
    KeptRuns with(int number, UnaryOperator<KeptRun> change) {
        return new KeptRuns(
                runs.stream().map(r -> r.number() == number ? change.apply(r) : r).toList());
    }

    Optional<KeptRun> run(int number) {
        return runs.stream().filter(r -> r.number() == number).findFirst();
    }

    /// The losses of all that are not hidden.
    List<PlottedCurve> curves() {
        return runs.stream()
                .filter(r -> !r.hidden())
                .map(r -> Monitor.earlier(r.name(), r.history()))
                .toList();
    }

    /// All of them, hidden or not, as a CSV file: a row for each epoch that is recorded, an empty
    /// cell for what was not measured.
    String csv() {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<String> head = new ArrayList<>(List.of("run", "name", "epoch"));
            for (Series series : Series.values()) {
                head.add(series.name().toLowerCase(java.util.Locale.ROOT));
            }
            rows.printRecord(head);
            for (KeptRun run : runs) {
                for (int p = 0; p < run.history().size(); p++) {
                    rows.printRecord(row(run, run.history(), p));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<Object> row(KeptRun run, History history, int point) {
        List<Object> row = new ArrayList<>(List.of(run.number(), run.name(), history.epoch(point)));
        for (Series series : Series.values()) {
            double value = history.value(series, point);
            row.add(Double.isNaN(value) ? "" : value);
        }
        return row;
    }
}
