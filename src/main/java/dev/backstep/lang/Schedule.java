package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.train.Datasets;
import dev.backstep.train.Optimiser;
import java.util.List;

/// What a `train` line says.
///
/// Without their keys: batches of 32, 100 epochs, `seed=0`, and for Adam the constants of its
/// paper. The rate has to be given.
///
/// @param batch samples a batch
/// @param seed of the shuffling
public record Schedule(Optimiser optimiser, int batch, int epochs, long seed) {

    /// The samples of a batch where nothing says how many.
    public static final int USUAL_BATCH = 32;

    /// The most epochs that can be asked for.
    public static final int MAX_EPOCHS = 1_000_000;

    private static final int USUAL_EPOCHS = 100;

    private static final List<String> SGD =
            List.of("rate", "batch", "momentum", "l2", "epochs", "seed");

    private static final List<String> ADAM =
            List.of("rate", "batch", "beta1", "beta2", "eps", "l2", "epochs", "seed");

    /// @throws Wrong where the line is wrong
    static Schedule of(EngineContext line, Place place) {
        String name = line.NAME().getText();
        boolean sgd = name.equals("sgd");
        if (!sgd && !name.equals("adam")) {
            Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
            String near = Nearest.hint(name, List.of("sgd", "adam"));
            throw new Wrong(
                    at,
                    "unknown optimiser " + place.words(at),
                    near.isEmpty() ? "known: sgd, adam" : near);
        }
        Keyed given = Keyed.of(line, sgd ? SGD : ADAM, false, place);
        if (!given.has("rate")) {
            throw place.wrong(line, name + " needs its learning rate", "as in rate=0.1");
        }
        double rate = amount(given, "rate", 0);
        double l2 = amount(given, "l2", 0);
        Optimiser optimiser =
                sgd
                        ? new Optimiser.Sgd(rate, share(given, "momentum", 0), l2)
                        : new Optimiser.Adam(
                                rate,
                                share(given, "beta1", 0.9),
                                share(given, "beta2", 0.999),
                                amount(given, "eps", 1e-8),
                                l2);
        return new Schedule(
                optimiser,
                (int) given.whole("batch", USUAL_BATCH, 1, Datasets.MAX_SAMPLES),
                (int) given.whole("epochs", USUAL_EPOCHS, 1, MAX_EPOCHS),
                given.seed());
    }

    private static double amount(Keyed given, String key, double otherwise) {
        return given.number(key, otherwise, 0, Double.MAX_VALUE, false);
    }

    private static double share(Keyed given, String key, double otherwise) {
        return given.number(key, otherwise, 0, 1, true);
    }
}
