package dev.backstep.layout;

import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;

/// A number as a card writes it: with fewer digits if it would be too long for its cell, since
/// smaller type could not be read.
public final class CardNumber {

    /// What is left free on each side of a number, in points of the picture.
    public static final double PADDING = 3.5;

    /// How wide a sign is, in ems, and one that is raised.
    private static final double ADVANCE = 0.6;

    private static final double RAISED_ADVANCE = 0.42;

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    private CardNumber() {}

    /// The room for one of the two numbers of a card.
    public static double room(Box card) {
        return card.width() / 2 - 2 * PADDING;
    }

    /// Of a matrix its shape.
    static String of(Tensor t, Numbers numbers, double room) {
        String text = numbers.brief(t);
        for (int digits = numbers.digits() - 1;
                t.shape().isScalar() && digits >= 1 && width(text) > room;
                digits--) {
            text = new Numbers(digits, numbers.signedZero()).brief(t);
        }
        return text;
    }

    private static double width(String text) {
        return Sizes.SMALLEST_TYPE
                * text.codePoints()
                        .mapToDouble(c -> RAISED.indexOf(c) >= 0 ? RAISED_ADVANCE : ADVANCE)
                        .sum();
    }
}
