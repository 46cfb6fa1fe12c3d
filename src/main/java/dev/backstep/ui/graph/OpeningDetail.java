package dev.backstep.ui.graph;

import dev.backstep.graph.Detail;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Placement;
import dev.backstep.layout.Size;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Chooses how much is drawn of a program that has just been opened: as much as can be read in the
/// room there is. Whoever chooses themselves meanwhile is not overruled; and a program whose detail
/// is known keeps it.
final class OpeningDetail {

    private final Function<String, Size> measure;
    private final Background background;
    private final GraphArrangement places;
    private final Consumer<Action> dispatch;
    private @Nullable Wanted wanted;

    /// A choice under way.
    private record Wanted(
            DrawnGraph graph, ArrangementStyle style, Size room, AtomicBoolean dropped) {

        boolean isFor(ShownProgram shown, ArrangementStyle wanted, Size now) {
            return style == wanted && room.equals(now) && graph.equals(shown.walkthrough().drawn());
        }
    }

    /// @param places gets the layout that was found on the way
    OpeningDetail(
            Function<String, Size> measure,
            Background background,
            GraphArrangement places,
            Consumer<Action> dispatch) {
        this.measure = measure;
        this.background = background;
        this.places = places;
        this.dispatch = dispatch;
    }

    /// Whether the choice is still to be made, in the background; until then nothing is to be
    /// drawn.
    boolean isPending(ThemedState now, Size room) {
        Optional<ShownProgram> shown = now.state().good();
        boolean unseen = room.width() <= 1 || room.height() <= 1;
        if (shown.isEmpty() || now.state().view().detail().isPresent() || unseen) {
            drop();
            return false;
        }
        ArrangementStyle style = now.state().view().arrangement();
        if (wanted == null || !wanted.isFor(shown.get(), style, room)) {
            drop();
            choose(shown.get(), style, room);
        }
        return true;
    }

    private void choose(ShownProgram shown, ArrangementStyle style, Size room) {
        Wanted asked = new Wanted(shown.walkthrough().drawn(), style, room, new AtomicBoolean());
        wanted = asked;
        Optional<Placement> previous = places.shown();
        background.run(
                Task.LAY_OUT,
                () -> legible(shown, asked, previous),
                found -> found.ifPresent(l -> arrived(asked, l)),
                _ -> end(asked, shown.detail()));
    }

    private Optional<Legible> legible(
            ShownProgram shown, Wanted asked, Optional<Placement> previous) {
        try {
            return Optional.of(
                    Legible.in(
                            asked.room,
                            shown.walkthrough(),
                            shown.model().groups(),
                            measure,
                            asked.style,
                            previous,
                            asked.dropped::get));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    private void arrived(Wanted asked, Legible found) {
        if (!asked.dropped.get()) {
            places.keep(found.walkthrough(), asked.room, asked.style, found.placement());
            end(asked, Detail.of(found.level()));
        }
    }

    /// Where it cannot be laid out, the layout of what is drawn then says why.
    private void end(Wanted asked, Detail detail) {
        if (!asked.dropped.get()) {
            drop();
            dispatch.accept(new Action.Draw(Optional.of(detail)));
        }
    }

    private void drop() {
        if (wanted != null) {
            wanted.dropped.set(true);
            wanted = null;
        }
    }
}
