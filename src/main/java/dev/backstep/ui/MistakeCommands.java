package dev.backstep.ui;

import dev.backstep.explain.MistakeWords;
import dev.backstep.graph.Mistake;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.mistake.MistakeSwitches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What computes backward with a mistake, or rightly again.
final class MistakeCommands {

    private MistakeCommands() {}

    static List<Command> of(Session session) {
        List<Command> commands = new ArrayList<>();
        commands.add(choice(session, Texts.of("command.mistake.none"), Optional.empty()));
        for (Mistake mistake : Mistake.values()) {
            Message text =
                    Message.of("command.mistake")
                            .with("name", MistakeWords.name(mistake))
                            .with("does", MistakeWords.does(mistake));
            commands.add(choice(session, Texts.of(text), Optional.of(mistake)));
        }
        return commands;
    }

    private static Command choice(Session session, String name, Optional<Mistake> mistake) {
        return Command.choice(
                name,
                () -> session.dispatch(new Action.SetMistake(mistake)),
                state -> MistakeSwitches.of(state).equals(mistake));
    }
}
