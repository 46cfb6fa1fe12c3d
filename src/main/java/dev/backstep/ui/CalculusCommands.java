package dev.backstep.ui;

import dev.backstep.session.State;
import dev.backstep.ui.calculus.Topic;
import java.util.List;
import java.util.function.Predicate;

/// What opens the mathematics of the program at hand.
final class CalculusCommands {

    private CalculusCommands() {}

    static List<Command> of(Window window, Predicate<State> possible) {
        return List.of(
                Command.of("command.jacobian", "J", () -> window.explore().pickNodes(), possible),
                sheet(window, "command.sheet.jacobian", "Shift+J", Topic.JACOBIAN, possible),
                sheet(window, "command.sheet.paths", "", Topic.PATHS, possible),
                sheet(window, "command.sheet.modes", "", Topic.MODES, possible),
                sheet(window, "command.sheet.kept", "", Topic.KEPT, possible));
    }

    private static Command sheet(
            Window window, String text, String keys, Topic topic, Predicate<State> possible) {
        return Command.of(text, keys, () -> window.explore().openSheet(topic), possible);
    }
}
