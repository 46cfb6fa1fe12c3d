package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.Mode;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;

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
        commands.add(asks(window));
        commands.add(pages(window, "command.lesson.on", "Shift+Page Down", true));
        commands.add(pages(window, "command.lesson.back", "Shift+Page Up", false));
        commands.add(
                Command.of("command.contents", "L", () -> window.lesson().showContents(), LEARNS));
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

    /// The key that asks for it is not typed into the answer.
    private static Command asks(Window window) {
        return Command.of(
                "command.lesson.answer",
                "A",
                () -> {
                    window.explore().sides().unfoldLeft();
                    Platform.runLater(() -> window.lesson().toQuestion());
                },
                LEARNS.and(s -> asked(s) > 0));
    }

    private static int asked(State state) {
        return state.lesson()
                .flatMap(OpenLesson::current)
                .map(stop -> stop.questions().size())
                .orElse(0);
    }

    private static Command pages(Window window, String text, String keys, boolean on) {
        return Command.of(
                text,
                keys,
                () -> {
                    window.explore().sides().unfoldLeft();
                    window.lesson().page(on);
                },
                LEARNS);
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
