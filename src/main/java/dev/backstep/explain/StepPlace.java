package dev.backstep.explain;

import dev.backstep.story.Story;
import dev.backstep.text.Message;

/// Where in its story a step is.
public final class StepPlace {

    private StepPlace() {}

    /// `backward · 3 of 5`
    public static Message of(Story story, int step) {
        int seed = story.seed();
        int updates = story.updates();
        return step < seed
                ? place("timeline.forward.at", step, 0, seed)
                : step < updates
                        ? place("timeline.backward.at", step, seed, updates)
                        : place("timeline.update.at", step, updates, story.size());
    }

    private static Message place(String key, int step, int from, int end) {
        return Message.of(key).with("step", step - from + 1).with("steps", end - from);
    }
}
