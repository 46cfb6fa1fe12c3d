package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.Optimiser.AdamW;
import dev.backstep.optim.Optimiser.Sgd;
import dev.backstep.story.Walkthrough;

/// The update of one parameter in plain sentences.
record UpdateSentences(UpdateFormulas rule, Walkthrough w, int parameter, Numbers numbers) {

    static String of(Walkthrough w, int parameter, Numbers numbers) {
        UpdateFormulas rule = UpdateFormulas.of(w, parameter, numbers);
        UpdateSentences words = new UpdateSentences(rule, w, parameter, numbers);
        return w.updates().orElseThrow().isStopped() ? words.stopped() : words.moving();
    }

    private String stopped() {
        return name()
                + " stays as it is: the loss or a gradient is not finite, and there training stops.";
    }

    private String moving() {
        return rule.isBare() ? bare() : stepping() + clipped();
    }

    private String bare() {
        String rate = Numbers.FULL.plain(optimiser().rate());
        return name()
                + " goes against its gradient: "
                + (name() + " − " + rate + " · " + gradient())
                + (rule.moved().after().shape().isScalar()
                        ? inWords(rate) + " = " + result() + "."
                        : ", element by element, which gives a new " + result() + " matrix.");
    }

    private String stepping() {
        String rate = Numbers.FULL.plain(optimiser().rate());
        return name()
                + " takes its first step of "
                + (method() + " at the rate " + rate)
                + (", against its gradient " + gradient())
                + (rule.isPenalised() ? " and, by its penalty, towards 0" : "")
                + decayed()
                + (rule.moved().after().shape().isScalar()
                        ? ": " + result()
                        : ", to a new " + result() + " matrix")
                + ".";
    }

    private String method() {
        return optimiser() instanceof Sgd sgd && sgd.momentum() != 0
                ? "sgd with momentum " + Numbers.FULL.plain(sgd.momentum())
                : optimiser().word();
    }

    private String decayed() {
        return rule.decays() && optimiser() instanceof AdamW a
                ? ", after its decay has multiplied it by " + Numbers.FULL.plain(a.shrink())
                : "";
    }

    private String clipped() {
        if (!rule.clips()) {
            return "";
        }
        String norm = numbers.plain(rule.moved().norm());
        String clip = Numbers.FULL.plain(optimiser().clip());
        return rule.moved().factor() == 1
                ? " All gradients together have the norm " + norm + ": nothing is clipped."
                : " All gradients together have the norm "
                        + norm
                        + ": first, each is scaled down by the same factor, so that the norm is "
                        + clip
                        + ".";
    }

    private String inWords(String rate) {
        String g = numbers.plain(w.gradient(parameter).orElseThrow().item());
        String before = numbers.plain(w.value(parameter).item());
        return " = " + before + " − " + rate + " · " + (g.startsWith("−") ? "(" + g + ")" : g);
    }

    private String result() {
        return numbers.brief(rule.moved().after());
    }

    private String gradient() {
        return "∂" + w.labels().words(w.output()) + "/∂" + name();
    }

    private Optimiser optimiser() {
        return rule.optimiser();
    }

    private String name() {
        return w.labels().words(parameter);
    }
}
