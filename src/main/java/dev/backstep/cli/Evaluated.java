package dev.backstep.cli;

import dev.backstep.export.JsonReport;
import dev.backstep.lang.Model;
import dev.backstep.story.Walkthrough;
import java.util.Map;

/// A model, differentiated and evaluated.
record Evaluated(Model model, Walkthrough w) {

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
