package dev.backstep.story;

import dev.backstep.story.Differences.Verdict;
import dev.backstep.story.Differences.Why;
import java.util.OptionalDouble;

/// One element of a gradient against central differences with one Richardson step, whose error is
/// of order h⁴.
///
/// The step h is halved until both sides are finite and the difference agrees with the gradient;
/// successive ones that agree with each other, and with the gradient at no step, say that it is
/// off. So a gradient near a pole, an edge of a domain or in a fast oscillation meets a step that
/// is small enough, and one that rounding hides is not blamed.
final class DifferenceQuotients {

    private static final double TOLERANCE = 1e-6;

    /// How many times the estimated rounding error a difference of outputs may be off.
    private static final double SAFETY = 8;

    /// How small the doubt must be against what it is about.
    private static final double SHARP = 1e-3;

    private static final int HALVINGS = 60;

    private final RoundingEstimate nearby;
    private final int k;
    private final double x;

    private double gradient;
    private double natural;
    private double gradientDoubt;
    private boolean finite;

    /// The larger output of the last two.
    private double sides;

    /// The largest output seen; rounding must leave something of it.
    private double largest;

    /// The relative error of the difference that agrees.
    private double error;

    /// The last difference that two steps agree on and the gradient does not.
    private double slope = Double.NaN;

    private double slopeDoubt;
    private double slopeStep;

    /// The surest of those differences, and its doubt.
    private double surest = Double.NaN;

    private double surestDoubt = Double.POSITIVE_INFINITY;

    /// The least that a steady difference was away from the gradient, beyond its doubt.
    private double dispute = Double.POSITIVE_INFINITY;

    DifferenceQuotients(RoundingEstimate nearby, int k) {
        this.nearby = nearby;
        this.k = k;
        this.x = nearby.at(k);
    }

    Differences against(double claimed) {
        gradient = claimed;
        double output = nearby.output(k, x);
        if (!Double.isFinite(claimed)) {
            return Double.isFinite(output) && isSmooth()
                    ? Differences.off(
                            new Differences.Off(k, claimed, OptionalDouble.empty(), Double.NaN))
                    : Differences.not(Double.isNaN(claimed) ? Why.NAN : Why.INFINITE);
        }
        if (!Double.isFinite(output)) {
            return Differences.not(Why.OUTPUT);
        }
        gradientDoubt = nearby.gradientNoise(k);
        natural = Math.abs(output) / Math.max(1, Math.abs(x));
        if (agrees(start()) || x != 0 && Math.abs(x) < 1e-16 && agrees(Math.abs(x) / 8)) {
            return Differences.compared(error, Verdict.OK);
        }
        if (Double.isNaN(slope)) {
            return Differences.not(finite ? Why.STEPS : Why.SIDES);
        }
        if (isKink()) {
            return isEndless() ? Differences.not(Why.STEPS) : besideKink();
        }
        if (isConvention()) {
            return Differences.compared(0, Verdict.KINK);
        }
        return !isStraight() || nearby.unrest(k, slopeStep / 2) > Math.abs(slope - gradient) / 10
                ? Differences.not(Why.STEPS)
                : off(Math.abs(slope - gradient));
    }

    /// A ten-thousandth of x; wider where rounding would hide the gradient.
    private double start() {
        double usual = 1e-4 * Math.max(Math.abs(x), 1e-2);
        boolean any = gradient != 0 && Double.isFinite(gradient);
        double seen = !any ? usual : 1e7 * nearby.noise() / Math.abs(gradient);
        return Math.max(usual, Math.min(seen, 0.1 * Math.max(Math.abs(x), 1)));
    }

    /// Whether the gradient agrees with the difference at some step from `h` down.
    private boolean agrees(double h) {
        double step = h;
        double wide = between(x - step, x + step);
        double before = Double.NaN;
        int steady = 0;
        for (int i = 0; i < HALVINGS && step / 2 > 4 * Math.ulp(x); i++, step /= 2) {
            double narrow = between(x - step / 2, x + step / 2);
            double now = (4 * narrow - wide) / 3;
            double rounding = SAFETY * noise() / step;
            double doubt = rounding + gradientDoubt;
            if (Double.isFinite(now)) {
                finite = true;
                if (fits(now, doubt)) {
                    error = Math.abs(now - gradient) / size(now, doubt);
                    return true;
                }
                steady = isSteady(before, now, rounding) ? steady + 1 : 0;
                if (steady > 0) {
                    dispute = Math.min(dispute, Math.abs(now - gradient));
                }
                if (steady > 1 && contradicts(before, now, doubt)) {
                    slope = now;
                    slopeDoubt = doubt;
                    slopeStep = step;
                    if (doubt < surestDoubt) {
                        surest = now;
                        surestDoubt = doubt;
                    }
                }
                if (doubt > Math.max(natural, Math.max(Math.abs(now), Math.abs(gradient)))) {
                    return false;
                }
            }
            before = now;
            wide = narrow;
        }
        return false;
    }

    /// Whether a difference is the gradient, as far as its doubt tells. What only a doubt makes fit
    /// is no match if a surer difference contradicts.
    private boolean fits(double now, double doubt) {
        double gap = Math.abs(now - gradient);
        double large = Math.max(Math.abs(now), Math.abs(gradient));
        boolean sharp = doubt <= SHARP * Math.max(large, natural);
        boolean contradicted = !Double.isNaN(slope) && doubt > 0.1 * Math.abs(slope - gradient);
        boolean surer = contradicted || doubt > 0.5 * dispute;
        return gap == 0 || gap <= TOLERANCE * large + doubt && sharp && !surer;
    }

