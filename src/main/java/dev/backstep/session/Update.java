package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.lang.Model;
import dev.backstep.session.Action.*;
import dev.backstep.story.Hidden;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/// What each action makes of a state. Pure: no clock, no thread, no file.
public final class Update {

    private Update() {}

    /// The state after an action; the same object where nothing changes.
    public static State apply(State s, Action action) {
        return switch (action) {
            case Type(String text, _, _, _) -> text(s, text);
            case SetLeaf set -> setLeaf(s, set);
            case SetMistake(var mistake) -> text(s, MistakeLine.set(s.document().text(), mistake));
            case SetRelu0(double value) -> text(s, Relu0.set(s.document().text(), value));
            case Pin(int node, var at) -> document(s, node, (d, key) -> d.withPin(key, at));
            case Unpin(int node) -> document(s, node, Document::withoutPin);
            case UnpinAll() -> document(s, s.document().withoutPins());
            case Open(var file, String text, LineEnd lineEnd) ->
                    open(s, DocumentOrigin.of(file, Optional.empty(), text).with(lineEnd), text);
            case Copy(String title, String text) -> open(s, DocumentOrigin.copy(title, text), text);
            case New() -> open(s, DocumentOrigin.none(), "");
            case Saving(var file) -> saving(s, Optional.of(file));
            case NotSaved() -> saving(s, Optional.empty());
            case Saved(var file, String text) -> saved(s, file, text);
            case Found found -> found(s, found);
            case Reload(var file, Disk.Holds now) -> reload(s, file, now);
            case KeepMine() -> origin(s, s.origin().with(s.origin().disk().kept()));
            case Understood(String text, Understanding what) ->
                    LessonMoves.settled(understood(s, text, what));
            case OpenBatch(OpenedBatch batch) -> Visit.begun(s, batch);
            case CloseBatch() -> Visit.ended(s);
            case KeepTrained(var trained) -> desk(s, s.desk().withTrained(trained));
            case Walk walk -> go(s, StoryPlace.after(s, walk));
            case By by -> by(s, by);
            case Draw(var detail) -> draw(s, detail);
            case Arrange(var style) -> view(s, s.view().withArrangement(style));
            case Hide(var hidden) -> hide(s, hidden);
            case Select(OptionalInt node) -> view(s, selecting(s, node));
            case Speed(double speed) -> view(s, s.view().withSpeed(speed));
            case Switch(Mode mode) -> view(s, s.view().withMode(mode));
            case Prefer(Preferences wanted) -> prefer(s, wanted);
            case InLesson(LessonMove move) -> LessonMoves.apply(s, move);
            case ForgetFiles() -> desk(s, s.desk().withoutFiles());
            case Resize(Panels panels) -> view(s, s.view().withPanels(panels));
            case Move(Bounds window) -> window.isSane() ? desk(s, s.desk().withWindow(window)) : s;
            case UseFolder use -> desk(s, s.desk().withFolder(use.purpose(), use.folder()));
        };
    }

    /// The state with another document and origin in place of its own, as undo brings them back.
    static State restored(State s, UndoHistory.Kept kept) {
        if (kept.origin().opening() != s.origin().opening()) {
            View view = s.view().withSelected(OptionalInt.empty());
            State then =
                    LessonMoves.back(
                            State.of(kept.document(), view, kept.origin(), s.desk())
                                    .withLesson(s.lesson()),
                            kept.stop());
            return then.good().isPresent()
                    ? then
                    : kept.drawn().map(text -> drawn(then, text)).orElse(then);
        }
        boolean sameText = kept.document().text().equals(s.document().text());
        State changed = s.with(kept.document()).with(kept.origin());
        return sameText ? changed : read(changed);
    }

    /// The state with the picture of an older text, as long as its own gives none.
    private static State drawn(State s, String text) {
        State older =
                State.of(s.document().withText(text), s.view(), s.origin(), s.desk())
                        .withLesson(s.lesson());
        return older.program().map(p -> s.with(older.view()).withPicture(p)).orElse(s);
    }

