package dev.backstep.lang;

import dev.backstep.data.Datasets;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.optim.Optimiser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a `train` line says.
///
/// Without their keys: batches of 32, 100 epochs, `seed=0`, and the constants that each optimiser's
/// paper gives. The rate has to be given.
///
/// @param batch samples a batch
/// @param seed of the shuffling
public record Schedule(Optimiser optimiser, int batch, int epochs, long seed) {

    /// The samples of a batch where nothing says how many.
    public static final int USUAL_BATCH = 32;

    /// The most epochs that can be asked for.
    public static final int MAX_EPOCHS = 1_000_000;

    private static final int USUAL_EPOCHS = 100;

    /// The keys that every optimiser takes.
    private static final List<String> COMMON =
            List.of("rate", "batch", "l2", "clip", "epochs", "seed");

    private static final List<String> ADAM = List.of("beta1", "beta2", "eps");

    /// The keys of each optimiser beside those.
    private static final Map<String, List<String>> OWN = own();

    private static Map<String, List<String>> own() {
        Map<String, List<String>> own = new LinkedHashMap<>();
        own.put("sgd", List.of("momentum"));
        own.put("adam", ADAM);
        own.put("adamw", List.of("beta1", "beta2", "eps", "decay"));
        own.put("rmsprop", List.of("rho", "eps"));
        return own;
    }

    /// @throws ProblemException where the line is wrong
    static Schedule of(EngineContext line, TokenPositions place) {
        String name = line.NAME().getText();
        List<String> own = OWN.get(name);
        if (own == null) {
            Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
            String near = Nearest.hint(name, OWN.keySet());
            throw new ProblemException(
                    at,
                    "unknown optimiser " + place.words(at),
                    near.isEmpty() ? "known: " + String.join(", ", OWN.keySet()) : near);
        }
        List<String> keys = new ArrayList<>(COMMON);
        keys.addAll(2, own);
        KeyedArguments given = KeyedArguments.of(line, keys, place);
        if (!given.has("rate")) {
            throw place.wrong(line, name + " needs its learning rate", "as in rate=0.1");
        }
        return new Schedule(
                optimiser(name, given),
                (int) given.whole("batch", USUAL_BATCH, 1, Datasets.MAX_SAMPLES),
                (int) given.whole("epochs", USUAL_EPOCHS, 1, MAX_EPOCHS),
                given.seed());
    }

    private static Optimiser optimiser(String name, KeyedArguments given) {
        double rate = amount(given, "rate", 0);
        double l2 = amount(given, "l2", 0);
        double clip = amount(given, "clip", 0);
        return switch (name) {
            case "sgd" -> new Optimiser.Sgd(rate, share(given, "momentum", 0), l2, clip);
            case "adam" -> adam(given, rate, l2, clip);
            case "adamw" ->
                    new Optimiser.AdamW(adam(given, rate, l2, clip), amount(given, "decay", 0.01));
            case "rmsprop" ->
                    new Optimiser.RmsProp(
                            rate, share(given, "rho", 0.9), amount(given, "eps", 1e-8), l2, clip);
            default -> throw new IllegalStateException(name + " has keys and no meaning");
        };
    }

    private static Optimiser.Adam adam(KeyedArguments given, double rate, double l2, double clip) {
        return new Optimiser.Adam(
                rate,
                share(given, "beta1", 0.9),
                share(given, "beta2", 0.999),
                amount(given, "eps", 1e-8),
                l2,
                clip);
    }

    private static double amount(KeyedArguments given, String key, double otherwise) {
        return given.number(key, otherwise, 0, Double.MAX_VALUE, false);
    }

    private static double share(KeyedArguments given, String key, double otherwise) {
        return given.number(key, otherwise, 0, 1, true);
    }
}
