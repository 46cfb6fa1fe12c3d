package dev.backstep.compile;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.optim.Biases;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All leaves that training moves, one after the other in one array, their gradients in another:
/// weights first, then biases. Programs for different numbers of samples share them.
public final class Parameters {

    /// @param at where it begins in the arrays
    public record Place(String name, Shape shape, int at) {
        public int end() {
            return at + Math.toIntExact(shape.size());
        }
    }

    private final List<Place> places;
    private final int weights;
    private final double[] values;
    private final double[] gradients;

    private Parameters(List<Place> places, int weights, double[] values) {
        this.places = places;
        this.weights = weights;
        this.values = values;
        this.gradients = new double[values.length];
    }

    /// The parameters of `graph`, with the values its leaves have.
    public static Parameters of(Graph graph, Map<Integer, Tensor> leaves) {
        List<Node> biases = new ArrayList<>();
        List<Node> ordered = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM) {
                (Biases.isBias(graph, node.id()) ? biases : ordered).add(node);
            }
        }
        int weights = ordered.size();
        ordered.addAll(biases);
        List<Place> places = new ArrayList<>();
        int end = 0;
        for (Node node : ordered) {
            places.add(new Place(node.name().orElseThrow(), node.shape(), end));
            end += Math.toIntExact(node.shape().size());
        }
        int split = weights == places.size() ? end : places.get(weights).at();
        Parameters parameters =
                new Parameters(List.copyOf(places), split, new double[end + Strided.SLACK]);
        for (int k = 0; k < places.size(); k++) {
            Tensor value =
                    Objects.requireNonNull(
                            leaves.get(ordered.get(k).id()), "a parameter needs a value");
            parameters.value(places.get(k)).set(value);
        }
        return parameters;
    }

    /// How many numbers there are in all.
    public int size() {
        return values.length - Strided.SLACK;
    }

    /// How many of them, from the front, belong to weights; the others are biases.
    public int weights() {
        return weights;
    }

    public List<Place> places() {
        return places;
    }

    public Place place(String name) {
        return places.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    public Strided value(Place place) {
        return Strided.of(values, place.at(), place.shape());
    }

    public Strided gradient(Place place) {
        return Strided.of(gradients, place.at(), place.shape());
    }

    public boolean isFinite(Place place) {
        return Arrays.stream(values, place.at(), place.end()).allMatch(Double::isFinite);
    }

    public double[] values() {
        return values;
    }

    public double[] gradients() {
        return gradients;
    }

    /// Gives all of them these values.
    ///
    /// @throws IllegalArgumentException if one is missing or has another shape
    public void set(Map<String, Tensor> tensors) {
        for (Place place : places) {
            Tensor value = tensors.get(place.name());
            if (value == null) {
                throw new IllegalArgumentException(place.name() + " has no value");
            }
            put(value, place, values);
        }
    }

    /// Lays a tensor out where a parameter lies, in an array with the layout of the values.
    ///
    /// @throws IllegalArgumentException if the parameter has another shape
    public void put(Tensor value, Place place, double[] array) {
        if (!value.shape().equals(place.shape())) {
            throw new IllegalArgumentException(
                    place.name() + " is " + place.shape() + ", the value is " + value.shape());
        }
        Strided.of(array, place.at(), place.shape()).set(value);
    }

    /// The values by name.
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        places.forEach(p -> tensors.put(p.name(), value(p).toTensor()));
        return tensors;
    }

    /// The gradients of the last batch by name.
    public Map<String, Tensor> gradientTensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        places.forEach(p -> tensors.put(p.name(), gradient(p).toTensor()));
        return tensors;
    }

    public Parameters copy() {
        Parameters copy = new Parameters(places, weights, values.clone());
        System.arraycopy(gradients, 0, copy.gradients, 0, gradients.length);
        return copy;
    }

    /// Half the sum of the squared weights: λ times this is the penalty.
    public double halfSquaredWeights() {
        double sum = 0;
        for (int k = 0; k < weights; k++) {
            sum += values[k] * values[k];
        }
        return sum / 2;
    }
}
