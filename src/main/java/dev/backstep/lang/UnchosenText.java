package dev.backstep.lang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What no control changes of a program that trains.
public final class UnchosenText {

    private UnchosenText() {}

    /// The text without its `data` and `train` lines and what can be chosen of its `mlp`, without
    /// comments and blanks.
    public static String of(TrainingText program) {
        List<Span> chosen = new ArrayList<>();
        program.data().ifPresent(d -> chosen.add(d.at()));
        program.train().ifPresent(t -> chosen.add(t.at()));
        program.net().ifPresent(n -> chosen.addAll(List.of(n.sizes(), n.hiddenAt(), n.outputAt())));
        program.net().flatMap(MlpText::seedAt).ifPresent(chosen::add);
        chosen.sort(Comparator.comparingInt(Span::start).reversed());
        StringBuilder left = new StringBuilder(program.text());
        chosen.forEach(s -> left.delete(s.start(), s.end()));
        return left.toString().replaceAll("#[^\n]*|\\s+", "").replace(",seed=)", ")");
    }
}
