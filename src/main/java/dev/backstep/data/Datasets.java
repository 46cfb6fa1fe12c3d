package dev.backstep.data;

import dev.backstep.data.Dataset.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The data sets that need no file. The same settings give the same samples.
///
/// Circle, xor, gauss, spiral and plane are those of TensorFlow Playground (Smilkov, Carter et al.,
/// 2016, `src/dataset.ts`), with labels 0 and 1 for its −1 and 1; moons is scikit-learn's
/// `make_moons`, blobs in the manner of its `make_blobs`.
public enum Datasets {
    CIRCLE(Task.BINARY),
    XOR(Task.BINARY),
    GAUSS(Task.BINARY),
    SPIRAL(Task.BINARY),
    MOONS(Task.BINARY),
    BLOBS(Task.CLASSES),
    PLANE(Task.REGRESSION),
    WAVE(Task.REGRESSION);

    /// The most samples a data set may have.
    public static final int MAX_SAMPLES = 1_000_000;

    /// The most classes.
    public static final int MAX_CLASSES = 1_000;

    /// The most numbers a data set may hold, 128 MB.
    public static final int MAX_NUMBERS = 16_000_000;

    private static final double SIDE = 5;

    private final Task task;

    Datasets(Task task) {
        this.task = task;
    }

    /// @param noise how far samples stray, from 0; what it scales is said at each data set
    /// @param test the share held back for testing
    /// @param classes how many classes `blobs` has
    public record SamplingSettings(int samples, double noise, long seed, double test, int classes) {
        public SamplingSettings {
            require(
                    samples >= 1 && samples <= MAX_SAMPLES,
                    "samples is " + samples + "; it goes from 1 to 1000000");
            require(noise >= 0 && noise <= 10, "noise is " + noise + "; it goes from 0 to 10");
            require(
                    test >= 0 && test < 1,
                    "test is " + test + "; it is a share, from 0 to less than 1");
            require(
                    classes >= 2 && classes <= MAX_CLASSES,
                    "classes is " + classes + "; it goes from 2 to 1000");
        }

        private static void require(boolean fits, String why) {
            if (!fits) {
                throw new IllegalArgumentException(why);
            }
        }
    }

