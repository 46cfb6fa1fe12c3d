package dev.backstep.cli;

import dev.backstep.story.Story;

/// What `--step` names.
final class StepOption {

    private StepOption() {}

    /// The step by that number, or by that word: `first`, `last`, `forward`.
    ///
    /// @throws CommandFailure if there is none
    static int index(String step, Story story) {
        return switch (step) {
            case "first" -> 0;
            case "last" -> story.size() - 1;
            case "forward" -> story.lastForward();
            default -> {
                if (!step.matches("\\d{1,9}") || Integer.parseInt(step) >= story.size()) {
                    throw new CommandFailure(
                            "--step "
                                    + step
                                    + ": a step is first, last, forward or a number from 0 to "
                                    + (story.size() - 1));
                }
                yield Integer.parseInt(step);
            }
        };
    }
}
