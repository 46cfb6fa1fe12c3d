package dev.backstep.data;

import dev.backstep.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// How a file writes its numbers: with a decimal point, or with a decimal comma and perhaps points
/// between thousands. The first number that shows it decides for all.
final class CsvNumbers {

    private static final Set<String> MISSING =
            Set.of("", "?", "na", "n/a", "#n/a", "nan", "null", "none");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+");

    private static final Pattern COMMA =
            Pattern.compile("[+-]?((\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d*)?|,\\d+)([eE][+-]?\\d{1,9})?");

    private static final Pattern SPOILT =
            Pattern.compile(
                    "[-+\u2212]?[$€£¥]?\\s?[\\d.,'\\u2019\\s]*\\d[\\d.,'\\u2019\\s]*([eE][+-]?\\d+)?\\s?[%€$£¥]?");

    private enum Style {
        OPEN,
        POINT,
        COMMA
    }

    private final boolean mayHaveCommas;
    private Style style;

    /// Whether a number such as 1.234 has been read with a decimal point, for want of a sign that
    /// its point stands between thousands.
    private boolean guessed;

    /// @param separator of the fields: where it is a comma, no number holds one
    CsvNumbers(char separator) {
        this.mayHaveCommas = separator != ',';
        this.style = mayHaveCommas ? Style.OPEN : Style.POINT;
    }

    /// Looks at fields for the sign that decides.
    void look(Iterable<List<String>> rows) {
        for (List<String> row : rows) {
            for (String field : row) {
                if (style == Style.OPEN && field.length() < 100) {
                    style = sign(field);
                }
            }
        }
    }

    private static Style sign(String field) {
        if (field.indexOf(',') >= 0 && COMMA.matcher(field).matches()) {
            return Style.COMMA;
        }
        boolean point = field.indexOf('.') >= 0 && plain(field).isPresent();
        return point && !GROUPED.matcher(field).matches() ? Style.POINT : Style.OPEN;
    }

    /// Whether a field holds no value: it is empty, or one of the words that say so.
    static boolean isMissing(String field) {
        return field.length() <= 4 && MISSING.contains(field.strip().toLowerCase(Locale.ROOT))
                || field.isBlank();
    }

    /// The finite number a field is.
    ///
    /// @throws CsvRefusal where the field shows that earlier ones have been read wrong
    OptionalDouble number(String field) {
        if (mayHaveCommas && field.length() < 100) {
            if (style == Style.OPEN) {
                style = sign(field);
                if (style == Style.COMMA && guessed) {
                    throw new CsvRefusal(
                            Message.of("csv.comma").with("number", field),
                            Message.of("csv.one.way"));
                }
            }
            boolean grouped = field.indexOf('.') >= 0 && GROUPED.matcher(field).matches();
            guessed |= style == Style.OPEN && grouped;
            if (style == Style.COMMA && (grouped || field.indexOf(',') >= 0)) {
                return COMMA.matcher(field).matches()
                        ? plain(field.replace(".", "").replace(',', '.'))
                        : OptionalDouble.empty();
            }
            if (style == Style.COMMA && field.indexOf('.') >= 0) {
                return OptionalDouble.empty();
            }
        }
        return plain(field);
    }

    /// Whether a field is a number but for how it is written: with a percent or a currency sign,
    /// with signs between thousands, or too large. Such a field is no text.
    static boolean isSpoilt(String field) {
        return field.length() < 100
                && plain(field).isEmpty()
                && SPOILT.matcher(field.strip()).matches();
    }

    /// What to do about a field that is no number; empty where there is nothing to say.
    Message hint(String field) {
        String f = field.strip();
        boolean digits = f.chars().anyMatch(Character::isDigit);
        boolean only = f.chars().allMatch(c -> "0123456789+-.,eE".indexOf(c) >= 0);
        if (digits && f.endsWith("%")) {
            return Message.of("csv.percent");
        }
        if (digits && f.chars().anyMatch(c -> "$€£¥".indexOf(c) >= 0)) {
            return Message.of("csv.currency");
        }
        if (digits && only && f.indexOf(',') >= 0) {
            return style == Style.POINT && !mayHaveCommas
                    ? Message.of("csv.point")
                    : Message.of("csv.others.point");
        }
        if (digits && only && f.indexOf('.') >= 0 && style == Style.COMMA) {
            return Message.of("csv.others.comma");
        }
        return Message.EMPTY;
    }

    /// Java's own suffixes and hexadecimal digits are no numbers here.
    static OptionalDouble plain(String field) {
        if (!field.isEmpty()
                && "0123456789+-.".indexOf(field.charAt(0)) >= 0
                && field.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            try {
                double value = Double.parseDouble(field);
                return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }
}
