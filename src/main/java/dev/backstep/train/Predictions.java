package dev.backstep.train;

import dev.backstep.data.Dataset;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a network predicts of the samples of a data set.
///
/// @param actual the class of each sample, from 0; empty where numbers are predicted
/// @param predicted the class that it is taken for
/// @param outputs by output and sample
public record Predictions(List<Integer> actual, List<Integer> predicted, Responses outputs) {

    static Predictions of(Responses responses, Dataset data, double threshold) {
        int[] actual = new int[data.samples()];
        int[] predicted = new int[data.samples()];
        Tensor labels = data.y();
        for (int k = 0; k < actual.length; k++) {
            int sample = k;
            double[] y =
                    IntStream.range(0, labels.rows())
                            .mapToDouble(o -> labels.at(o, sample))
                            .toArray();
            double[] yhat =
                    IntStream.range(0, responses.outputs())
                            .mapToDouble(o -> responses.output(o)[sample])
                            .toArray();
            if (data.task() == Dataset.Task.BINARY) {
                actual[k] = y[0] > 0.5 ? 1 : 0;
                predicted[k] = yhat[0] > threshold ? 1 : 0;
            } else {
                actual[k] = largest(y);
                predicted[k] = largest(yhat);
            }
        }
        boolean classes = data.task() != Dataset.Task.REGRESSION;
        return new Predictions(
                classes ? boxed(actual) : List.of(),
                classes ? boxed(predicted) : List.of(),
                responses);
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static int largest(double[] v) {
        int best = 0;
        for (int k = 1; k < v.length; k++) {
            best = v[k] > v[best] ? k : best;
        }
        return best;
    }

    /// The samples that are taken for another class than their own.
    public List<Integer> wrong() {
        return IntStream.range(0, actual.size())
                .filter(k -> !actual.get(k).equals(predicted.get(k)))
                .boxed()
                .toList();
    }

    /// How many samples of each class (a row) are taken for each class (a column).
    public int[][] confusion(int classes) {
        int[][] confusion = new int[classes][classes];
        for (int k = 0; k < actual.size(); k++) {
            confusion[actual.get(k)][predicted.get(k)]++;
        }
        return confusion;
    }
}
