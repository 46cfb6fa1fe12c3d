package dev.backstep.cli;

import dev.backstep.export.JsonReport;
import dev.backstep.lang.Model;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Moment;
import java.util.Map;

/// A model, differentiated and evaluated.
record Evaluated(Model model, Walkthrough w) {

    /// A program as it begins.
    static Evaluated of(Model program, Story.Grain grain) {
        return new Evaluated(program, Walkthroughs.of(program, grain));
    }

    /// A program at a moment of its training.
    static Evaluated at(Moment moment, Model program, Story.Grain grain) {
        Model model = Walkthroughs.model(program, moment);
        return new Evaluated(model, Walkthroughs.of(model, moment, grain));
    }

    JsonReport report() {
        return new JsonReport(model.names(), output(), model.notes(), w);
    }

    /// The name of the differentiated node; where it has several, the one given last.
    String output() {
        String last = "";
        for (Map.Entry<String, Integer> named : model.names().entrySet()) {
            last = named.getValue() == model.output() ? named.getKey() : last;
        }
        return last;
    }
}
