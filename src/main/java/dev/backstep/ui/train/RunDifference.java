package dev.backstep.ui.train;

import dev.backstep.lang.EngineLine;
import dev.backstep.lang.Glance;
import dev.backstep.lang.MlpText;
import dev.backstep.lang.TrainingText;
import dev.backstep.lang.UnchosenText;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What differs between the settings of two runs: `rate 0.03 → 0.3`.
///
/// A key that is not given has its usual value, so writing that out makes no difference; nor does
/// `epochs`, at which no run in the window stops.
final class RunDifference {

    /// An argument longer than this is not written out.
    private static final int SHORT = 40;

    private static final String NONE = "–";

    private final TrainingText before;
    private final TrainingText after;
    private final List<Message> found = new ArrayList<>();

    private RunDifference(TrainingText before, TrainingText after) {
        this.before = before;
        this.after = after;
    }

    /// What differs, the data first; empty if both texts train the same in the same way.
    static List<Message> of(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        RunDifference difference =
                new RunDifference(TrainingText.of(before), TrainingText.of(after));
        difference.data();
        difference.net();
        difference.found.addAll(InitialiserDifference.of(before, after));
        difference.train();
        difference.mistake();
        if (!UnchosenText.of(difference.before).equals(UnchosenText.of(difference.after))) {
            difference.found.add(Message.of("compare.program"));
        }
        return List.copyOf(difference.found);
    }

    private void data() {
        word(Message.of("compare.data"), before.data().map(EngineLine::name), t -> t.data());
        for (String key : keys(t -> t.data(), TrainingText::dataKeys)) {
            if (key.isEmpty()) {
                samples();
            } else {
                Message name =
                        key.equals("seed")
                                ? Message.of("compare.seed.data")
                                : Message.verbatim(key);
                number(name, value(before, true, key), value(after, true, key));
            }
        }
    }

    /// The argument without a key: a file, or samples that are typed.
    private void samples() {
        String from = written(before.data(), "");
        String to = written(after.data(), "");
        if (!from.equals(to)) {
            boolean brief = Math.max(from.length(), to.length()) <= SHORT;
            found.add(
                    brief
                            ? change(Message.of("compare.data"), from, to)
                            : Message.of("compare.samples"));
        }
    }

    private void net() {
        if (before.net().isEmpty() || after.net().isEmpty()) {
            return; // then the rest of the program differs
        }
        MlpText a = before.net().get();
        MlpText b = after.net().get();
        number(Message.of("compare.layers"), units(a), units(b));
        number(Message.of("compare.hidden"), a.hidden(), b.hidden());
        number(Message.of("compare.output"), a.output(), b.output());
        number(
                Message.of("compare.seed"),
                Long.toString(a.seed().orElse(1)),
                Long.toString(b.seed().orElse(1)));
    }

    private void train() {
        word(Message.of("compare.optimiser"), before.train().map(EngineLine::name), t -> t.train());
        for (String key : keys(t -> t.train(), TrainingText::trainKeys)) {
            Message name =
                    key.equals("seed") ? Message.of("compare.seed.train") : Message.verbatim(key);
            if (!key.equals("epochs")) {
                number(name, value(before, false, key), value(after, false, key));
            }
        }
    }

    private void mistake() {
        number(Message.of("compare.mistake"), mistake(before), mistake(after));
    }

    private static String mistake(TrainingText text) {
        return Glance.setting(text.text(), "mistake")
                .map(at -> text.text().substring(at.start(), at.end()))
                .orElse(NONE);
    }

    private static String units(MlpText net) {
        return net.units().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void word(
            Message name,
            Optional<String> from,
            Function<TrainingText, Optional<EngineLine>> line) {
        String to = line.apply(after).map(EngineLine::name).orElse(NONE);
        number(name, from.orElse(NONE), to);
    }

    /// The keys to be compared: all that one of both has; of lines with other names those that both
    /// can have.
    private Set<String> keys(
            Function<TrainingText, Optional<EngineLine>> line,
            Function<TrainingText, List<String>> known) {
        Optional<String> from = line.apply(before).map(EngineLine::name);
        Optional<String> to = line.apply(after).map(EngineLine::name);
        Set<String> keys = new LinkedHashSet<>(known.apply(before));
        if (!from.equals(to)) {
            keys.retainAll(known.apply(after));
            return keys;
        }
        line.apply(before).ifPresent(l -> l.arguments().forEach(a -> keys.add(a.key())));
        line.apply(after).ifPresent(l -> l.arguments().forEach(a -> keys.add(a.key())));
        return keys;
    }

    private static String value(TrainingText text, boolean data, String key) {
        Optional<EngineLine> line = data ? text.data() : text.train();
        Optional<String> given = line.flatMap(l -> l.value(key));
        List<String> known = data ? text.dataKeys() : text.trainKeys();
        boolean off = key.equals("clip"); // no number clips nothing
        if (given.isPresent() || off || !known.contains(key)) {
            return given.orElse(NONE);
        }
        double usual = data ? text.dataNumber(key) : text.trainNumber(key);
        return Double.isFinite(usual) ? Numbers.FULL.plain(usual) : NONE;
    }

    private static String written(Optional<EngineLine> line, String key) {
        return line.flatMap(l -> l.value(key)).orElse(NONE);
    }

    private void number(Message name, String from, String to) {
        boolean same =
                from.equals(to) || number(from).isPresent() && number(from).equals(number(to));
        if (!same) {
            found.add(change(name, from, to));
        }
    }

    private static OptionalDouble number(String written) {
        try {
            return OptionalDouble.of(Double.parseDouble(written));
        } catch (NumberFormatException word) {
            return OptionalDouble.empty();
        }
    }

    private static Message change(Message name, String from, String to) {
        return Message.of("compare.change").with("name", name).with("from", from).with("to", to);
    }
}
