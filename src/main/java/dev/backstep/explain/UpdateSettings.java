package dev.backstep.explain;

import dev.backstep.optim.Optimiser.Adam;
import dev.backstep.optim.Optimiser.AdamW;
import dev.backstep.optim.Optimiser.RmsProp;
import dev.backstep.optim.Optimiser.Sgd;
import java.util.ArrayList;
import java.util.List;

/// The settings of an optimiser that the update of one parameter depends on, as TeX.
final class UpdateSettings {

    private final List<String> all = new ArrayList<>();

    private UpdateSettings() {}

    /// `\alpha = 0.01,\;\beta_1 = 0.9`
    static String of(UpdateFormulas rule) {
        UpdateSettings settings = new UpdateSettings();
        settings.add("\\alpha", rule.optimiser().rate());
        switch (rule.optimiser()) {
            case Sgd sgd when sgd.momentum() == 0 -> {}
            case Sgd sgd -> settings.add("\\mu", sgd.momentum());
            case Adam adam -> settings.adam(adam, rule.t());
            case AdamW(Adam adam, double decay) -> {
                settings.adam(adam, rule.t());
                if (rule.decays()) {
                    settings.add("\\delta", decay);
                }
            }
            case RmsProp rms -> {
                settings.add("\\rho", rms.rho());
                settings.add("\\varepsilon", rms.eps());
            }
        }
        if (rule.isPenalised()) {
            settings.add("\\lambda", rule.optimiser().l2());
        }
        if (rule.clips()) {
            settings.add("c", rule.optimiser().clip());
            settings.all.add(rule.norm() + " = " + rule.numbers().tex(rule.moved().norm()));
        }
        return String.join(",\\;\\; ", settings.all);
    }

    private void adam(Adam adam, long t) {
        add("\\beta_1", adam.beta1());
        add("\\beta_2", adam.beta2());
        add("\\varepsilon", adam.eps());
        all.add("t = " + t);
    }

    private void add(String name, double value) {
        all.add(name + " = " + StepNumbers.setting(value));
    }
}