    /// The data set of that name, in small letters, as the language has it.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Datasets named(String name) {
        for (Datasets set : values()) {
            if (set.word().equals(name)) {
                return set;
            }
        }
        throw new IllegalArgumentException("there is no data set named " + name);
    }

    /// What is to be learnt from it.
    public Task task() {
        return task;
    }

    /// Its name in the language.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Dataset.Split draw(SamplingSettings s) {
        RandomGenerator random = random(s.seed());
        int outputs = task == Task.CLASSES ? s.classes() : 1;
        double[] x = new double[2 * s.samples()];
        double[] y = new double[outputs * s.samples()];
        for (int k = 0; k < s.samples(); k++) {
            double[] sample = sample(k, s, random);
            x[2 * k] = sample[0];
            x[2 * k + 1] = sample[1];
            int label = task == Task.CLASSES ? (int) sample[2] : 0;
            y[outputs * k + label] = task == Task.CLASSES ? 1 : sample[2];
        }
        List<String> labels = new ArrayList<>();
        for (int k = 0; task == Task.CLASSES && k < outputs; k++) {
            labels.add(Integer.toString(k));
        }
        return new Dataset(task, 2, outputs, x, y, labels).split(s.test(), s.seed());
    }

    /// Points drawn evenly from −1 to 1 in both coordinates, with label 1 where a rule of both is
    /// above 0; noise is the most a coordinate strays before the label is taken.
    public static Dataset.Split draw(SamplingSettings s, DoubleBinaryOperator rule) {
        RandomGenerator random = random(s.seed());
        double[] x = new double[2 * s.samples()];
        double[] y = new double[s.samples()];
        for (int k = 0; k < s.samples(); k++) {
            double x1 = uniform(random, -1, 1);
            double x2 = uniform(random, -1, 1);
            x[2 * k] = x1;
            x[2 * k + 1] = x2;
            double value = rule.applyAsDouble(x1 + stray(s, random, 1), x2 + stray(s, random, 1));
            y[k] = value > 0 ? 1 : 0;
        }
        return new Dataset(Task.BINARY, 2, 1, x, y, List.of()).split(s.test(), s.seed());
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private double[] sample(int k, SamplingSettings s, RandomGenerator r) {
        return switch (this) {
            case CIRCLE -> circle(k, s, r);
            case XOR -> xor(s, r);
            case GAUSS -> gauss(k, s, r);
            case SPIRAL -> spiral(k, s, r);
            case MOONS -> moons(k, s, r);
            case BLOBS -> blob(k, s, r);
            case PLANE -> plane(s, r);
            case WAVE -> wave(s, r);
        };
    }

    /// A disc of radius 2.5 inside a ring from 3.5 to 5; noise moves the point that the label is
    /// taken from.
    private static double[] circle(int k, SamplingSettings s, RandomGenerator r) {
        boolean inside = k % 2 == 0;
        double radius = inside ? uniform(r, 0, SIDE / 2) : uniform(r, 0.7 * SIDE, SIDE);
        double angle = uniform(r, 0, 2 * Math.PI);
        double x = radius * Math.sin(angle);
        double y = radius * Math.cos(angle);
        double strayed = Math.hypot(x + stray(s, r, SIDE), y + stray(s, r, SIDE));
        return new double[] {x, y, strayed < SIDE / 2 ? 1 : 0};
    }

    /// 1 where both coordinates have the same sign, 0.3 away from the axes; noise moves what the
    /// label is taken from.
    private static double[] xor(SamplingSettings s, RandomGenerator r) {
        double x = padded(uniform(r, -SIDE, SIDE));
        double y = padded(uniform(r, -SIDE, SIDE));
        double product = (x + stray(s, r, SIDE)) * (y + stray(s, r, SIDE));
        return new double[] {x, y, product >= 0 ? 1 : 0};
    }

    private static double padded(double t) {
        return t > 0 ? t + 0.3 : t - 0.3;
    }

    /// Two Gaussians at (2, 2) and (−2, −2); noise 0 to 0.5 is a variance of 0.5 to 4.
    private static double[] gauss(int k, SamplingSettings s, RandomGenerator r) {
        double spread = Math.sqrt(0.5 + 7 * s.noise());
        double centre = k % 2 == 0 ? 2 : -2;
        return new double[] {
            centre + spread * r.nextGaussian(),
            centre + spread * r.nextGaussian(),
            k % 2 == 0 ? 1 : 0
        };
    }

    /// Two arms of 1.75 turns, radius 0 to 5; noise is the most a coordinate strays.
    private static double[] spiral(int k, SamplingSettings s, RandomGenerator r) {
        int arm = (s.samples() + 1) / 2;
        double along = (double) (k / 2) / arm;
        double angle = 1.75 * along * 2 * Math.PI + (k % 2 == 0 ? 0 : Math.PI);
        double radius = SIDE * along;
        return new double[] {
            radius * Math.sin(angle) + stray(s, r, 1),
            radius * Math.cos(angle) + stray(s, r, 1),
            k % 2 == 0 ? 1 : 0
        };
    }

    /// Two half circles that reach into one another; noise is the standard deviation of both
    /// coordinates.
    private static double[] moons(int k, SamplingSettings s, RandomGenerator r) {
        int half = Math.max(1, (s.samples() - 1) / 2);
        double t = Math.PI * Math.min(1, (double) (k / 2) / half);
        boolean outer = k % 2 == 0;
        double x = outer ? Math.cos(t) : 1 - Math.cos(t);
        double y = outer ? Math.sin(t) : 0.5 - Math.sin(t);
        return new double[] {
            x + s.noise() * r.nextGaussian(), y + s.noise() * r.nextGaussian(), outer ? 0 : 1
        };
    }

    /// Gaussians at even distances on a circle of radius 4, of standard deviation 0.5 + noise.
    private static double[] blob(int k, SamplingSettings s, RandomGenerator r) {
        int label = k % s.classes();
        double angle = 2 * Math.PI * label / s.classes();
        double spread = 0.5 + s.noise();
        return new double[] {
            4 * Math.cos(angle) + spread * r.nextGaussian(),
            4 * Math.sin(angle) + spread * r.nextGaussian(),
            label
        };
    }

    /// (x + y)/10 on a square of side 12; noise moves what the value is taken from.
    private static double[] plane(SamplingSettings s, RandomGenerator r) {
        double x = uniform(r, -6, 6);
        double y = uniform(r, -6, 6);
        return new double[] {x, y, (x + stray(s, r, 6) + y + stray(s, r, 6)) / 10};
    }

    /// sin(x + y/2) on a square of side 2π; noise is the standard deviation of the value.
    private static double[] wave(SamplingSettings s, RandomGenerator r) {
        double x = uniform(r, -Math.PI, Math.PI);
        double y = uniform(r, -Math.PI, Math.PI);
        return new double[] {x, y, Math.sin(x + y / 2) + s.noise() * r.nextGaussian()};
    }

    private static double uniform(RandomGenerator r, double low, double high) {
        return low + (high - low) * r.nextDouble();
    }

    private static double stray(SamplingSettings s, RandomGenerator r, double reach) {
        return s.noise() * uniform(r, -reach, reach);
    }
}
