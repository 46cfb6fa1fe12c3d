package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Point;
import dev.backstep.story.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// Actions for the tests of this package.
final class Actions {

    private Actions() {}

    /// One of every kind.
    static List<Action> each(State s) {
        String text = s.document().text();
        return List.of(
                Action.Type.of(text, text + "\n"),
                new Action.SetLeaf(0, 0, 7),
                new Action.SetRelu0(1),
                new Action.Pin(0, new Point(1, 2)),
                new Action.Unpin(0),
                new Action.UnpinAll(),
                new Action.Open(Optional.of(Path.of("a.bs")), "a = 1", LineEnd.LF),
                new Action.Copy("a", "a = 1"),
                new Action.New(),
                new Action.Saving(Path.of("b.bs")),
                new Action.NotSaved(),
                new Action.Saved(Path.of("b.bs"), text),
                new Action.Found(Path.of("b.bs"), new Disk.Gone(), true),
                new Action.Reload(Path.of("b.bs"), new Disk.Holds("b = 2", LineEnd.CRLF)),
                new Action.KeepMine(),
                new Action.Understood(text, new Understanding.Wrong(List.of())),
                new Action.Go(2),
                new Action.Forward(),
                new Action.Back(),
                new Action.ToStart(),
                new Action.ToEnd(),
                new Action.GoToNode(0),
                new Action.By(Story.Grain.EDGES),
                new Action.Draw(Optional.of(Detail.of(Detail.Level.LAYERS))),
                new Action.Draw(Optional.of(Detail.OPERATIONS.fold("L").open("z"))),
                new Action.Draw(Optional.empty()),
                new Action.Arrange(ArrangementStyle.ORGANIC),
                new Action.Select(OptionalInt.of(0)),
                new Action.Speed(2),
                new Action.Switch(Mode.TRAIN),
                new Action.Switch(Mode.EXPLORE),
                new Action.InLesson(Lessons.begin()),
                new Action.InLesson(new LessonMove.To(1)),
                new Action.InLesson(new LessonMove.To(0)),
                new Action.InLesson(new LessonMove.Reset()),
                new Action.InLesson(new LessonMove.Arrive(1, Optional.empty())),
                new Action.InLesson(new LessonMove.Answer(0, LessonProgress.Outcome.RIGHT)),
                new Action.InLesson(new LessonMove.Forget()),
                new Action.InLesson(new LessonMove.Leave()),
                new Action.Prefer(Preferences.START.withTheme(ThemeChoice.DARK)),
                new Action.Prefer(Preferences.START.withDigits(6).withMotion(false)),
                new Action.ForgetFiles(),
                new Action.Resize(new Panels(200, 300, false, true)),
                new Action.Move(new Bounds(0, 0, 800, 600, false)),
                new Action.UseFolder("open", Path.of("here")));
    }

    /// Any of them, with any contents.
    static Action random(State s, RandomGenerator random) {
        String text = s.document().text();
        int nodes = s.good().map(g -> g.model().graph().size()).orElse(1) + 1;
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> typed(text, random);
            case 3, 4 ->
                    new Action.SetLeaf(
                            random.nextInt(nodes), random.nextInt(2), random.nextInt(-9, 10) / 4.0);
            case 5, 6 ->
                    new Action.Pin(
                            random.nextInt(nodes),
                            new Point(random.nextInt(99), random.nextInt(99)));
            case 7 -> new Action.SetRelu0(random.nextInt(3) / 2.0);
            case 8 -> new Action.Go(random.nextInt(12));
            default -> {
                List<Action> all = each(s);
                yield all.get(random.nextInt(all.size()));
            }
        };
    }

    private static Action typed(String text, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        boolean delete = random.nextBoolean() && at < text.length();
        String inserted = String.valueOf("xyL=+*^2( \n#".charAt(random.nextInt(12)));
        String after =
                text.substring(0, at)
                        + (delete ? "" : inserted)
                        + text.substring(delete ? at + 1 : at);
        return Action.Type.of(text, after);
    }
}