    /// The state with its text read, or marked as unread where that takes longer than a moment.
    static State read(State s) {
        String text = s.document().text();
        Optional<ShownProgram> known =
                s.program().filter(g -> g.model().text().equals(text) && g.isEvaluated());
        if (known.isPresent()) {
            return s.withProgram(known.get(), false);
        }
        return Understanding.atOnce(text, s.view().grain(), s.view().preferences().literals())
                .filter(what -> !what.takesLong(s.view().detail()))
                .map(what -> understood(s, text, what))
                .orElseGet(s::asUnread);
    }

    private static State text(State s, String text) {
        return text.equals(s.document().text()) ? s : read(s.with(s.document().withText(text)));
    }

    private static State setLeaf(State s, SetLeaf set) {
        if (!s.canSetLeaves()) {
            return s;
        }
        ShownProgram good = s.program().orElseThrow();
        Optional<Model> changed = LeafEdit.of(good.model(), set.node(), set.element(), set.value());
        return changed.map(
                        model -> {
                            boolean now = good.work(model) <= Understanding.MAX_WORK;
                            State next = s.with(s.document().withText(model.text()));
                            return next.withProgram(
                                    now ? good.with(model) : good.ahead(model), !now);
                        })
                .orElse(s);
    }

    /// What was read takes the place of the program, and of a batch that was opened of it.
    private static State understood(State shown, String text, Understanding what) {
        if (!text.equals(shown.document().text())) {
            return shown;
        }
        State s = Visit.broken(shown);
        return switch (what) {
            case Understanding.Wrong(var problems) -> s.withProblems(problems);
            case Understanding.Right(ShownProgram read, var grain) -> {
                ShownProgram asked = grain == s.view().grain() ? read : read.by(s.view().grain());
                ShownProgram good =
                        asked.withLiterals(s.view().preferences().literals())
                                .withDetail(s.view().detail());
                int step =
                        s.program()
                                .map(was -> place(was, s.view().step(), good))
                                .orElse(s.view().step());
                OptionalInt selected =
                        s.program()
                                .map(was -> follow(was, s.view().selected(), good))
                                .orElse(OptionalInt.empty());
                State next = s.withProgram(good, false);
                yield view(next, selecting(next, selected).withStep(StoryPlace.within(good, step)));
            }
        };
    }

    private static State saved(State s, Path file, String text) {
        return s.with(s.origin().saved(file, text)).with(s.desk().withRecent(file));
    }

    private static State reload(State s, Path file, Disk.Holds now) {
        return isOn(s, file) ? text(s.with(s.origin().reloaded(now)), now.text()) : s;
    }

    private static State saving(State s, Optional<Path> to) {
        return origin(s, s.origin().with(s.origin().disk().saving(to)));
    }

    private static State found(State s, Found found) {
        return isOn(s, found.file())
                ? origin(s, s.origin().found(s.document().text(), found.disk(), found.elsewhere()))
                : s;
    }

    private static boolean isOn(State s, Path file) {
        return s.origin().file().equals(Optional.of(file));
    }

    private static State origin(State s, DocumentOrigin changed) {
        return changed.equals(s.origin()) ? s : s.with(changed);
    }

    /// A document of one's own leaves the lesson, which stays open.
    private static State open(State s, DocumentOrigin from, String text) {
        View view = s.view().withMode(s.view().mode().outside()).withDetail(Optional.empty());
        State fresh = opened(s.with(view), from, text).whereItIsSeen();
        return from.file().map(f -> fresh.with(fresh.desk().withRecent(f))).orElse(fresh);
    }

    /// The state with another document, read and drawn as its view says.
    static State opened(State s, DocumentOrigin from, String text) {
        DocumentOrigin origin = from.openedAfter(s.origin());
        View view = s.view().withStart();
        return State.of(Document.of(text), view, origin, s.desk()).withLesson(s.lesson());
    }

