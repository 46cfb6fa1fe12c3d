package dev.backstep.ui;

import dev.backstep.graph.Detail;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Mode;
import dev.backstep.session.Preferences;
import dev.backstep.session.Session;
import dev.backstep.session.Standing;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.story.Story;
import dev.backstep.text.Message;
import dev.backstep.ui.files.FileDesk;
import dev.backstep.ui.graph.CardMenu;
import dev.backstep.ui.graph.CardWalk;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.train.TrainDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Every command of the window, in the groups of its menu.
final class Commands {

    /// @param text the key of its name among the [dev.backstep.ui.kit.Texts]
    record MenuGroup(String text, List<Command> commands) {}

    private static final Predicate<State> HAS_STEPS = s -> s.steps() > 0;
    private static final Predicate<State> HAS_UPDATES =
            s -> s.good().filter(g -> g.walkthrough().updates().isPresent()).isPresent();
    private static final Predicate<State> IS_ASKED = s -> s.standing().asks();
    private static final Predicate<State> IS_CHANGED = s -> s.standing() == Standing.CHANGED;
    private static final Predicate<State> HAS_SELECTED = s -> s.view().selected().isPresent();

    private final Window window;
    private final Session session;
    private final StepCommands steps;
    private final FileDesk files;
    private final GraphPane graph;
    private final TrainDesk train;

    Commands(
            Window window,
            Session session,
            StepCommands steps,
            FileDesk files,
            GraphPane graph,
            TrainDesk train) {
        this.window = window;
        this.session = session;
        this.steps = steps;
        this.files = files;
        this.graph = graph;
        this.train = train;
    }

    List<MenuGroup> groups() {
        return List.of(
                new MenuGroup("menu.file", file()),
                new MenuGroup("menu.edit", edit()),
                new MenuGroup("menu.step", in(Mode.EXPLORE, step())),
                new MenuGroup("menu.train", in(Mode.TRAIN, TrainCommands.of(train))),
                new MenuGroup("menu.graph", in(Mode.EXPLORE, graph())),
                new MenuGroup("menu.view", view()),
                new MenuGroup(
                        "menu.calculus", in(Mode.EXPLORE, CalculusCommands.of(window, HAS_STEPS))),
                new MenuGroup("menu.lesson", LessonCommands.of(window, session)),
                new MenuGroup("menu.mistakes", MistakeCommands.of(session)),
                new MenuGroup("menu.samples", samples()),
                new MenuGroup("menu.help", help()));
    }

    private static List<Command> in(Mode mode, List<Command> commands) {
        return commands.stream().map(c -> c.in(mode)).toList();
    }

    private List<Command> file() {
        return List.of(
                Command.of("command.new", "Shortcut+N", files::newProgram),
                Command.of("command.open", "Shortcut+O", files::open),
                Command.of("command.recent", "Shortcut+Shift+O", files::showRecent),
                Command.of("command.save", "Shortcut+S", files::save),
                Command.of("command.save.as", "Shortcut+Shift+S", files::saveAs),
                Command.of("command.csv", "Shortcut+Shift+D", files::csv),
                Command.of("command.reload", "", files::reload, IS_CHANGED),
                Command.of("command.difference", "", files::compare, IS_CHANGED),
                Command.of("command.keep", "", files::keepMine, IS_ASKED),
                Command.of("command.export", "Shortcut+E", window::export, HAS_STEPS),
                Command.of("command.tikz", "", files.scripts()::tikz, HAS_STEPS),
                Command.of("command.pytorch", "", files.scripts()::pytorch, HAS_STEPS),
                Command.of("command.page", "", files.page()::save, HAS_STEPS),
                Command.of("command.copy", "Shortcut+Shift+C", window::copyPicture, HAS_STEPS),
                Command.of("command.copy.formula", "Shortcut+Alt+C", this::formula, HAS_STEPS)
                        .in(Mode.EXPLORE),
                Command.of("command.quit", "Shortcut+Q", window::close));
    }

