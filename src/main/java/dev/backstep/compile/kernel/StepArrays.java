package dev.backstep.compile.kernel;

/// The arrays that a step of an optimiser goes through: all parameters one after the other, their
/// gradients, and what the optimiser remembers of the steps before.
public final class StepArrays {

    private final double[] parameters;
    private final double[] first;
    private final double[] second;
    private double[] gradients;
    private double firstCorrection = 1;
    private double secondCorrection = 1;

    /// @param first the velocity of momentum, the mean of Adam; empty if the optimiser has none
    /// @param second the mean square of Adam and RMSprop; empty if the optimiser has none
    public StepArrays(double[] parameters, double[] gradients, double[] first, double[] second) {
        this.parameters = parameters;
        this.gradients = gradients;
        this.first = first;
        this.second = second;
    }

    /// Steps along other gradients from now on: those scaled down by clipping, say.
    public void along(double[] changed) {
        gradients = changed;
    }

    /// Corrects the bias of Adam's first steps: 1 − βᵗ of both moments.
    public void correct(double ofFirst, double ofSecond) {
        firstCorrection = ofFirst;
        secondCorrection = ofSecond;
    }

    public double[] parameters() {
        return parameters;
    }

    public double[] gradients() {
        return gradients;
    }

    public double[] first() {
        return first;
    }

    public double[] second() {
        return second;
    }

    public double firstCorrection() {
        return firstCorrection;
    }

    public double secondCorrection() {
        return secondCorrection;
    }
}
