package dev.backstep.export;

import dev.backstep.lang.Model;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/// Which numbers of a program's graph depend on how many samples it is evaluated for, and how:
/// found by reading the program for two numbers of samples.
///
/// @param few the program for [#FEW] samples; without data, or if it fits only the samples that it
///   has, the program as it is
/// @param many the same for [#MANY]
record BatchSizes(Model few, Model many) {

    /// More than one, since a reduction along the samples is one of everything for one sample.
    private static final int FEW = 3;

    private static final int MANY = 5;

    private static final double SAME = 1e-12;

    static BatchSizes of(Model model) {
        if (model.learning().filter(l -> l.data().train().samples() > 0).isEmpty()
                || !model.names().containsKey("X")) {
            return new BatchSizes(model, model);
        }
        try {
            return new BatchSizes(model.on(FEW, Map.of()), model.on(MANY, Map.of()));
        } catch (IllegalArgumentException fixed) {
            return new BatchSizes(model, model);
        }
    }

    /// Whether there is one graph for all numbers of samples.
    boolean areAlike() {
        return few.graph().size() == many.graph().size();
    }

    private boolean isFixed() {
        return few == many;
    }

    /// A whole number in Python, as it depends on the samples `n`.
    String whole(int inFew, int inMany) {
        int each = isFixed() ? 0 : (inMany - inFew) / (MANY - FEW);
        int rest = inFew - each * FEW;
        String samples = each == 1 ? "n" : each + " * n";
        return each == 0
                ? Integer.toString(inFew)
                : rest == 0 ? samples : samples + (rest < 0 ? " - " : " + ") + Math.abs(rest);
    }

    /// `r, c`: the shape of a node.
    String shape(Shape inFew, Shape inMany) {
        return whole(inFew.rows(), inMany.rows()) + ", " + whole(inFew.cols(), inMany.cols());
    }

    /// A constant in Python; nothing if it depends on the samples in another way than as a share or
    /// a multiple.
    Optional<String> constant(Tensor inFew, Tensor inMany) {
        if (inFew.equals(inMany)) {
            return Optional.of(
                    inFew.size() == 1 ? Python.number(inFew.item()) : Python.tensor(inFew));
        }
        if (inFew.size() != 1 || inMany.size() != 1) {
            return Optional.empty();
        }
        double share = inFew.item() * FEW;
        double each = inFew.item() / FEW;
        if (near(share, inMany.item() * MANY)) {
            return Optional.of(Python.number(share) + " / n");
        }
        return near(each, inMany.item() / MANY)
                ? Optional.of(Python.number(each) + " * n")
                : Optional.empty();
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.abs(a);
    }
}