    private static State go(State s, int step) {
        int within = Math.clamp(step, 0, Math.max(0, s.steps() - 1));
        return within == s.view().step()
                ? s
                : view(s, s.view().withStep(within).withSelected(OptionalInt.empty()));
    }

    private static State by(State s, By by) {
        if (by.grain() == s.view().grain()) {
            return s;
        }
        State told = s.with(s.view().withGrain(by.grain())).withPictures(p -> p.by(by.grain()));
        return s.good()
                .map(was -> StoryPlace.after(was, s.view().step(), told.good().orElseThrow()))
                .map(step -> view(told, told.view().withStep(step)))
                .orElse(told);
    }

    private static State draw(State s, Optional<Detail> detail) {
        State asked = view(s, s.view().withDetail(detail));
        if (s.isCurrent()
                && s.opened().isEmpty()
                && s.program().filter(p -> p.takesLong(detail)).isPresent()) {
            return asked.asUnread();
        }
        State now = asked.withPictures(p -> p.withDetail(detail));
        return s.good().map(was -> refolded(now, was)).orElse(now);
    }

    private static State hide(State s, Hidden hidden) {
        boolean same = s.good().filter(p -> !p.whole().hidden().equals(hidden)).isEmpty();
        return same ? s : s.withPictures(p -> p.hiding(hidden));
    }

    private static State refolded(State now, ShownProgram was) {
        ShownProgram good = now.good().orElseThrow();
        int step = OpenedPlace.of(was, now.view().step(), good);
        OptionalInt there = OpenedPlace.selected(was, now.view().selected(), good);
        return view(now, selecting(now, there).withStep(step));
    }

    /// Whether literals have cards changes the steps of a story: one stays where one is. Where they
    /// lose their cards, none of them stays selected.
    private static State prefer(State s, Preferences wanted) {
        State next = view(s, s.view().withPreferences(wanted));
        boolean cards = wanted.literals();
        return s.good()
                .filter(was -> was.literals() != cards)
                .map(was -> drawn(next.withPictures(p -> p.withLiterals(cards)), was))
                .orElse(next);
    }

    private static State drawn(State now, ShownProgram was) {
        int step = StoryPlace.after(was, now.view().step(), now.good().orElseThrow());
        return view(now, selecting(now, now.view().selected()).withStep(step));
    }

    private static View selecting(State s, OptionalInt node) {
        return s.view().withSelected(drawn(s, node));
    }

    private static OptionalInt drawn(State s, OptionalInt node) {
        boolean drawn =
                known(s, node).isPresent() && s.good().orElseThrow().isDrawn(node.getAsInt());
        return drawn ? node : OptionalInt.empty();
    }

    private static State document(
            State s, int node, BiFunction<Document, String, Document> change) {
        return known(s, OptionalInt.of(node)).isEmpty()
                ? s
                : document(s, change.apply(s.document(), s.pinKey(node)));
    }

    private static State document(State s, Document changed) {
        return changed.equals(s.document()) ? s : s.with(changed);
    }

    private static State view(State s, View changed) {
        return changed.equals(s.view()) ? s : s.with(changed);
    }

    private static State desk(State s, Workspace changed) {
        return changed.equals(s.desk()) ? s : s.with(changed);
    }

    /// The node, if the program on screen has it.
    static OptionalInt known(State s, OptionalInt node) {
        int size = s.good().map(g -> g.walkthrough().graph().size()).orElse(0);
        return node.isPresent() && node.getAsInt() >= 0 && node.getAsInt() < size
                ? node
                : OptionalInt.empty();
    }

    private static int place(ShownProgram was, int step, ShownProgram now) {
        return was.isOpenedTo(now)
                ? OpenedPlace.of(was, step, now)
                : StoryPlace.after(was, step, now);
    }

    private static OptionalInt follow(ShownProgram was, OptionalInt node, ShownProgram now) {
        if (was.isOpenedTo(now)) {
            return OpenedPlace.selected(was, node, now);
        }
        return node.isPresent() ? now.keys().node(was.keys().key(node.getAsInt())) : node;
    }
}
