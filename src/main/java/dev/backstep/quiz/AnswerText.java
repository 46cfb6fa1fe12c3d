package dev.backstep.quiz;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what is typed into the fields of a question.
final class AnswerText {

    /// `1 1/2`, as `1½` is read.
    private static final Pattern MIXED = Pattern.compile("([+-]?)(\\d+)\\s+(\\d+\\s*/\\s*\\d+)");

    /// Two numbers where one is wanted.
    private static final Pattern APART = Pattern.compile("\\d\\s+\\d");

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,5})?");

    /// `1.5·10^-3` and what stands for it.
    private static final Pattern POWER = Pattern.compile("(.+?)[·*×x]10\\^?([+-]?\\d{1,5})");

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,7})[×x*,](\\d{1,7})");

    private AnswerText() {}

    /// A number in each field.
    ///
    /// @param right the whole matrix
    static AnswerReading cells(AskedCells cells, List<String> fields, Tensor right) {
        double[] numbers = new double[fields.size()];
        Set<Integer> empty = new HashSet<>();
        Set<Integer> wrong = new HashSet<>();
        List<String> firstWrong = new ArrayList<>();
        for (int k = 0; k < fields.size(); k++) {
            OptionalDouble number = number(fields.get(k));
            if (number.isPresent()) {
                numbers[k] = number.getAsDouble();
            } else if (fields.get(k).isBlank()) {
                empty.add(k);
            } else {
                wrong.add(k);
                firstWrong.add(fields.get(k).strip());
            }
        }
        if (!wrong.isEmpty()) {
            return new AnswerReading.Unreadable(refused(firstWrong.getFirst()), wrong);
        }
        if (!empty.isEmpty()) {
            String key = fields.size() == 1 ? "quiz.empty.number" : "quiz.empty.cells";
            return new AnswerReading.Unreadable(Message.of(key), empty);
        }
        Tensor answered = Tensor.of(cells.rows().size(), cells.cols().size(), numbers);
        return new AnswerReading.Read(new QuizAnswer.Given(cells.filled(answered, right)));
    }

    private static Message refused(String typed) {
        String key =
                plain(typed).matches(".*/0+([.,]0*)?")
                        ? "quiz.refused.zero"
                        : typed.contains(",") && typed.contains(".")
                                ? "quiz.refused.thousands"
                                : "quiz.refused.number";
        return Message.of(key).with("typed", shortened(typed));
    }

    private static String shortened(String typed) {
        return typed.length() <= 24 ? typed : typed.substring(0, 23) + "…";
    }

    /// `3×2`, `3x2`, `3*2`, `(3, 2)`.
    static AnswerReading shape(String typed) {
        if (typed.isBlank()) {
            return new AnswerReading.Unreadable(Message.of("quiz.empty.shape"), Set.of(0));
        }
        Matcher found = SHAPE.matcher(plain(typed).replaceAll("[()\\[\\]]", ""));
        if (found.matches()) {
            int rows = Integer.parseInt(found.group(1));
            int cols = Integer.parseInt(found.group(2));
            if (rows > 0 && cols > 0) {
                return new AnswerReading.Read(new QuizAnswer.Dimensions(new Shape(rows, cols)));
            }
        }
        return new AnswerReading.Unreadable(
                Message.of("quiz.refused.shape").with("typed", shortened(typed.strip())),
                Set.of(0));
    }

    /// Ticked options: at least one, and one alone where only one can be right.
    static AnswerReading ticked(Set<Integer> options) {
        return options.isEmpty()
                ? new AnswerReading.Unreadable(Message.of("quiz.empty.options"), Set.of())
                : new AnswerReading.Read(new QuizAnswer.Ticked(options));
    }

    /// A number, a fraction, alone or behind a whole number, NaN or an infinity; nothing for what
    /// is none. A space parts groups of three digits, or a whole number from a fraction.
    static OptionalDouble number(String typed) {
        String spaced = signs(typed).strip().replaceAll("(?<=\\d)\\s(?=\\d{3}(?!\\d))", "");
        Matcher mixed = MIXED.matcher(spaced);
        if (mixed.matches()) {
            OptionalDouble part = fraction(plain(mixed.group(3)));
            double sign = mixed.group(1).equals("-") ? -1 : 1;
            double whole = Double.parseDouble(mixed.group(2));
            return part.isEmpty() ? part : OptionalDouble.of(sign * (whole + part.getAsDouble()));
        }
        return APART.matcher(spaced).find() ? OptionalDouble.empty() : fraction(plain(spaced));
    }

    private static OptionalDouble fraction(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return simple(text);
        }
        OptionalDouble over = simple(text.substring(0, slash));
        OptionalDouble under = simple(text.substring(slash + 1));
        return over.isEmpty() || under.isEmpty() || under.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(over.getAsDouble() / under.getAsDouble());
    }

    private static OptionalDouble simple(String text) {
        Optional<Double> special =
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "nan" -> Optional.of(Double.NaN);
                    case "∞", "+∞", "inf", "+inf", "infinity" ->
                            Optional.of(Double.POSITIVE_INFINITY);
                    case "-∞", "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
                    default -> Optional.empty();
                };
        if (special.isPresent()) {
            return OptionalDouble.of(special.get());
        }
        Matcher power = POWER.matcher(text);
        String number = power.matches() ? power.group(1) + "e" + power.group(2) : text;
        return NUMBER.matcher(number).matches()
                ? OptionalDouble.of(Double.parseDouble(number.replace(',', '.')))
                : OptionalDouble.empty();
    }

    /// Without spaces, with the signs of a keyboard: `−` is `-`, `½` is `1/2`, `10⁻³` is `10^-3`,
    /// wide digits are digits.
    private static String plain(String typed) {
        return signs(typed).replaceAll("\\s", "");
    }

    private static String signs(String typed) {
        String raised =
                typed.replaceAll("(?<=[0-9])(?=[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])", "^")
                        .replaceAll("(?<=[0-9０-９])(?=[¼-¾⅐-⅞])", " ")
                        .replace('⁻', '-');
        return Normalizer.normalize(raised, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0\\u202f]", " ")
                .replaceAll("[\\u2212\\u2010\\u2011\\u2012\\u2013\\u2014\\ufe63]", "-")
                .replace('\u2044', '/')
                .replace('\u00f7', '/')
                .replace('\u22c5', '·');
    }
}
