package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.Mode;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The commands of lessons: those of the one that is open, and the lessons that come with the
/// program.
final class LessonCommands {

    private static final Predicate<State> LEARNS =
            s ->
                    s.view().mode().learns()
                            && s.lesson().filter(l -> l.current().isPresent()).isPresent();

    private LessonCommands() {}

    static List<Command> of(Window window, Session session) {
        List<Command> commands = new ArrayList<>();
        commands.add(moves(session, "command.stop.next", "Page Down", 1));
        commands.add(moves(session, "command.stop.previous", "Page Up", -1));
        commands.add(Command.of("command.contents", "L", window::showContents, LEARNS));
        commands.add(
                Command.of(
                        "command.stop.reset",
                        "Shortcut+R",
                        () -> move(session, new LessonMove.Reset()),
                        LEARNS));
        commands.add(
                Command.of(
                        "command.lesson.graph",
                        "",
                        () -> session.dispatch(new Action.Switch(Mode.LEARN)),
                        LEARNS));
        commands.add(
                Command.of(
                        "command.lesson.training",
                        "",
                        () -> session.dispatch(new Action.Switch(Mode.LEARN_TRAINING)),
                        LEARNS));
        commands.add(
                Command.of(
                        "command.lessons",
                        "",
                        () -> {
                            move(session, new LessonMove.Leave());
                            session.dispatch(new Action.Switch(Mode.LEARN));
                        }));
        SampleLesson.all().forEach(lesson -> commands.add(bundled(window, lesson)));
        return commands;
    }

    private static Command bundled(Window window, SampleLesson lesson) {
        return new Command(
                lesson.title(),
                Optional.empty(),
                () -> window.lessons().open(lesson.source()),
                _ -> true,
                Optional.empty());
    }

    private static Command moves(Session session, String text, String keys, int by) {
        return Command.of(
                text,
                keys,
                () ->
                        session.state()
                                .lesson()
                                .ifPresent(l -> move(session, new LessonMove.To(l.stop() + by))),
                LEARNS);
    }

    private static void move(Session session, LessonMove move) {
        session.dispatch(new Action.InLesson(move));
    }
}
