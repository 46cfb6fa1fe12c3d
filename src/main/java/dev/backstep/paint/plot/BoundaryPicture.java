package dev.backstep.paint.plot;

import java.util.List;

/// What a network answers over the plane of two features, with the samples on it; or, for a network
/// of one feature, the curve of its answer.
///
/// @param classes what the classes are called, for the key below; empty where numbers are learnt or
///   no key is wanted
/// @param words what the signs of the samples are called, for the key
public record BoundaryPicture(
        Plane plane, Field field, List<Sample> samples, List<String> classes, Words words) {

    public BoundaryPicture {
        samples = List.copyOf(samples);
        classes = List.copyOf(classes);
    }

    /// What is known of the answer.
    public sealed interface Field {}

    /// Two classes, by one number.
    ///
    /// @param answer how much each place belongs to class 1
    /// @param scale its centre is where the two classes meet
    public record TwoClasses(Raster answer, Scale scale) implements Field {}

    /// One answer a class; the largest wins.
    public record ManyClasses(List<Raster> answers) implements Field {
        public ManyClasses {
            answers = List.copyOf(answers);
        }
    }

    /// A number at each place.
    public record NumberMap(Raster answer, Scale scale) implements Field {}

    /// A number for each value of one feature: points of a curve from left to right, on a plane
    /// whose second axis is the number.
    public record NumberCurve(List<Double> x, List<Double> answer) implements Field {
        public NumberCurve {
            x = List.copyOf(x);
            answer = List.copyOf(answer);
        }
    }

    /// Nothing yet: samples alone.
    public record NoField() implements Field {}

    /// A sample.
    ///
    /// @param label its class, or the number to be learnt
    /// @param test whether it is kept back for testing
    /// @param wrong whether it is classified wrongly
    /// @param inBatch whether it belongs to the mini-batch that is next
    public record Sample(
            double x, double y, double label, boolean test, boolean wrong, boolean inBatch) {}

    /// What the signs of the samples are called; an empty one is left out of the key.
    public record Words(String train, String test, String wrong, String batch) {
        public static final Words NONE = new Words("", "", "", "");
    }
}
