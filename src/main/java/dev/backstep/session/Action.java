package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Mistake;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Point;
import dev.backstep.story.Hidden;
import dev.backstep.story.Story;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Whatever can happen to what is open. An action that does not fit the state (a node that is gone,
/// a step beyond the last) changes nothing; none throws.
public sealed interface Action {

    /// The text in the editor changed: at `at`, `removed` characters gave way to `inserted` ones.
    record Type(String text, int at, int removed, int inserted) implements Action {

        /// What was typed between two texts.
        public static Type of(String before, String text) {
            int shorter = Math.min(before.length(), text.length());
            int at = 0;
            while (at < shorter && before.charAt(at) == text.charAt(at)) {
                at++;
            }
            int end = 0;
            while (end < shorter - at
                    && before.charAt(before.length() - 1 - end)
                            == text.charAt(text.length() - 1 - end)) {
                end++;
            }
            return new Type(text, at, before.length() - at - end, text.length() - at - end);
        }
    }

    /// A leaf gets another number: a slider was dragged, a number typed in its field. Edits the
    /// text.
    ///
    /// @param element counted row by row; 0 for a scalar
    record SetLeaf(int node, int element, double value) implements Action {}

    /// Sets the local gradient of relu at 0 (0, ½ or 1). Edits the text.
    record SetRelu0(double value) implements Action {}

    /// Computes backward with a mistake, or rightly again. Edits the text.
    record SetMistake(Optional<Mistake> mistake) implements Action {}

    /// A card was dragged: its upper left corner is there now.
    record Pin(int node, Point at) implements Action {}

    record Unpin(int node) implements Action {}

    record UnpinAll() implements Action {}

    /// Another document takes the place of this one; undo brings this one back.
    record Open(Optional<Path> file, String text, LineEnd lineEnd) implements Action {}

    /// A program that comes with the program takes the place of this one, as a copy in no file;
    /// undo brings this one back.
    record Copy(String title, String text) implements Action {}

    /// An empty document takes the place of this one; undo brings this one back.
    record New() implements Action {}

    /// The text is about to be written to a file: [Saved] or [NotSaved] follows.
    record Saving(Path file) implements Action {}

    /// The text was written to a file.
    record Saved(Path file, String text) implements Action {}

    /// The text could not be written.
    record NotSaved() implements Action {}

    /// Somebody looked at the file that is open; dropped where another one is by now.
    ///
    /// @param elsewhere whether another window has it open
    record Found(Path file, Disk disk, boolean elsewhere) implements Action {}

    /// The text of the file takes the place of the one in the window; undo brings this one back.
    record Reload(Path file, Disk.Holds now) implements Action {}

    /// The text of the window stands, whatever the file was found to hold.
    record KeepMine() implements Action {}

    /// A text was read in the background; dropped where the text is another one by now.
    record Understood(String text, Understanding what) implements Action {}

    /// A mini-batch of a training takes the place of the program on screen, until it is closed or
    /// the text changes; see [OpenedBatch#of] and [OpenedBatch#sample].
    record OpenBatch(OpenedBatch batch) implements Action {}

    /// The program is on screen again, as it was left.
    record CloseBatch() implements Action {}

    /// A training was paused, or the window is about to close: this is how far it came; nothing if
    /// there is no training, or too large a one, to go on from.
    record KeepTrained(Optional<Trained> trained) implements Action {}

    /// To another step, if there is one.
    sealed interface Walk extends Action {}

    /// To a step; one beyond an end goes to that end.
    record Go(int step) implements Walk {}

    record Forward() implements Walk {}

    record Back() implements Walk {}

    record ToStart() implements Walk {}

    record ToEnd() implements Walk {}

    /// To a step about this node: in the backward pass the one that completes or hands on its
    /// gradient, else the one that gives its value; among the updates, the one of a parameter. A
    /// source has no step of its own: then one that uses it.
    record GoToNode(int node) implements Walk {}

    /// Tells the story in steps of another size, and stays at what is known already.
    record By(Story.Grain grain) implements Action {}

    /// Draws more or less of the graph, and stays at what is known already; nothing: as much as can
    /// be read.
    record Draw(Optional<Detail> detail) implements Action {}

    /// Arranges the cards in another style.
    record Arrange(ArrangementStyle style) implements Action {}

    /// Hides these numbers of the program, nodes of its graph; shows all others. Another graph
    /// hides nothing.
    record Hide(Hidden hidden) implements Action {}

    /// Shows a node in the inspector, or the node of the step again.
    record Select(OptionalInt node) implements Action {}

    record Speed(double speed) implements Action {}

    record Switch(Mode mode) implements Action {}

    record Prefer(Preferences preferences) implements Action {}

    /// Something happens to the open lesson, or one is opened.
    record InLesson(LessonMove move) implements Action {}

    /// Forgets the files and folders used lately.
    record ForgetFiles() implements Action {}

    record Resize(Panels panels) implements Action {}

    /// The window was moved or resized.
    record Move(Bounds window) implements Action {}

    /// A folder was chosen for a purpose, as `open`, `save`, `export`.
    record UseFolder(String purpose, Path folder) implements Action {}

    /// Whether this goes to a step.
    default boolean isStep() {
        return switch (this) {
            case Go _, Forward _, Back _, ToStart _, ToEnd _, GoToNode _ -> true;
            default -> false;
        };
    }

    /// Whether this goes on with what `previous` began, so that both are one step for undo: the
    /// next letter of a word, the next place of a drag.
    default boolean joins(Action previous) {
        return switch (this) {
            case Type now -> previous instanceof Type before && KeystrokeGroups.goesOn(before, now);
            case SetLeaf now ->
                    previous instanceof SetLeaf b
                            && b.node() == now.node()
                            && b.element() == now.element();
            case Pin now -> previous instanceof Pin before && before.node() == now.node();
            default -> false;
        };
    }
}
