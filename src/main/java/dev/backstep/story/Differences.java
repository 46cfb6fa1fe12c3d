package dev.backstep.story;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Optional;
import java.util.OptionalDouble;

/// The gradient of a leaf against central differences.
///
/// Of a large leaf [#MOST] elements, evenly spread, are compared, each by [DifferenceQuotients]. At
/// a kink, where the slopes to the left and to the right differ, any gradient between the two is
/// right: which one it is, is a convention.
///
/// @param compared how many elements were compared
/// @param left how many elements of those tried could not be compared
/// @param error the largest relative error of those compared; at a kink the distance from between
///   the slopes
/// @param verdict the worst of all elements
/// @param why of the first element that could not be compared, why
/// @param off the element that is off most
/// @param wrong how many elements are off
public record Differences(
        int compared,
        int left,
        double error,
        Verdict verdict,
        Optional<Why> why,
        Optional<Off> off,
        int wrong) {

    /// An element of a gradient that is off.
    ///
    /// @param element counted row by row
    /// @param gradient what it is
    /// @param slope what the differences say, where they say one number
    /// @param error how much it is off, relatively; NaN, which is worse than any number, if the
    ///   gradient is not finite
    public record Off(int element, double gradient, OptionalDouble slope, double error) {

        private Off worse(Off other) {
            return Double.compare(other.error, error) > 0 ? other : this;
        }
    }

    /// What a comparison comes to, from good to bad.
    public enum Verdict {
        OK,
        /// right, as far as a convention can be: it lies between the slopes on both sides
        KINK,
        /// there are no differences to compare it with, which does not make it wrong
        NOT_COMPARABLE,
        OFF
    }

    /// Why a gradient cannot be compared with differences.
    public enum Why {
        INFINITE("differences.infinite"),
        NAN("differences.nan"),
        OUTPUT("differences.output"),
        SIDES("differences.sides"),
        STEPS("differences.steps");

        private final String key;

        Why(String key) {
            this.key = key;
        }

        public Message words() {
            return Message.of(key);
        }
    }

    /// The most elements of one leaf that are compared.
    public static final int MOST = 100;

    /// What an element costs that agrees at once: the output and two central differences.
    public static final int EVALUATIONS = 5;

    /// What nothing has been compared with yet.
    public static final Differences NONE =
            new Differences(0, 0, 0, Verdict.OK, Optional.empty(), Optional.empty(), 0);

    /// Compares the gradient of a leaf with the output's differences.
    public static Differences of(Walkthrough w, int leaf) {
        return of(w, leaf, w.gradient(leaf).orElseGet(() -> Tensor.full(w.value(leaf).shape(), 0)));
    }

    /// Compares what is claimed to be the gradient of a leaf.
    static Differences of(Walkthrough w, int leaf, Tensor gradient) {
        RoundingEstimate nearby = RoundingEstimate.of(w, leaf);
        int size = gradient.size();
        int tried = Math.min(MOST, size);
        Differences all = NONE;
        for (int i = 0; i < tried; i++) {
            int k = (int) ((long) i * size / tried);
            all = all.and(new DifferenceQuotients(nearby, k).against(gradient.at(k)));
        }
        return all;
    }

    static Differences compared(double error, Verdict verdict) {
        return new Differences(1, 0, error, verdict, Optional.empty(), Optional.empty(), 0);
    }

    static Differences off(Off off) {
        return new Differences(1, 0, off.error, Verdict.OFF, Optional.empty(), Optional.of(off), 1);
    }

    static Differences not(Why why) {
        return new Differences(
                0, 1, 0, Verdict.NOT_COMPARABLE, Optional.of(why), Optional.empty(), 0);
    }

    /// Both together.
    public Differences and(Differences other) {
        return new Differences(
                compared + other.compared,
                left + other.left,
                Math.max(error, other.error),
                verdict.compareTo(other.verdict) >= 0 ? verdict : other.verdict,
                why.or(other::why),
                off.map(o -> other.off.map(o::worse).orElse(o)).or(other::off),
                wrong + other.wrong);
    }

    public boolean ok() {
        return verdict != Verdict.OFF;
    }

    /// `ok`, `off`, `not comparable: the gradient is infinite`, `ok, 2 not comparable: …`.
    public Message words() {
        if (verdict == Verdict.OFF) {
            return Message.of("differences.off");
        }
        if (left == 0) {
            return verdict == Verdict.KINK
                    ? Message.of("differences.kink")
                    : Message.of("differences.ok");
        }
        Message reason = why.orElseThrow().words();
        return compared == 0
                ? Message.of("differences.none").with("why", reason)
                : Message.of("differences.partly").with("n", left).with("why", reason);
    }
}