    private void formula() {
        CardMenu.copy(graph)
                .map(tex -> Texts.of(Message.of("formula.copied").with("tex", tex)))
                .ifPresentOrElse(
                        window.notices()::tell,
                        () -> window.notices().refuse(Texts.of("formula.none")));
    }

    private List<Command> edit() {
        return List.of(
                Command.of("command.undo", "Shortcut+Z", session::undo, _ -> session.canUndo()),
                Command.of(
                        "command.redo", "Shortcut+Shift+Z", session::redo, _ -> session.canRedo()),
                Command.of("command.program", "Shortcut+L", window::focusProgram),
                does("command.relu0.zero", "", new Action.SetRelu0(0)),
                does("command.relu0.half", "", new Action.SetRelu0(0.5)),
                does("command.relu0.one", "", new Action.SetRelu0(1)));
    }

    private List<Command> step() {
        return List.of(
                Command.of("command.play", "Space", steps::togglePlay, HAS_STEPS),
                steps("command.forward", "Right", new Action.Forward()),
                steps("command.back", "Left", new Action.Back()),
                steps("command.start", "Home", new Action.ToStart()),
                steps("command.end", "End", new Action.ToEnd()),
                Command.of("command.seed", "S", steps::toSeed, HAS_STEPS),
                Command.of("command.updates", "P", steps::toUpdates, HAS_UPDATES),
                Command.of(
                        "command.train.back", "B", train::closeBatch, s -> s.batch().isPresent()),
                does("command.by.node", "N", new Action.By(Story.Grain.NODES)),
                does("command.by.edge", "E", new Action.By(Story.Grain.EDGES)),
                Command.of("command.quiz", "Q", () -> window.explore().quiz(), HAS_STEPS),
                Command.of("command.faster", "Period", () -> steps.speed(2)),
                Command.of("command.slower", "Comma", () -> steps.speed(0.5)));
    }

    private List<Command> graph() {
        return List.of(
                Command.of("command.fit", "F", graph::fit),
                Command.of("command.zoom.in", "Shortcut+Plus", () -> graph.zoom(1.25)),
                Command.of("command.zoom.out", "Shortcut+Minus", () -> graph.zoom(0.8)),
                walks("command.to.user", "Shift+Right", CardWalk.Way.TO_USERS),
                walks("command.to.operand", "Shift+Left", CardWalk.Way.TO_OPERANDS),
                walks("command.to.above", "Shift+Up", CardWalk.Way.ABOVE),
                walks("command.to.below", "Shift+Down", CardWalk.Way.BELOW),
                Command.of("command.go.to", "Enter", steps::goToSelected, HAS_SELECTED),
                Command.of("command.fold", "O", () -> steps.toggle(false), HAS_STEPS),
                Command.of("command.fold.around", "C", steps::foldAround, HAS_STEPS),
                Command.of("command.fold.branch", "Shift+O", () -> steps.toggle(true), HAS_STEPS),
                details("1", Detail.Level.LAYERS),
                details("2", Detail.Level.STATEMENTS),
                details("3", Detail.Level.OPERATIONS),
                details("4", Detail.Level.SCALARS),
                Command.of("command.deselect", "Esc", steps::deselect, HAS_SELECTED),
                Command.of("command.unpin", "U", steps::unpinSelected, HAS_SELECTED),
                Command.of(
                        "command.unpin.all",
                        "Shift+U",
                        () -> session.dispatch(new Action.UnpinAll()),
                        s -> !s.document().pins().isEmpty()));
    }

