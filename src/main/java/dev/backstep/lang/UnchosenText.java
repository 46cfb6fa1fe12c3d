package dev.backstep.lang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What no control changes of a program that trains.
public final class UnchosenText {

    private UnchosenText() {}

    private static final Pattern MISTAKE = Pattern.compile("(?m)^[ \\t]*set\\s+mistake\\s*=.*$");

    /// The text without its `data` and `train` lines, what can be chosen of its `mlp`, the
    /// initialisers of its parameters but for their shapes, and the mistake that is on; without
    /// comments and blanks.
    public static String of(TrainingText program) {
        List<Chosen> chosen = new ArrayList<>();
        program.data().ifPresent(d -> chosen.add(new Chosen(d.at(), "")));
        program.train().ifPresent(t -> chosen.add(new Chosen(t.at(), "")));
        program.net()
                .ifPresent(
                        n -> {
                            chosen.add(new Chosen(n.sizes(), ""));
                            chosen.add(new Chosen(n.hiddenAt(), ""));
                            chosen.add(new Chosen(n.outputAt(), ""));
                        });
        program.net().flatMap(MlpText::seedAt).ifPresent(s -> chosen.add(new Chosen(s, "")));
        InitialiserText.of(program.text())
                .forEach(i -> chosen.add(new Chosen(i.at(), i.shape().toString())));
        chosen.sort(Comparator.comparingInt((Chosen c) -> c.at.start()).reversed());
        StringBuilder left = new StringBuilder(program.text());
        chosen.forEach(c -> left.replace(c.at.start(), c.at.end(), c.left));
        return MISTAKE.matcher(left)
                .replaceAll("")
                .replaceAll("#[^\n]*|\\s+", "")
                .replace(",seed=)", ")");
    }

    /// @param left what stays of it
    private record Chosen(Span at, String left) {}
}
