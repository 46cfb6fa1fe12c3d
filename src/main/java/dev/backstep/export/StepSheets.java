package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.paint.LegendSign;
import java.util.EnumSet;
import java.util.Set;

/// The sheets of all steps, of one size: a legend tells of the signs of all of them.
record StepSheets(StepDiagrams steps, Picture picture, Set<LegendSign> signs) {

    StepSheets {
        signs = Set.copyOf(signs);
    }

    static StepSheets of(StepDiagrams steps, Picture picture) {
        Set<LegendSign> signs = EnumSet.noneOf(LegendSign.class);
        for (int i = 0; i < steps.size() && !picture.legend().isEmpty(); i++) {
            signs.addAll(LegendSign.of(steps.at(i)));
        }
        return new StepSheets(steps, picture, signs);
    }

    int size() {
        return steps.size();
    }

    Sheet at(int step) {
        return Png.sheet(steps.at(step), picture, signs);
    }
}
