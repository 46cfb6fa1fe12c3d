package dev.backstep.session;

import dev.backstep.lang.Problem;
import dev.backstep.layout.Point;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything the window shows is a function of this.
///
/// @param good the last program that could be read; it stays while the text has problems
/// @param problems what is wrong with the text last read
/// @param unread whether the text is still to be read or evaluated, in the background, since it is
///   too much for a moment: see [Understanding#of]
/// @param desk what is remembered beside the document
public record State(
        Document document,
        View view,
        Optional<ShownProgram> good,
        List<Problem> problems,
        boolean unread,
        DocumentOrigin origin,
        Workspace desk) {

    public State {
        problems = List.copyOf(problems);
    }

    /// A text just opened, at its first step.
    public static State of(Optional<Path> file, String text) {
        return of(DocumentOrigin.of(file, Optional.empty(), text), text);
    }

    /// A program that comes with the program, under its title, at its first step.
    public static State copy(String title, String text) {
        return of(DocumentOrigin.of(Optional.empty(), Optional.of(title), text), text);
    }

    private static State of(DocumentOrigin origin, String text) {
        return of(Document.of(text), View.START, origin, Workspace.EMPTY);
    }

    public static State of(Document document, View view, DocumentOrigin origin, Workspace desk) {
        return Update.read(
                new State(document, view, Optional.empty(), List.of(), true, origin, desk));
    }

    /// Whether both show the same: all but what is remembered beside the document is the very same.
    @SuppressWarnings("ReferenceEquality") // comparing all there is would take longer than showing
    public boolean isLike(State other) {
        return document == other.document
                && view == other.view
                && good.orElse(null) == other.good.orElse(null)
                && problems == other.problems
                && unread == other.unread
                && origin == other.origin;
    }

    /// Whether the text is not what is in the file.
    public boolean isModified() {
        return origin.disk().lacks(document.text());
    }

    /// How the text stands to its file, as far as the file was looked at.
    public Standing standing() {
        return origin.disk().standing(document.text());
    }

    /// Whether what is on screen is this very text: only then can its leaves be set.
    public boolean isCurrent() {
        return good.filter(g -> g.model().text().equals(document.text())).isPresent();
    }

    /// The number of steps of what is on screen; 0 where there is nothing.
    public int steps() {
        return good.map(g -> g.walkthrough().size()).orElse(0);
    }

    /// The pinned nodes of what is on screen, and where.
    public Map<Integer, Point> pins() {
        Map<Integer, Point> pins = new HashMap<>();
        good.ifPresent(
                g ->
                        document.pins()
                                .forEach(
                                        (key, at) ->
                                                g.keys()
                                                        .node(key)
                                                        .ifPresent(node -> pins.put(node, at))));
        return pins;
    }

    State with(Document changed) {
        return new State(changed, view, good, problems, unread, origin, desk);
    }

    State with(View changed) {
        return new State(document, changed, good, problems, unread, origin, desk);
    }

    State with(DocumentOrigin changed) {
        return new State(document, view, good, problems, unread, changed, desk);
    }

    State with(Workspace changed) {
        return new State(document, view, good, problems, unread, origin, changed);
    }

    State withGood(ShownProgram changed, boolean stillUnread) {
        return new State(
                document, view, Optional.of(changed), List.of(), stillUnread, origin, desk);
    }

    /// The same program drawn another way.
    State withPicture(ShownProgram changed) {
        return new State(document, view, Optional.of(changed), problems, unread, origin, desk);
    }

    State withProblems(List<Problem> found) {
        return new State(document, view, good, found, false, origin, desk);
    }

    State asUnread() {
        return new State(document, view, good, problems, true, origin, desk);
    }
}
