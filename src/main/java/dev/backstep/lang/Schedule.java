package dev.backstep.lang;

import dev.backstep.data.Datasets;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.optim.Optimiser;
import dev.backstep.text.Message;
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

    /// What each key is where it is not given; the rate has to be.
    private static final Map<String, Double> USUAL =
            Map.of(
                    "batch", (double) USUAL_BATCH,
                    "epochs", 100.0,
                    "l2", 0.0,
                    "momentum", 0.0,
                    "beta1", 0.9,
                    "beta2", 0.999,
                    "eps", 1e-8,
                    "decay", 0.01,
                    "rho", 0.9);

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

            throw new ProblemException(
                    at,
                    Message.of("problem.unknown.optimiser").with("name", place.words(at)),
                    Nearest.hint(name, OWN.keySet()).orElse(Nearest.known(OWN.keySet())));
        }
        KeyedArguments given = KeyedArguments.of(line, keys(name), place);
        if (!given.has("rate")) {
            throw place.wrong(
                    line, Message.of("problem.rate").with("name", name), Hint.example("rate=0.1"));
        }
        return new Schedule(
                optimiser(name, given),
                (int) given.whole("batch", USUAL_BATCH, 1, Datasets.MAX_SAMPLES),
                (int) given.whole("epochs", (long) usual("epochs"), 1, MAX_EPOCHS),
                given.seed());
    }

    /// The optimisers there are.
    public static List<String> optimisers() {
        return List.copyOf(OWN.keySet());
    }

    /// The keys that an optimiser takes.
    public static List<String> keys(String optimiser) {
        List<String> keys = new ArrayList<>(COMMON);
        keys.addAll(2, OWN.getOrDefault(optimiser, List.of()));
        return keys;
    }

    /// What a key is where it is not given; 0 for one without such a value.
    public static double usual(String key) {
        return USUAL.getOrDefault(key, 0.0);
    }

    private static Optimiser optimiser(String name, KeyedArguments given) {
        double rate = amount(given, "rate");
        double l2 = amount(given, "l2");
        double clip = amount(given, "clip");
        return switch (name) {
            case "sgd" -> new Optimiser.Sgd(rate, share(given, "momentum"), l2, clip);
            case "adam" -> adam(given, rate, l2, clip);
            case "adamw" ->
                    new Optimiser.AdamW(adam(given, rate, l2, clip), amount(given, "decay"));
            case "rmsprop" ->
                    new Optimiser.RmsProp(
                            rate, share(given, "rho"), amount(given, "eps"), l2, clip);
            default -> throw new IllegalStateException(name + " has keys and no meaning");
        };
    }

    private static Optimiser.Adam adam(KeyedArguments given, double rate, double l2, double clip) {
        return new Optimiser.Adam(
                rate, share(given, "beta1"), share(given, "beta2"), amount(given, "eps"), l2, clip);
    }

    private static double amount(KeyedArguments given, String key) {
        return given.number(key, usual(key), 0, Double.MAX_VALUE, false);
    }

    private static double share(KeyedArguments given, String key) {
        return given.number(key, usual(key), 0, 1, true);
    }
}
