package dev.backstep.optim;

import static dev.backstep.optim.Quantity.BETA_1;
import static dev.backstep.optim.Quantity.BETA_2;
import static dev.backstep.optim.Quantity.CLIP;
import static dev.backstep.optim.Quantity.DECAY;
import static dev.backstep.optim.Quantity.EPSILON;
import static dev.backstep.optim.Quantity.GRADIENT;
import static dev.backstep.optim.Quantity.MEAN;
import static dev.backstep.optim.Quantity.MEAN_SQUARE;
import static dev.backstep.optim.Quantity.MOMENTUM;
import static dev.backstep.optim.Quantity.NORM;
import static dev.backstep.optim.Quantity.NUMBER;
import static dev.backstep.optim.Quantity.PARAMETER;
import static dev.backstep.optim.Quantity.PENALTY;
import static dev.backstep.optim.Quantity.RATE;
import static dev.backstep.optim.Quantity.RHO;
import static dev.backstep.optim.Quantity.STEP_GRADIENT;
import static dev.backstep.optim.Quantity.UNBIASED_MEAN;
import static dev.backstep.optim.Quantity.UNBIASED_MEAN_SQUARE;
import static dev.backstep.optim.Quantity.VELOCITY;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the rule of each optimiser down as a graph, a line a named node.
final class StepBuilder {

    private final Graph.Builder b = Graph.builder();
    private final Map<Integer, Quantity> quantities = new HashMap<>();
    private final Map<Quantity, Integer> latest = new EnumMap<>(Quantity.class);
    private final Map<Integer, Double> settings = new HashMap<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Integer> states = new ArrayList<>();
    private final Optimiser optimiser;
    private final Shape shape;
    private final boolean isWeight;

    private StepBuilder(Optimiser optimiser, Shape shape, boolean isWeight) {
        this.optimiser = optimiser;
        this.shape = shape;
        this.isWeight = isWeight;
    }

    static StepGraph of(Optimiser optimiser, Shape shape, boolean isWeight) {
        StepBuilder step = new StepBuilder(optimiser, shape, isWeight);
        step.decay();
        int g = step.gradient();
        int change =
                switch (optimiser) {
                    case Optimiser.Sgd sgd -> step.sgd(sgd, g);
                    case Optimiser.Adam adam -> step.adam(adam, g);
                    case Optimiser.AdamW w -> step.adam(w.adam(), g);
                    case Optimiser.RmsProp rms -> step.rmsProp(rms, g);
                };
        step.line(PARAMETER, step.b.add(Binary.SUB, step.the(PARAMETER), change));
        return new StepGraph(
                step.b.build(), step.quantities, step.settings, g, step.lines, step.states);
    }

    /// W ← (1 − αδ)·W
    private void decay() {
        if (optimiser instanceof Optimiser.AdamW w && isWeight && w.decay() != 0) {
            int shrink = oneMinus(times(rate(), setting(DECAY, w.decay())));
            line(PARAMETER, times(shrink, the(PARAMETER)));
        }
    }

    /// min(1, c/‖∇L‖)·∂L/∂W + λW, which is called g if it is clipped or used twice.
    private int gradient() {
        int gradient = the(GRADIENT);
        int g = gradient;
        if (optimiser.clip() > 0) {
            int share = b.add(Binary.DIV, setting(CLIP, optimiser.clip()), the(NORM));
            g = times(b.add(Binary.MIN, b.constant(1), share), g);
        }
        if (isWeight && optimiser.l2() != 0) {
            g = plus(g, times(setting(PENALTY, optimiser.l2()), the(PARAMETER)));
        }
        if (optimiser instanceof Optimiser.Sgd && optimiser.clip() == 0) {
            return g;
        }
        return line(STEP_GRADIENT, g == gradient ? b.add(new Op.Reshape(shape), g) : g);
    }

    private int sgd(Optimiser.Sgd sgd, int g) {
        return times(
                rate(),
                sgd.momentum() == 0
                        ? g
                        : state(
                                VELOCITY,
                                plus(times(setting(MOMENTUM, sgd.momentum()), the(VELOCITY)), g)));
    }

    private int adam(Optimiser.Adam adam, int g) {
        int beta1 = setting(BETA_1, adam.beta1());
        int beta2 = setting(BETA_2, adam.beta2());
        int m = state(MEAN, mean(beta1, the(MEAN), g));
        int v = state(MEAN_SQUARE, mean(beta2, the(MEAN_SQUARE), b.add(Unary.SQUARE, g)));
        int mean = line(UNBIASED_MEAN, unbiased(beta1, m));
        int square = line(UNBIASED_MEAN_SQUARE, unbiased(beta2, v));
        return b.add(Binary.DIV, times(rate(), mean), root(square, adam.eps()));
    }

    private int rmsProp(Optimiser.RmsProp rms, int g) {
        int rho = setting(RHO, rms.rho());
        int v = state(MEAN_SQUARE, mean(rho, the(MEAN_SQUARE), b.add(Unary.SQUARE, g)));
        return b.add(Binary.DIV, times(rate(), g), root(v, rms.eps()));
    }

    /// βs + (1 − β)x
    private int mean(int beta, int state, int x) {
        return plus(times(beta, state), times(oneMinus(beta), x));
    }

    /// 1/(1 − βᵗ)·x: a product, since a division of each element would cost training more.
    private int unbiased(int beta, int x) {
        int bias = oneMinus(b.add(Binary.POW, beta, the(NUMBER)));
        return times(b.add(Binary.DIV, b.constant(1), bias), x);
    }

    /// √x + ε
    private int root(int x, double eps) {
        return plus(b.add(Unary.SQRT, x), setting(EPSILON, eps));
    }

    private int rate() {
        return setting(RATE, optimiser.rate());
    }

    private int setting(Quantity quantity, double value) {
        int leaf = the(quantity);
        settings.put(leaf, value);
        return leaf;
    }

    /// A quantity as it is by now: the line that gave it, else a leaf.
    private int the(Quantity quantity) {
        Integer node = latest.get(quantity);
        if (node != null) {
            return node;
        }
        Shape of = quantity.isSetting() ? Shape.SCALAR : shape;
        return named(quantity, b.leaf(quantity.name(), Op.Role.CONST, of));
    }

    private int state(Quantity quantity, int node) {
        states.add(node);
        return line(quantity, node);
    }

    private int line(Quantity quantity, int node) {
        lines.add(node);
        return named(quantity, node);
    }

    private int named(Quantity quantity, int node) {
        quantities.put(node, quantity);
        latest.put(quantity, node);
        return node;
    }

    private int oneMinus(int x) {
        return b.add(Binary.SUB, b.constant(1), x);
    }

    private int times(int x, int y) {
        return b.broadcast(Binary.MUL, x, y);
    }

    private int plus(int x, int y) {
        return b.broadcast(Binary.ADD, x, y);
    }
}
