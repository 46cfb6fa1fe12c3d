package dev.backstep.ui.train;

import dev.backstep.paint.plot.NetworkPicture.Part;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.train.Frame;
import dev.backstep.train.NextStep;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;

/// The network that learns and what can be done with its parts: a sentence about what the pointer
/// is over, a field for the weight or bias that is clicked, a unit shown large.
final class NetworkParts {

    private final TrainDesk desk;
    private final NetworkView network = new NetworkView(this::point, this::click);
    private final UnitPanel unit;
    private final Runnable selected;
    private final NextSteps next;
    private final Label told = new Label();
    private final WeightEditor editor = new WeightEditor();
    private Optional<Part> pointed = Optional.empty();
    private Optional<Seen> seen = Optional.empty();

    /// What is on screen.
    private record Seen(RunPictures.Shown pictures, ThemedState screen) {

        Frame frame() {
            return pictures.frame();
        }
    }

    /// @param selected told when another unit is shown large, or none
    NetworkParts(
            TrainDesk desk,
            UnitPanel unit,
            Runnable selected,
            Background background,
            Consumer<String> refuse) {
        this.desk = desk;
        this.selected = selected;
        this.next = new NextSteps(desk, background, this::tell, refuse);
        this.unit = unit;
        told.getStyleClass().addAll("hint", "part-told");
        told.setMinHeight(48);
    }

    NetworkView network() {
        return network;
    }

    /// The sentence about what the pointer is over.
    Label told() {
        return told;
    }

    void show(RunPictures.Shown now, ThemedState screen) {
        seen = Optional.of(new Seen(now, screen));
        network.setVisible(now.network().isPresent());
        now.network().ifPresent(p -> network.show(p, screen.theme()));
        tell();
        unit.show(now, parts(), screen);
    }

    /// There is no run that could be told of.
    void forget() {
        seen = Optional.empty();
        told.setText("");
        network.setVisible(network.isVisible() && desk.canTrain());
    }

    private Optional<Parts> parts() {
        return desk.shape().map(Parts::new);
    }

    private void point(Optional<Part> part) {
        pointed = part;
        tell();
    }

    private void tell() {
        told.setText(seen.flatMap(this::sentence).map(Texts::of).orElse(""));
    }

    private Optional<Message> sentence(Seen now) {
        if (pointed.isPresent() && !now.screen().hidden().isNothing()) {
            return Optional.of(Message.of("quiz.hidden.block"));
        }
        return pointed.flatMap(part -> parts().map(p -> sentence(p, part, now)));
    }

    private Message sentence(Parts parts, Part part, Seen now) {
        Optional<NextStep> step =
                part instanceof UnitAt ? Optional.empty() : next.after(now.frame());
        return parts.told(part, now.frame().snapshot(), step, now.screen().numbers());
    }

    /// A weight or a bias opens to be edited, a unit is shown large.
    private void click(Part part, MouseEvent at) {
        seen.ifPresent(
                now -> {
                    if (part instanceof UnitAt clicked) {
                        select(clicked, now);
                    } else {
                        parts().flatMap(p -> p.element(part))
                                .ifPresent(e -> edit(e, now.frame(), at));
                    }
                });
    }

    private void select(UnitAt clicked, Seen now) {
        unit.select(clicked);
        network.select(unit.selected().map(u -> u));
        unit.show(now.pictures(), parts(), now.screen());
        selected.run();
    }

    private void edit(Parts.Element e, Frame now, MouseEvent at) {
        Tensor values = now.snapshot().parameters().get(e.parameter());
        if (values != null) {
            String name = e.parameter() + "[" + e.row() + ", " + e.col() + "]";
            editor.open(
                    network,
                    at.getScreenX(),
                    at.getScreenY(),
                    name,
                    values.at(e.row(), e.col()),
                    x -> desk.edit(now.generation(), e.parameter(), e.element(), x));
        }
    }
}
