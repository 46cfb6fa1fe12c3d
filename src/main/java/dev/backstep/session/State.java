package dev.backstep.session;

import dev.backstep.lang.Problem;
import dev.backstep.layout.Point;
import dev.backstep.train.TrainingState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Everything the window shows is a function of this.
///
/// @param program the last program that could be read; it stays while the text has problems
/// @param opened the mini-batch of a training that is stepped through in its place
/// @param problems what is wrong with the text last read
/// @param unread whether the text is still to be read or evaluated, in the background, since it is
///   too much for a moment: see [Understanding#of]
/// @param desk what is remembered beside the document
/// @param lesson that is open, whatever the window is used for
public record State(
        Document document,
        View view,
        Optional<ShownProgram> program,
        Optional<Visit> opened,
        List<Problem> problems,
        boolean unread,
        DocumentOrigin origin,
        Workspace desk,
        Optional<OpenLesson> lesson) {

    public State {
        problems = List.copyOf(problems);
    }

    /// A text just opened, at its first step.
    public static State of(Optional<Path> file, String text) {
        return of(DocumentOrigin.of(file, Optional.empty(), text), text);
    }

    /// A program that comes with the program, under its title, at its first step.
    public static State copy(String title, String text) {
        return of(DocumentOrigin.copy(title, text), text);
    }

    private static State of(DocumentOrigin origin, String text) {
        return of(Document.of(text), View.START, origin, Workspace.EMPTY);
    }

    public static State of(Document document, View view, DocumentOrigin origin, Workspace desk) {
        return Update.read(
                new State(
                        document,
                        view,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true,
                        origin,
                        desk,
                        Optional.empty()));
    }

    /// A program that does not train is shown as a graph, not as a training that is missing.
    State whereItIsSeen() {
        boolean graphAlone = good().filter(p -> p.model().setup().isEmpty()).isPresent();
        return graphAlone && view.mode() == Mode.TRAIN ? with(view.withMode(Mode.EXPLORE)) : this;
    }

    /// Whether both show the same: all but what is remembered beside the document is the very same.
    @SuppressWarnings("ReferenceEquality") // comparing all there is would take longer than showing
    public boolean isLike(State other) {
        return document == other.document
                && view == other.view
                && program.orElse(null) == other.program.orElse(null)
                && opened.orElse(null) == other.opened.orElse(null)
                && problems == other.problems
                && unread == other.unread
                && origin == other.origin
                && lesson.orElse(null) == other.lesson.orElse(null);
    }

    /// What is on screen: the mini-batch that is opened, else the program.
    public Optional<ShownProgram> good() {
        return opened.map(v -> v.batch().shown()).or(() -> program);
    }

    /// How the program is looked at; as it was before a batch was opened.
    public View viewOfProgram() {
        return opened.map(v -> view.at(v.from())).orElse(view);
    }

    /// The mini-batch that is stepped through, with its epoch and number, if one is opened.
    public Optional<OpenedBatch> batch() {
        return opened.map(Visit::batch);
    }

    /// Where a training of this very text stood when it was last kept:
    /// [dev.backstep.train.Training#at] goes on from there.
    public Optional<TrainingState> trained() {
        return desk.trained().flatMap(t -> t.of(document.text()));
    }

    /// Where files that the program names are looked for: beside its own file, else beside the
    /// lesson that it belongs to, else in the working directory.
    public Path folder() {
        return origin.file().isEmpty()
                ? lesson.flatMap(l -> l.source().folder()).orElse(origin.folder())
                : origin.folder();
    }

    /// Whether the text is not what is in the file.
    public boolean isModified() {
        return origin.disk().lacks(document.text());
    }

    /// How the text stands to its file, as far as the file was looked at.
    public Standing standing() {
        return origin.disk().standing(document.text());
    }

    /// Whether leaves can be set: what is on screen is this very text. The values in an opened
    /// batch are those that training has reached, which the text does not hold.
    public boolean canSetLeaves() {
        return isCurrent() && opened.isEmpty();
    }

    /// Whether the program is that of this very text.
    public boolean isCurrent() {
        return program.filter(g -> g.model().text().equals(document.text())).isPresent();
    }

    /// The number of steps of what is on screen; 0 where there is nothing.
    public int steps() {
        return good().map(g -> g.walkthrough().size()).orElse(0);
    }

    /// The pinned nodes of what is on screen as it is arranged, and where.
    public Map<Integer, Point> pins() {
        String style = pinStyle();
        Map<Integer, Point> pins = new HashMap<>();
        good().ifPresent(
                        g ->
                                document.pins()
                                        .forEach(
                                                (key, at) -> {
                                                    if (key.startsWith(style)) {
                                                        g.keys()
                                                                .node(key.substring(style.length()))
                                                                .ifPresent(
                                                                        node -> pins.put(node, at));
                                                    }
                                                }));
        return pins;
    }

    /// What a node on screen is called among the pins of a document.
    String pinKey(int node) {
        return pinStyle() + good().orElseThrow().keys().key(node);
    }

    /// A card may be put elsewhere in each style. No name of a node begins so.
    private String pinStyle() {
        return switch (view.arrangement()) {
            case LAYERED -> "";
            case ORGANIC -> "organic:";
        };
    }

    /// With another text the batch of a training is no longer that of the document.
    State with(Document changed) {
        boolean sameText = changed.text().equals(document.text());
        State closed = sameText ? this : Visit.broken(this);
        return new State(
                changed,
                closed.view,
                program,
                closed.opened,
                problems,
                unread,
                origin,
                desk,
                lesson);
    }

    State with(View changed) {
        return new State(
                document, changed, program, opened, problems, unread, origin, desk, lesson);
    }

    State with(DocumentOrigin changed) {
        return new State(document, view, program, opened, problems, unread, changed, desk, lesson);
    }

    State with(Workspace changed) {
        return new State(
                document, view, program, opened, problems, unread, origin, changed, lesson);
    }

    /// With another lesson open, or none.
    public State withLesson(Optional<OpenLesson> changed) {
        return new State(document, view, program, opened, problems, unread, origin, desk, changed);
    }

    State withOpened(Optional<Visit> changed) {
        return new State(document, view, program, changed, problems, unread, origin, desk, lesson);
    }

    /// The program that the text gives; nothing is wrong with it.
    State withProgram(ShownProgram changed, boolean stillUnread) {
        return new State(
                document,
                view,
                Optional.of(changed),
                opened,
                List.of(),
                stillUnread,
                origin,
                desk,
                lesson);
    }

    /// The same drawn or told another way: the program, and the batch that is opened.
    State withPictures(UnaryOperator<ShownProgram> change) {
        return new State(
                document,
                view,
                program.map(change),
                opened.map(v -> v.with(change)),
                problems,
                unread,
                origin,
                desk,
                lesson);
    }

    /// With the picture of an older text.
    State withPicture(ShownProgram older) {
        return new State(
                document, view, Optional.of(older), opened, problems, unread, origin, desk, lesson);
    }

    State withProblems(List<Problem> found) {
        return new State(document, view, program, opened, found, false, origin, desk, lesson);
    }

    State asUnread() {
        return new State(document, view, program, opened, problems, true, origin, desk, lesson);
    }
}
