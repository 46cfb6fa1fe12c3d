package dev.backstep.ui.kit;

import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;

/// What is typed into a field for a number.
public sealed interface TypedNumber {

    /// A longer text is no number.
    int LONGEST = 200;

    record Ok(double value) implements TypedNumber {}

    /// @param why in words
    record Refused(String why) implements TypedNumber {}

    /// The number that a text gives: a literal, or what the language calculates from literals, as
    /// `1/2` or `sqrt(2)`. A real minus sign, and powers of ten as they are shown, count too.
    static TypedNumber of(String text) {
        String plain = plain(text.strip());
        if (plain.isEmpty()) {
            return new Refused(Texts.of("number.none"));
        }
        if (plain.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return finite(Double.parseDouble(plain));
        }
        if (plain.length() > LONGEST || !plain.matches("[^\\n\\r=#;]+")) {
            return new Refused(Texts.of("number.wrong"));
        }
        return switch (Language.read("number = " + plain)) {
            case ReadResult.Ok(Model model) -> calculated(model);
            case ReadResult.Problems(var problems) ->
                    new Refused(Texts.of(problems.getFirst().sentence()));
        };
    }

    private static TypedNumber calculated(Model model) {
        boolean scalar = model.graph().node(model.output()).shape().isScalar();
        return scalar
                ? finite(Trace.of(model.graph(), model.leaves()).value(model.output()).item())
                : new Refused(Texts.of("number.matrix"));
    }

    private static TypedNumber finite(double x) {
        return Double.isFinite(x) ? new Ok(x) : new Refused(Texts.of("number.infinite"));
    }

    /// Signs as the language writes them.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.replace('−', '-').replace("·10", "e").toCharArray()) {
            int superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            boolean power = plain.indexOf("e") >= 0;
            plain.append(
                    power && c == '⁻'
                            ? '-'
                            : power && superscript >= 0 ? (char) ('0' + superscript) : c);
        }
        return plain.toString();
    }
}