    private List<Command> view() {
        return List.of(
                Command.of("command.theme", "Shortcut+T", window::turnTheme),
                prefers("command.theme.contrast", "", p -> p.withTheme(ThemeChoice.CONTRAST)),
                prefers("command.theme.system", "", p -> p.withTheme(ThemeChoice.SYSTEM)),
                Command.of(
                                "command.left",
                                "Shortcut+1",
                                () -> window.explore().sides().toggleLeft())
                        .in(Mode.EXPLORE),
                Command.of(
                                "command.right",
                                "Shortcut+2",
                                () -> window.explore().sides().toggleRight())
                        .in(Mode.EXPLORE),
                arranges("command.arrange.layered", "Shift+T", ArrangementStyle.LAYERED),
                arranges("command.arrange.organic", "T", ArrangementStyle.ORGANIC),
                prefers("command.more.digits", "Alt+Up", p -> p.withDigits(p.digits() + 1)),
                prefers("command.fewer.digits", "Alt+Down", p -> p.withDigits(p.digits() - 1)),
                prefers("command.motion", "", p -> p.withMotion(!p.motion())),
                prefers("command.text.larger", "Shortcut+Shift+Plus", p -> p.enlarged(1)),
                prefers("command.text.smaller", "Shortcut+Shift+Minus", p -> p.enlarged(-1)),
                prefers("command.text.usual", "Shortcut+Shift+0", p -> p.withTextSize(1)),
                speaks("command.language.system", LanguageChoice.SYSTEM),
                speaks("command.language.english", LanguageChoice.ENGLISH),
                speaks("command.language.chinese", LanguageChoice.CHINESE),
                Command.of("command.settings", "Shortcut+Comma", window::openSettings),
                does("command.explore", "Shortcut+Shift+E", new Action.Switch(Mode.EXPLORE)),
                does("command.train", "Shortcut+Shift+T", new Action.Switch(Mode.TRAIN)),
                does("command.learn", "Shortcut+Shift+L", new Action.Switch(Mode.LEARN)),
                Command.of("command.present", "F5", window::present, HAS_STEPS),
                Command.of("command.full.screen", "F11", window::toggleFullScreen));
    }

    private List<Command> samples() {
        List<Command> commands = new ArrayList<>();
        for (SampleProgram sample : SampleProgram.all()) {
            commands.add(
                    new Command(
                            sample.title(),
                            Optional.empty(),
                            () -> files.openSample(sample),
                            _ -> true,
                            Optional.empty()));
        }
        return commands;
    }

    private List<Command> help() {
        return List.of(
                Command.of("command.palette", "Shortcut+K", window::openPalette),
                Command.of("command.reference", "F1", window::toggleReference),
                Command.of("command.glossary", "Shift+F1", window::explainFocus),
                Command.of("command.about", "", window::about));
    }

    private Command details(String key, Detail.Level level) {
        return Command.of(
                "command.detail." + level.word(), key, () -> steps.draw(level), HAS_STEPS);
    }

    private Command arranges(String text, String keys, ArrangementStyle style) {
        return new Command(
                        Texts.of(text),
                        Optional.of(Keys.of(keys)),
                        () -> session.dispatch(new Action.Arrange(style)),
                        HAS_STEPS,
                        Optional.empty(),
                        Optional.of(s -> s.view().arrangement() == style))
                .in(Mode.EXPLORE);
    }

    private Command speaks(String text, LanguageChoice language) {
        return prefers(text, "", p -> p.withLanguage(language));
    }

    private Command prefers(String text, String keys, UnaryOperator<Preferences> change) {
        return Command.of(
                text,
                keys,
                () -> {
                    Preferences now = session.state().view().preferences();
                    session.dispatch(new Action.Prefer(change.apply(now)));
                });
    }

    private Command does(String text, String keys, Action action) {
        return Command.of(text, keys, () -> session.dispatch(action));
    }

    private Command steps(String text, String keys, Action action) {
        return Command.of(text, keys, () -> steps.by(action), HAS_STEPS);
    }

    private Command walks(String text, String keys, CardWalk.Way way) {
        return Command.of(
                text,
                keys,
                () -> {
                    OptionalInt to = graph.neighbour(way);
                    if (to.isPresent()) {
                        session.dispatch(new Action.Select(to));
                        graph.reveal(to.getAsInt());
                    }
                },
                HAS_STEPS);
    }
}