    /// How far rounding moves the output, here or at the sides.
    private double noise() {
        return nearby.noise() + (Double.isFinite(sides) ? Math.ulp(sides) : 0);
    }

    private static boolean isSteady(double before, double now, double rounding) {
        double large = Math.max(Math.abs(now), Math.abs(before));
        return Math.abs(now - before) <= TOLERANCE * large + rounding;
    }

    /// Whether a difference that moved so little is surely another slope than the gradient.
    private boolean contradicts(double before, double now, double doubt) {
        double gap = Math.abs(now - gradient);
        double moved = Math.abs(now - before);
        return doubt <= 10 * SHARP * gap
                && nearby.noise() <= SHARP * Math.max(largest, Double.MIN_NORMAL)
                && gap > TOLERANCE * Math.max(Math.abs(now), Math.abs(gradient)) + 10 * moved;
    }

    /// What an error is relative to, so that one within the tolerance or the doubt is at most
    /// [#TOLERANCE].
    private double size(double now, double doubt) {
        double large = Math.max(Math.abs(now), Math.abs(gradient));
        return Math.max(Double.MIN_NORMAL, Math.max(large, doubt / TOLERANCE));
    }

    /// Whether two steps agree on a slope, to the left and to the right as well, so that the output
    /// has a finite gradient here after all.
    private boolean isSmooth() {
        double before = Double.NaN;
        double h = start();
        for (int i = 0; i < HALVINGS && h / 2 > 4 * Math.ulp(x); i++, h /= 2) {
            double right = 2 * between(x, x + h / 2) - between(x, x + h);
            double left = 2 * between(x - h / 2, x) - between(x - h, x);
            double middle = (left + right) / 2;
            double near = 1e-4 * Math.abs(middle) + SAFETY * nearby.noise() / h;
            if (Math.abs(right - left) <= near && Math.abs(middle - before) <= near) {
                return true;
            }
            before = middle;
        }
        return false;
    }

    /// Off by this much at the last difference; said by the surest one.
    private Differences off(double distance) {
        double last = distance / size(slope, slopeDoubt);
        double error = Math.abs(surest - gradient) / size(surest, surestDoubt);
        return Differences.off(
                new Differences.Off(k, gradient, OptionalDouble.of(surest), Math.max(last, error)));
    }

    /// Whether left and right slopes stay apart when the step is halved; where the function is
    /// smooth they come together.
    private boolean isKink() {
        double h = slopeStep;
        double wide = between(x, x + h) - between(x - h, x);
        double narrow = between(x, x + h / 2) - between(x - h / 2, x);
        double ratio = narrow / wide;
        return Math.abs(narrow) > 4 * allowed() && ratio > 0.8 && ratio < 1.25;
    }

    /// Whether the slopes to the left and to the right come together where the step is smaller,
    /// other than at a cusp.
    private boolean isStraight() {
        double h = slopeStep;
        double wide = between(x, x + 4 * h) - between(x - 4 * h, x);
        double narrow = between(x, x + h) - between(x - h, x);
        return Math.abs(narrow) <= Math.abs(wide) / 2 + 4 * slopeDoubt;
    }

    /// Whether the program's own gradient is right on both sides and a convention makes it another
    /// in between, as where the kinks of two functions cancel and their conventions do not.
    private boolean isConvention() {
        double near = SHARP * Math.abs(slope - gradient);
        return nearby.isAtKink()
                && nearby.gradient(k, x) == gradient
                && Math.abs(nearby.gradient(k, x + slopeStep / 8) - right()) <= near
                && Math.abs(nearby.gradient(k, x - slopeStep / 8) - left()) <= near;
    }

    private double right() {
        return 2 * between(x, x + slopeStep / 2) - between(x, x + slopeStep);
    }

    private double left() {
        return 2 * between(x - slopeStep / 2, x) - between(x - slopeStep, x);
    }

    /// Whether a slope on one side moves on and on with the logarithm of the step, as that of x^x
    /// does beside 0, and may so reach the gradient long before the step is as small as x.
    private boolean isEndless() {
        double h = 16 * slopeStep;
        double right = moves(between(x, x + h), between(x, x + 4 * h), between(x, x + 16 * h));
        double left = moves(between(x - h, x), between(x - 4 * h, x), between(x - 16 * h, x));
        double quarterings = Math.log(h / Math.max(Math.abs(x), Double.MIN_VALUE)) / Math.log(4);
        return Math.max(left, right) * quarterings >= Math.abs(slope - gradient) / 2;
    }

    /// How far a slope moves when the step is divided by four, if it moves as far each time.
    private double moves(double narrow, double middle, double wide) {
        double last = Math.abs(narrow - middle);
        return last > 0.7 * Math.abs(middle - wide) && last > slopeDoubt / 8 ? last : 0;
    }

    /// Both slopes are carried to h = 0 by Richardson's step for one-sided differences.
    private Differences besideKink() {
        double right = right();
        double left = left();
        double above = gradient - Math.max(left, right);
        double below = Math.min(left, right) - gradient;
        double outside = Math.max(0, Math.max(above, below));
        return outside <= 4 * allowed()
                ? Differences.compared(outside / size(slope, slopeDoubt), Verdict.KINK)
                : isConvention() ? Differences.compared(0, Verdict.KINK) : off(outside);
    }

    private double allowed() {
        return TOLERANCE * Math.max(Math.abs(slope), Math.abs(gradient)) + 2 * slopeDoubt;
    }

    private double between(double a, double b) {
        double below = nearby.output(k, a);
        double above = nearby.output(k, b);
        double size = Math.max(Math.abs(below), Math.abs(above));
        sides = size;
        largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        return (above - below) / (b - a);
    }
}
